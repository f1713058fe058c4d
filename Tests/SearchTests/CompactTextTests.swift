import Foundation
import Testing

@testable import Search

/// Texts in which characters change places with others.
struct CompactTextTests {
    @Test(arguments: [
        "", "就労支援の記録。「見学」と実習、ジョブコーチ", "abc ABC 123 \"\\<>&'~", "\n\t\u{0}\u{7F}", "𠮷野家 🎉👩‍💻", "é ü ß ά Ω ж א",
        "鬱・龜・齉", "﨑髙", "\u{2028}\u{2029}\u{FEFF}\u{FFFF}", "ààa\u{A0}\u{AD}",
    ])
    func changingPlacesTwiceChangesNothing(text: String) {
        let written = CompactText.shared.written(text)
        #expect(Array(CompactText.shared.written(written).unicodeScalars) == Array(text.unicodeScalars))
        #expect(written.unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test func everyCharacterComesBack() {
        let all = (UInt32(0)...0x2FFFF).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(all))
        let written = CompactText.shared.written(text)
        #expect(Array(CompactText.shared.written(written).unicodeScalars) == all)
        #expect(Set(written.unicodeScalars).count == all.count)
    }

    @Test func frequentCharactersAreShorter() {
        #expect(CompactText.shared.written("のにをは、。支援").utf8.count == 8)
        #expect(CompactText.shared.written("亜腕").utf8.count <= 5)
        // What JSON and HTML have to escape stays what it is.
        #expect(CompactText.shared.written("\"\\<>&\n") == "\"\\<>&\n")
    }

    @Test func theTablesAreComplete() {
        #expect(CompactText.frequent.unicodeScalars.count == 90 && Set(CompactText.frequent.unicodeScalars).count == 90)
        #expect(CompactText.kanji.count == 2_965)
        #expect(CompactText.kanji.first == 0x4E9C && CompactText.kanji.last == 0x8155)
    }

    /// `Tests/EndToEnd/Search` searches what the program wrote, and so compares the rest.
    @Test func theScriptHasTheSameCharacters() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "templates/assets/finder.js/3-source.js")
        #expect(try String(contentsOf: file, encoding: .utf8).contains("\"\(CompactText.frequent)\""))
    }
}
