import Foundation
import Search
import Testing

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
}
