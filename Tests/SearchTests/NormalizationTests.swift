import Basics
import Foundation
import Testing

@testable import Search

/// Tests the table in `Tests/Fixtures/search/normalization.json`, with which the browser tests check the scripts.
struct NormalizationTests {
    struct Row: Decodable, CustomTestStringConvertible {
        let what: String
        let text: String
        let normalized: String

        var testDescription: String { what }
    }

    static let rows: [Row] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/search/normalization.json")
        return (try? JSONDecoder().decode([Row].self, from: Data(contentsOf: file))) ?? []
    }()

    @Test func tableIsLarge() {
        #expect(Self.rows.count >= 150)
    }

    @Test(arguments: rows)
    func row(_ row: Row) {
        #expect(Array(SearchText.normalized(row.text).utf16) == Array(row.normalized.utf16))
    }

    @Test func textsInOneBufferAreIndependent() {
        var text = SearchText()
        text.append("就労 ")
        let start = text.beginText()
        text.append(" a")
        #expect(start == 2)
        #expect(String(decoding: text.units, as: UTF16.self) == "就労a")
    }

    @Test func partsOfOneTextAreJoined() {
        var text = SearchText()
        text.append("job")
        text.append(" ")
        text.append("coach\n")
        text.append("型")
        #expect(String(decoding: text.units, as: UTF16.self) == "job coach 型")
    }

    /// The script has the same pairs of kanji and the same radicals as the program.
    @Test func theTablesOfTheScriptAreTheSame() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "templates/assets/finder-more.js/1-forms.js")
        let script = try String(contentsOf: file, encoding: .utf8)
        #expect(Self.strings(after: "const KANJI", in: script) == KanjiForms.pairs.filter { $0 != " " })
        let radicals = (0x2E80...0x2EF3).map { Unicode.Scalar($0).flatMap(CJKRadicals.kanji).map { String($0) } ?? "0" }
        #expect(Self.strings(after: "const RADICALS", in: script) == radicals.joined())
    }

    /// Returns the strings between a place in a script and the next semicolon, joined.
    private static func strings(after place: String, in script: String) -> String {
        guard let start = script.range(of: place), let end = script[start.upperBound...].firstIndex(of: ";") else { return "" }
        return script[start.upperBound..<end].split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }.joined()
    }

    @Test func aLongListOfNumbersIsReadQuickly() {
        #expect(SearchText(String(repeating: "1,000,", count: 20_000)).units.count == 99_999)
    }
}
