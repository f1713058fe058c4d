import CasebookModel
import Diagnostics
import TestSupport
import Testing

/// Whatever is typed into a file, it is read to the end, and told alike every time.
@Suite struct AnyBytesTests {
    private static let pieces = [
        "---", "\n", "\n\n", ":", "：", " ", "　", "\t", "[", "]", "［", "］", ",", "、", "- ", "－", "\"", "'", "{", "}", "|", ">",
        "#",
        "&a ", "*a", "!", "title", "ｔｉｔｌｅ", "actors: ", "## ", "![", "](", ")", "../", "%E3", "\0", "\u{202E}", "か\u{3099}",
        "😀",
        "<!--", "-->", "2026-04-01", "２０２６", "~", "null", "\r", "\r\n", "\u{FEFF}", "¥", "ー",
    ]

    @Test func mutatedFilesAreReadToTheEnd() {
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(bound, 1)))
        }
        for _ in 0..<400 {
            let location = ["cases/c001.md", "casebook.yml", "actors/person.md", "pages/about.md"][random(4)]
            var collection = SmallCasebook()
            var bytes = collection.files[location] ?? []
            for _ in 0...random(4) {
                let place = random(bytes.count + 1)
                let end = min(bytes.count, place + random(6))
                bytes.replaceSubrange(place..<end, with: Array(Self.pieces[random(Self.pieces.count)].utf8))
            }
            collection.files[location] = bytes
            let (casebook, diagnostics) = collection.read(jobs: 1)
            #expect((casebook == nil) == diagnostics.contains { $0.severity == .error })
            _ = DiagnosticFormat.text.format(diagnostics, in: .ja)
        }
    }
}
