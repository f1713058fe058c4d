import Diagnostics
import Foundation
import Testing

@testable import Casebook

@Suite struct SourceDecoderTests {
    @Test(arguments: [
        ("\u{FEFF}あ\n", "あ\n"), ("あ\r\nい\r\n", "あ\nい\n"), ("あ\rい\r\r\n", "あ\nい\n\n"),
        ("か\u{3099}き\n", "がき\n"), ("\u{1112}\u{1161}\u{11AB}\n", "한\n"), ("e\u{301}\n", "é\n"), ("\u{212B}\n", "Å\n"),
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
}
