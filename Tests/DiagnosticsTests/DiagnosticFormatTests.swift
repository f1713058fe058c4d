import Basics
import Diagnostics
import Foundation
import Testing

private struct SampleProblem: Problem {
    var id = "unknown-term"
    var severity = Severity.error
    var message = Message(
        ja: "分野「個性・強み・興味の把捏」はありません", en: "There is no category “個性・強み・興味の把捏”")
    var allowed: [String] = []
    var suggestions = ["個性・強み・興味の把握"]
}

private let text = SourceText(
    path: "content/cases/c002.md",
    utf8: Array("---\ntitle: 事例\ncategory: 個性・強み・興味の把捏\n---\n".utf8))

/// The range in bytes of a word's first occurrence.
private func bytes(of word: String, in text: SourceText) -> Range<Int> {
    let all = String(decoding: text.utf8, as: UTF8.self)
    guard let range = all.range(of: word) else { return 0..<0 }
    return all.utf8.distance(
        from: all.startIndex, to: range.lowerBound)..<all.utf8
        .distance(from: all.startIndex, to: range.upperBound)
}

private var sample: Diagnostic {
    Diagnostic(SampleProblem(), in: text, bytes: bytes(of: "個性・強み・興味の把捏", in: text))
}

@Suite struct DiagnosticFormatTests {
    @Test func textInJapaneseMarksWideCharactersWithTwoCarets() {
        #expect(
            DiagnosticFormat.text.format([sample], in: .ja) == """
                content/cases/c002.md:3:11: エラー: 分野「個性・強み・興味の把捏」はありません [unknown-term]
                  3 | category: 個性・強み・興味の把捏
                                ^^^^^^^^^^^^^^^^^^^^^^
                  もしかして: 個性・強み・興味の把握

                """)
    }

    @Test func textInEnglish() {
        let output = DiagnosticFormat.text.format([sample], in: .en)
        #expect(output.hasPrefix("content/cases/c002.md:3:11: error: There is no category “個性・強み・興味の把捏” [unknown-term]\n"))
        #expect(output.contains("\n  did you mean: 個性・強み・興味の把握\n"))
    }

    @Test func notesAndAllowedWordsAreListed() {
        var problem = SampleProblem()
        problem.severity = .warning
        problem.allowed = ["就労情報提供", "個性・強み・興味の把握"]
        let note = Diagnostic.Note(
            Message(ja: "ここにもあります", en: "also here"), path: "content/cases/c001.md",
            range: SourceRange(start: SourcePosition(line: 2, column: 8), end: SourcePosition(line: 2, column: 9)))
        let diagnostic = Diagnostic(problem, in: text, bytes: 0..<3, notes: [note])
        let output = DiagnosticFormat.text.format([diagnostic], in: .ja)
        #expect(output.contains("警告"))
        #expect(output.contains("  使えるもの: 就労情報提供、個性・強み・興味の把握\n"))
        #expect(output.contains("  content/cases/c001.md:2:8: ここにもあります\n"))
    }

    @Test func controlAndBidirectionalCharactersOfContentDoNotReachATerminal() {
        let hostile = SourceText(path: "a\u{1B}[2J.md", utf8: Array("x\u{1B}[31m\u{202E}y".utf8))
        let output = DiagnosticFormat.text.format(
            [Diagnostic(SampleProblem(), in: hostile, bytes: 0..<1)], in: .ja)
        #expect(!output.unicodeScalars.contains("\u{1B}"))
        #expect(!output.unicodeScalars.contains("\u{202E}"))
        #expect(output.contains("␛[31m"))
    }

    /// Embeddings, overrides and isolates would let a text in a message look like another one.
    @Test(arguments: [0x202A...0x202E, 0x2066...0x2069].flatMap { $0.compactMap { Unicode.Scalar($0 as UInt32) } })
    func everyBidirectionalControlIsReplacedEverywhere(control: Unicode.Scalar) {
        let hostile = "a\(control)b"
        var problem = SampleProblem()
        problem.message = Message(ja: "「\(hostile)」はありません", en: "no \(hostile)")
        (problem.allowed, problem.suggestions) = ([hostile], [hostile])
        let text = SourceText(path: "\(hostile).md", utf8: Array("x\(hostile)y".utf8))
        let note = Diagnostic.Note(problem.message, path: "\(hostile).yml")
        let diagnostic = Diagnostic(problem, in: text, bytes: 1..<2, notes: [note])
        for language in Language.allCases {
            let output = DiagnosticFormat.text.format([diagnostic], in: language)
            #expect(!output.unicodeScalars.contains(control))
            // The path, the message, the line, the suggestion, the allowed word, and the path and message of the note.
            #expect(output.components(separatedBy: "a\u{FFFD}b").count == 8)
        }
    }

    /// Marks of direction reorder nothing, and neither do the scalars next to the controls.
    @Test(arguments: ["\u{2029}", "\u{202F}", "\u{2065}", "\u{206A}", "あ", "\u{5D0}"])
    func neighboursOfBidirectionalControlsStay(text: String) {
        #expect(text.visible == text)
    }

    @Test func diagnosticsAreSortedByFileAndPosition() {
        let later = Diagnostic(SampleProblem(), in: text, bytes: 20..<21)
        let earlier = Diagnostic(SampleProblem(), in: text, bytes: 1..<2)
        let other = Diagnostic(SampleProblem(), path: "content/casebook.yml")
        #expect([later, earlier, other].sorted() == [other, earlier, later])
    }

    @Test func jsonCanBeParsed() throws {
        var problem = SampleProblem()
        problem.message = Message(ja: "「\"\\\n\u{1}」", en: "")
        let diagnostic = Diagnostic(problem, in: text, bytes: bytes(of: "把捏", in: text))
        let output = DiagnosticFormat.json.format([diagnostic, Diagnostic(problem, path: "x")], in: .ja)
        let parsed = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]]
        let first = try #require(parsed?.first)
        #expect(first["id"] as? String == "unknown-term")
        #expect(first["message"] as? String == "「\"\\\n\u{1}」")
        #expect(first["line"] as? Int == 3)
        #expect(first["column"] as? Int == 20)
        #expect(first["endColumn"] as? Int == 22)
        #expect(parsed?.last?["line"] is NSNull)
        #expect(DiagnosticFormat.json.format([], in: .ja) == "[]\n")
    }

    @Test func csvIsQuotedAndHasNoFormulas() {
        var problem = SampleProblem()
        problem.message = Message(ja: "=A1,\"x\"", en: "")
        let output = DiagnosticFormat.csv.format([Diagnostic(problem, path: "a.md")], in: .ja)
        #expect(output.hasPrefix("\u{FEFF}ファイル,行,列,重さ,種類,内容,もしかして\r\n"))
        #expect(output.hasSuffix("a.md,,,エラー,unknown-term,\"'=A1,\"\"x\"\"\",個性・強み・興味の把握\r\n"))
    }

    @Test func githubCommandsAreEscaped() {
        var problem = SampleProblem()
        problem.message = Message(ja: "100%\nだめ", en: "")
        let diagnostic = Diagnostic(problem, in: SourceText(path: "a,b:c.md", utf8: [0x61]), bytes: 0..<1)
        #expect(
            DiagnosticFormat.github.format([diagnostic], in: .ja)
                == "::error file=a%2Cb%3Ac.md,line=1,col=1,title=unknown-term::100%25%0Aだめ（もしかして: 個性・強み・興味の把握）\n")
    }

    @Test func annotationsStayOnOneLine() {
        var problem = SampleProblem()
        problem.message = Message(ja: "「a\r\n::error::b%\n」", en: "x")
        problem.suggestions = []
        let output = DiagnosticFormat.github.format([Diagnostic(problem, path: "a\r\nb,c:d")], in: .ja)
        #expect(output == "::error file=a%0D%0Ab%2Cc%3Ad,title=unknown-term::「a%0D%0A::error::b%25%0A」\n")
    }

    @Test func noCSVCellIsAFormula() {
        for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n", "\r"] {
            var csv = CSVWriter(isContinued: true)
            csv.cell("\(sign)1")
            #expect(String(decoding: csv.bytes, as: UTF8.self).contains("'\(sign)1"), "\(sign)")
        }
        var csv = CSVWriter(isContinued: true)
        csv.cell("！＝")
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "！＝")
    }
}
