@testable import CasebookLoading
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

/// Tests `Tests/Fixtures/submission/texts.json`, with which `Tests/EndToEnd/Readers/test_submission.py` checks the script of the page on
/// which people write cases. `KNOWHOW_RECORD=1` records what is found in its texts.
@Suite struct SubmissionTextTests {
    private struct Table: Codable {
        struct Advised: Codable {
            let text: String
            /// Each rule with what it is about, sorted.
            var found: [String]
        }

        struct Pasted: Codable {
            let text: String
            /// Whether the text may have several lines.
            let lines: Bool
            let result: String
            let changes: [String]
        }

        var advice: [Advised]
        let pasted: [Pasted]
    }

    private static let rules = AdviceSet([
        PersonalName.self, PhoneNumber.self, MailAddress.self, CompanyName.self, MachineDependentCharacter.self,
        HalfWidthKana.self,
    ])

    private static var file: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/submission/texts.json")
    }

    private static func read() throws -> Table { try JSONDecoder().decode(Table.self, from: Data(contentsOf: file)) }

    private func found(in text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = ProseScanner(bytes, 0..<bytes.count, rules: Self.rules, isMarkdown: false)
            scanner.scan()
            return scanner.findings.map { "\(type(of: $0.problem).id) \(scanner.string($0.bytes))" }.sorted()
        }
    }

    @Test func advice() throws {
        var table = try Self.read()
        if Repository.isRecording {
            for index in table.advice.indices { table.advice[index].found = found(in: table.advice[index].text) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let lines = { (values: [any Encodable]) in
                try values.map { String(decoding: try encoder.encode($0), as: UTF8.self) }.joined(separator: ",\n")
            }
            let text = try "{\"advice\":[\n\(lines(table.advice))\n],\"pasted\":[\n\(lines(table.pasted))\n]}\n"
            try Data(text.utf8).write(to: Self.file)
        }
        #expect(table.advice.count > 150)
        for row in table.advice { #expect(found(in: row.text) == row.found, "\(row.text)") }
    }

    /// What the script makes a list of is what the rule about lists reports, and then no more.
    @Test func lists() throws {
        func isReported(_ text: String) -> Bool {
            let source = SourceText(path: "a.md", utf8: Array((text + "\n").utf8))
            return MarkdownDocument.parseFindingMarks(source, bytes: 0..<source.utf8.count).marks.contains { mark in
                switch mark.kind {
                case .listItem, .joinedItem: true
                default: false
                }
            }
        }
        for row in try Self.read().pasted where row.lines {
            #expect(isReported(row.text) == row.changes.contains("lists"), "\(row.text)")
            #expect(!isReported(row.result), "\(row.result)")
        }
    }
}
