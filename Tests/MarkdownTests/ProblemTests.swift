import Diagnostics
import Markdown
import Testing

/// Every problem: its id, its location, and its message in both languages.
@Suite struct ProblemTests {
    struct Expected: Sendable {
        let text: String
        let id: String
        let severity: Severity
        let start: SourcePosition
        let ja: String
        let en: String

        init(_ text: String, _ id: String, _ severity: Severity, _ line: Int, _ column: Int, ja: String, en: String) {
            (self.text, self.id, self.severity, self.ja, self.en) = (text, id, severity, ja, en)
            start = SourcePosition(line: line, column: column)
        }
    }

    @Test(arguments: ProblemTests.expected)
    func isReported(_ expected: Expected) {
        let diagnostic = parse(expected.text).diagnostics.first { $0.id == expected.id && $0.message.ja == expected.ja }
        #expect(diagnostic?.severity == expected.severity)
        #expect(diagnostic?.range?.start == expected.start)
        #expect(diagnostic?.message.ja == expected.ja)
        #expect(diagnostic?.message.en == expected.en)
        let lines = expected.text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines[expected.start.line - 1]
        #expect(diagnostic?.line?.text == (line.count <= Excerpt.limit ? String(line) : line.prefix(Excerpt.limit - 1) + "…"))
    }

    @Test func allAreTested() {
        #expect(Set(Self.expected.map(\.id)) == Set(MarkdownProblem.examples.map(\.id)))
        let unsupported = Self.expected.filter { $0.id == "unsupported-markdown" }
        #expect(Set(unsupported.map(\.ja)).count == UnsupportedSyntax.allCases.count)
    }

    @Test(arguments: MarkdownProblem.examples)
    func saysWhatToDoInBothLanguages(_ problem: MarkdownProblem) {
        #expect(problem.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") })
        #expect(problem.message.ja.contains("ください"))
        #expect(problem.message.ja.unicodeScalars.contains { $0.isWide })
        #expect(!problem.message.en.isEmpty && !problem.message.en.unicodeScalars.contains { $0.isWide })
    }

    @Test func quotedContentIsShortAndHarmless() {
        let message = MarkdownProblem.unsafeAddress("x:\u{1B}[2J" + String(repeating: "あ", count: 1000)).message
        #expect(message.ja.count < 200)
        #expect(!message.ja.contains("\u{1B}") && message.ja.contains("…"))
    }
}
