import Basics
import Testing

@testable import Diagnostics

/// What a record of diagnostics holds is printed as the diagnostics themselves.
@Suite struct DiagnosticRecordTests {
    private struct Sample: Problem {
        var id = "sample-problem"
        var severity = Severity.warning
        var message = Message(ja: "「直すところ」があります", en: "There is something to fix")
        var allowed: [String] = []
        var suggestions: [String] = []
        var count = 1
    }

    private static let text = SourceText(path: "content/cases/c002.md", utf8: Array("---\ntitle: 事例\n---\n".utf8))
    private static let range = text.range(ofBytes: 11..<17)

    private static var samples: [Diagnostic] {
        let note = Diagnostic.Note(Message(ja: "ここにも", en: "also here"), path: "content/cases/c001.md", range: range)
        let fix = Diagnostic.FixIt(range: range, bytes: 11..<17, replacement: "秘密の語", isHidden: true)
        return [
            Diagnostic(Sample(), path: "content/images/x.png"),
            Diagnostic(Sample(severity: .error, count: 24), path: "content/casebook.yml", range: range),
            Diagnostic(Sample(suggestions: ["事列", "事例集"]), in: text, bytes: 11..<17, notes: [note, note]),
            Diagnostic(
                Sample(allowed: (1...120).map { "値\($0)" }), in: text, bytes: 11..<17,
                notes: [.init(Message(ja: "", en: ""), path: "x")], replacement: "別の題"),
            Diagnostic(Sample(), path: text.path, range: range, line: Excerpt(text: "…長い行", column: 61), fixIt: fix),
        ]
    }

    private static func bytes(_ diagnostics: [Diagnostic]) -> [UInt8] {
        var record = RecordWriter()
        for diagnostic in diagnostics { diagnostic.write(to: &record) }
        return record.bytes
    }

    @Test func readDiagnosticsArePrintedAlike() throws {
        var record = RecordReader(Self.bytes(Self.samples))
        let read = try Self.samples.map { _ in try #require(Diagnostic(from: &record)) }
        #expect(record.isAtEnd)
        for format in DiagnosticFormat.allCases {
            for language in Language.allCases {
                #expect(format.format(read, in: language) == format.format(Self.samples, in: language))
            }
        }
        #expect(Array(read.dropLast()) == Array(Self.samples.dropLast()))
        #expect(read.problemCount == Self.samples.problemCount)
    }

    @Test func hiddenFixIsLeftOut() throws {
        let bytes = Self.bytes(Self.samples)
        #expect(bytes.firstRange(of: Array("秘密の語".utf8)) == nil)
        #expect(bytes.firstRange(of: Array("別の題".utf8)) != nil)
    }

    @Test func cutRecordIsNoDiagnostic() {
        for sample in Self.samples {
            let bytes = Self.bytes([sample])
            for count in 0..<bytes.count {
                var record = RecordReader(Array(bytes[..<count]))
                #expect(Diagnostic(from: &record) == nil)
            }
        }
    }
}
