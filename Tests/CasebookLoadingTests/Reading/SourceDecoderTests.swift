import Basics
import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation
import Testing

@Suite struct SourceDecoderTests {
    @Test(arguments: [
        ("\u{FEFF}あ\n", "あ\n"), ("あ\r\nい\r\n", "あ\nい\n"), ("あ\rい\r\r\n", "あ\nい\n\n"),
        ("か\u{3099}き\n", "がき\n"), ("\u{1112}\u{1161}\u{11AB}\n", "한\n"), ("e\u{301}\n", "é\n"), ("\u{212B}\n", "\u{212B}\n"),
        ("\u{FA1B}祉とか\u{3099}\u{FA4C}\n", "\u{FA1B}祉とが\u{FA4C}\n"), ("葛\u{E0100}城\n", "葛\u{E0100}城\n"),
        ("ＡＢ㈱①😀\n", "ＡＢ㈱①😀\n"),
    ])
    func makesTextToParse(_ file: String, _ text: String) throws {
        let (decoded, diagnostics) = SourceDecoder.decode(SourceFile(path: "a.md", text: file))
        #expect(diagnostics == [])
        #expect(try #require(decoded).utf8 == Array(text.utf8))
    }

    @Test(
        arguments: [
            ([0x41, 0x80], 1), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xE3, 0x81], 0), ([0xE3, 0x81, 0x82, 0xFF], 3), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
        ] as [([UInt8], Int)])
    func findsTheFirstByteThatIsNotUTF8(_ bytes: [UInt8], _ offset: Int) {
        #expect(bytes.withUnsafeBufferPointer(ByteScan.init).invalidOffset == offset)
    }

    @Test func takesWhatUnicodeAllows() {
        for scalar in ["\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"]
        {
            #expect(Array(scalar.utf8).withUnsafeBufferPointer(ByteScan.init).invalidOffset == nil)
        }
    }

    /// Everything that the quick way through lets pass is normalized already, alone and beside anything else that passes.
    @Test func theQuickWayMissesNothing() {
        let samples: [Unicode.Scalar] = ["e", "か", "한"]
        for value in UInt32(0)..<0x10000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for sample in samples {
                let text = String(String.UnicodeScalarView([sample, scalar, sample]))
                let scan = Array(text.utf8).withUnsafeBufferPointer(ByteScan.init)
                guard !scan.mayNeedNormalizing else { continue }
                #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
            }
        }
    }

    /// What is looked at by eight bytes is told as byte by byte, wherever it stands.
    @Test func manyBytesAtATimeAreAsGoodAsOne() {
        let pieces: [[UInt8]] =
            [
                "a", "\n", "\r", "\0", "あ", "ん", "・", "、", "漢字", "（）", "é", "か\u{3099}", "\u{302A}", "\u{30AF}", "😀",
                "plain text", "한",
            ].map { Array($0.utf8) } + [[0x80], [0xE3, 0x81], [0xE3], [0xED, 0xA0, 0x80], [0xFF]]
        var state: UInt64 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<5000 {
            // Most texts have none of the last pieces, which are no UTF-8.
            let limit = next(4) == 0 ? pieces.count : pieces.count - 5
            let bytes = (0..<next(24)).flatMap { _ in pieces[next(limit)] }
            let scan = bytes.withUnsafeBufferPointer(ByteScan.init)
            let text = String(validating: bytes, as: UTF8.self)
            #expect((scan.invalidOffset == nil) == (text != nil))
            if let offset = scan.invalidOffset {
                #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil)
            } else {
                #expect(scan.nullOffset == bytes.firstIndex(of: 0))
                #expect(scan.hasCarriageReturn == bytes.contains(0x0D))
            }
            if let text, !scan.mayNeedNormalizing {
                #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
            }
        }
    }
}
