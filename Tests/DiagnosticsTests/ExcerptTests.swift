import Diagnostics
import Testing

/// The part of a line that messages show.
@Suite struct ExcerptTests {
    private struct Sample: Problem {
        let id = "sample"
        var message = Message(ja: "問題", en: "problem")
        var suggestions: [String] = []
        var allowed: [String] = []
    }

    private func excerpt(_ line: String, at character: Int) -> Excerpt {
        let text = SourceText(path: "a.md", utf8: Array("前の行\n\(line)\n次の行\n".utf8))
        return text.excerpt(atByte: "前の行\n".utf8.count + line.prefix(character).utf8.count)
    }

    @Test(arguments: ["", "短い行", String(repeating: "あ", count: 200), String(repeating: "a", count: 200), "か\u{3099}き"])
    func aShortLineIsWhole(line: String) {
        for character in [0, line.count / 2, line.count] {
            #expect(excerpt(line, at: character) == Excerpt(text: line, column: 1))
        }
    }

    @Test(arguments: [201, 300, 5_000, 400_000])
    func aLongLineIsShownAroundThePosition(count: Int) {
        let digits = Array("零一二三四五六七八九")
        let line = String((0..<count).map { digits[$0 % 10] })
        for character in [0, 1, 59, 60, 61, 140, count / 2, count - 141, count - 140, count - 1, count] {
            let found = excerpt(line, at: character)
            #expect(found.text.count <= Excerpt.limit)
            #expect((found.column...found.column + found.text.count).contains(character + 1), "\(character) of \(count)")
            // Every character that is shown is the one of its column, and a mark is where the line goes on.
            for (index, shown) in found.text.enumerated() where shown != "…" {
                #expect(shown == digits[(found.column - 1 + index) % 10])
            }
            #expect(found.text.hasPrefix("…") == (found.column > 1))
            #expect(found.text.hasSuffix("…") == (found.column - 1 + found.text.count < count || character < count - 140))
            #expect(character <= 60 || found.column == character + 1 - 60)
        }
    }

    /// Characters of several scalars are neither cut nor counted as several.
    @Test func charactersAreNotCut() {
        let line = String(repeating: "👨‍👩‍👧", count: 400)
        for character in [0, 1, 200, 399] {
            let found = excerpt(line, at: character)
            #expect(found.text.count <= Excerpt.limit && found.text.allSatisfy { $0 == "👨‍👩‍👧" || $0 == "…" })
            #expect(found.column == max(1, character + 1 - 60))
        }
    }

    @Test func theCaretIsUnderTheSameCharacterWhereverTheLineIsCut() {
        for before in [0, 10, 59, 60, 61, 1_000, 100_000] {
            let line = String(repeating: "あ", count: before) + "誤り" + String(repeating: "い", count: 1_000)
            let text = SourceText(path: "a.md", utf8: Array(line.utf8))
            let diagnostic = Diagnostic(Sample(), in: text, bytes: before * 3..<before * 3 + 6)
            #expect(diagnostic.range?.start.column == before + 1)
            let lines = DiagnosticFormat.text.format([diagnostic], in: .ja).split(separator: "\n")
            let (shown, carets) = (lines[1].dropFirst(6), lines[2].dropFirst(6))
            #expect(shown.count == Excerpt.limit)
            #expect(carets.drop { $0 == " " } == "^^^^")
            let width = shown.prefix { $0 != "誤" }.reduce(0) { $0 + ($1 == "…" ? 1 : 2) }
            #expect(carets.prefix { $0 == " " }.count == width)
        }
    }

    /// A range that goes on after the excerpt is marked up to its end.
    @Test func aLongRangeIsMarkedAsFarAsItIsShown() {
        let text = SourceText(path: "a.md", utf8: Array(String(repeating: "あ", count: 9_000).utf8))
        let diagnostic = Diagnostic(Sample(), in: text, bytes: 3_000..<27_000)
        let lines = DiagnosticFormat.text.format([diagnostic], in: .ja).split(separator: "\n")
        #expect(lines[1].dropFirst(6).count == Excerpt.limit)
        #expect(lines[2].count <= 6 + 2 * Excerpt.limit)
    }

    @Test func longMessagesKeepTheirStartAndTheirEnd() {
        let value = String(repeating: "題", count: 20_000)
        let problem = Sample(message: Message(ja: "「\(value)」はありません", en: "There is no “\(value)”: choose one"))
        let note = Diagnostic.Note(problem.message, path: "b.md")
        let diagnostic = Diagnostic(problem, path: "a.md", notes: [note])
        for message in [diagnostic.message, diagnostic.notes[0].message] {
            for text in [message.ja, message.en] { #expect(text.count == 321) }
            #expect(message.ja.hasPrefix("「題題題") && message.ja.hasSuffix("題題」はありません"))
            #expect(message.en.hasPrefix("There is no “題") && message.en.hasSuffix("題”: choose one"))
        }
        for format in DiagnosticFormat.allCases {
            #expect(format.format([diagnostic], in: .ja).utf8.count < 4_000, "\(format)")
        }
        // Common messages stay as they are.
        let short = Sample(message: Message(ja: String(repeating: "題", count: 300), en: "x"))
        #expect(Diagnostic(short, path: "a.md").message == short.message)
    }

    @Test func allowedValuesHaveALimit() {
        let words = (1...150).map { "項目\($0)" }
        let diagnostic = Diagnostic(Sample(allowed: words), path: "a.md")
        #expect(diagnostic.allowed == Array(words.prefix(Diagnostic.allowedLimit)))
        #expect(DiagnosticFormat.text.format([diagnostic], in: .ja).contains("項目100…\n"))
        let few = Diagnostic(Sample(allowed: Array(words.prefix(99))), path: "a.md")
        #expect(DiagnosticFormat.text.format([few], in: .ja).hasSuffix("項目99\n"))
    }
}

/// At most so many problems of each file.
@Suite struct TooManyProblemsTests {
    private struct Sample: Problem {
        let id = "sample"
        let severity: Severity
        let message = Message(ja: "問題", en: "problem")
    }

    private func diagnostics(_ path: String, _ lines: Range<Int>, _ severity: Severity = .warning) -> [Diagnostic] {
        lines.map { line in
            let position = SourcePosition(line: line, column: 1)
            return Diagnostic(Sample(severity: severity), path: path, range: SourceRange(start: position, end: position))
        }
    }

    private func brief(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "\($0.path):\($0.range?.start.line ?? 0) \($0.id) \($0.severity) \($0.count)" }
    }

    @Test func asManyAsTheLimitStay() {
        let found = diagnostics("a.md", 1..<4) + diagnostics("b.md", 1..<4)
        #expect(found.limitedPerFile(to: 3) == found)
        #expect([Diagnostic]().limitedPerFile(to: 3) == [])
    }

    @Test func theRestOfAFileIsCounted() {
        let found = diagnostics("a.md", 1..<10) + diagnostics("b.md", 1..<3) + diagnostics("c.md", 1..<5)
        let limited = found.limitedPerFile(to: 3)
        #expect(
            brief(limited) == [
                "a.md:1 sample warning 1", "a.md:2 sample warning 1", "a.md:3 sample warning 1",
                "a.md:3 too-many-problems warning 6",
                "b.md:1 sample warning 1", "b.md:2 sample warning 1",
                "c.md:1 sample warning 1", "c.md:2 sample warning 1", "c.md:3 sample warning 1",
                "c.md:3 too-many-problems warning 1",
            ])
        #expect(limited.problemCount == found.problemCount && limited.sorted() == limited)
        #expect(limited[3].message.ja == "このファイルには、ほかに6件の問題があります。示したものを直してから、もう一度確かめてください")
        #expect(limited[3].message.en == "This file has more problems (6). Fix those that are shown and check again")
    }

    /// An error after many warnings is shown, and what is left out is a warning.
    @Test func warningsHideNoError() {
        let found = diagnostics("a.md", 1..<10) + diagnostics("a.md", 10..<12, .error)
        #expect(
            brief(found.limitedPerFile(to: 3)) == [
                "a.md:1 sample warning 1", "a.md:10 sample error 1", "a.md:11 sample error 1",
                "a.md:11 too-many-problems warning 8",
            ])
    }

    /// More errors than the limit stay errors.
    @Test func whatIsLeftOutIsAnErrorIfAnErrorIsLeftOut() {
        let found = diagnostics("a.md", 1..<3) + diagnostics("a.md", 3..<8, .error)
        let limited = found.limitedPerFile(to: 3)
        #expect(
            brief(limited) == [
                "a.md:3 sample error 1", "a.md:4 sample error 1", "a.md:5 sample error 1", "a.md:5 too-many-problems error 4",
            ])
    }

    /// What another limit left out is counted with the rest, in one sentence.
    @Test func restsAreAddedUp() {
        let rest = Diagnostic(TooManyProblems(count: 20, severity: .error), path: "a.md")
        #expect(rest.count == 20)
        let limited = ([rest] + diagnostics("a.md", 1..<6)).limitedPerFile(to: 3)
        #expect(brief(limited).last == "a.md:3 too-many-problems error 22" && limited.count == 4)
        #expect(([rest] + diagnostics("a.md", 1..<3)).limitedPerFile(to: 3).problemCount == 22)
    }
}
