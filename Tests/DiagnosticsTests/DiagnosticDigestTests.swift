import Diagnostics
import Testing

private struct SampleProblem: Problem {
    let id: String
    let severity: Severity
    let message = Message(ja: "見直してください", en: "look at this")
}

/// Diagnostics of one rule in files `a00.md`, `a01.md`, …
private func diagnostics(_ id: String, _ severity: Severity, count: Int, folder: String) -> [Diagnostic] {
    (0..<count).map { Diagnostic(SampleProblem(id: id, severity: severity), path: "\(folder)/a\($0 < 10 ? "0" : "")\($0).md") }
}

@Suite struct DiagnosticDigestTests {
    @Test(arguments: 0..<40)
    func textsOfAnEarlierDigestAreReused(seed: Int) {
        // Any two selections of the same diagnostics, which differ by path, rule and severity.
        let all = many + diagnostics("dead-link", .warning, count: 12, folder: "b") + many.prefix(3)
        func selection(_ factor: Int) -> [Diagnostic] {
            all.enumerated().filter { ($0.offset * factor + seed) % 7 < 1 + seed % 6 }.map(\.element)
        }
        for showsAll in [true, false] {
            let old = DiagnosticDigest(selection(3), showsAll: showsAll)
            let new = DiagnosticDigest(selection(5), showsAll: showsAll)
            let (texts, newCount) = new.problems(in: .ja, following: old, old.problems(in: .ja))
            #expect(texts == new.problems(in: .ja))
            #expect(newCount == texts.count { !old.problems(in: .ja).contains($0) })
            #expect(old.problems(in: .ja, following: old, old.problems(in: .ja)).newCount == 0)
        }
    }

    private let many =
        diagnostics("long-sentence", .warning, count: 26, folder: "a")
        + diagnostics("dead-link", .error, count: 12, folder: "b") + diagnostics("unknown-term", .error, count: 1, folder: "z")

    @Test func tenOfEachRuleArePrintedAndTheRestIsCounted() {
        let digest = DiagnosticDigest(many, showsAll: false)
        let problems = digest.problems(in: .ja)
        #expect(problems.count == 21)
        #expect(problems.count { $0.contains("[long-sentence]") } == 10)
        #expect(
            digest.omissions(in: .ja) == [
                "エラー: ほかに2件 [dead-link]（--all を付けると、すべて示します）", "警告: ほかに16件 [long-sentence]（--all を付けると、すべて示します）",
            ])
        #expect(
            digest.omissions(in: .en) == [
                "error: 2 more [dead-link] (add --all to see them all)",
                "warning: 16 more [long-sentence] (add --all to see them all)",
            ])
    }

    @Test func exactlyTenLeaveNothingOut() {
        let digest = DiagnosticDigest(diagnostics("a", .warning, count: 10, folder: "a"), showsAll: false)
        #expect(digest.problems(in: .ja).count == 10)
        #expect(digest.omissions(in: .ja) == [])
        let eleven = DiagnosticDigest(diagnostics("a", .warning, count: 11, folder: "a"), showsAll: false)
        #expect(eleven.problems(in: .ja).count == 10)
        #expect(eleven.omissions(in: .ja) == ["警告: ほかに1件 [a]（--all を付けると、すべて示します）"])
    }

    @Test func errorsComeBeforeWarningsInEachOrderOfFiles() {
        let problems = DiagnosticDigest(many, showsAll: false).problems(in: .en)
        let lastError = problems.lastIndex { $0.contains(": error: ") }
        let firstWarning = problems.firstIndex { $0.contains(": warning: ") }
        #expect(lastError == 10)
        #expect(firstWarning == 11)
        #expect(problems.first?.hasPrefix("b/a00.md: ") == true)
        #expect(DiagnosticFormat.text.format(many, in: .en).hasPrefix("b/a00.md: "))
    }

    /// A rule that is an error in one place and a warning in another has ten of both.
    @Test func warningsDoNotUseUpTheErrorsOfTheirRule() {
        let both = diagnostics("a", .warning, count: 30, folder: "a") + diagnostics("a", .error, count: 3, folder: "b")
        let digest = DiagnosticDigest(both, showsAll: false)
        #expect(digest.problems(in: .en).count { $0.contains(": error: ") } == 3)
        #expect(digest.omissions(in: .en) == ["warning: 20 more [a] (add --all to see them all)"])
    }

    @Test func allShowsAll() {
        let digest = DiagnosticDigest(many, showsAll: true)
        #expect(digest.problems(in: .ja).count == 39)
        #expect(digest.omissions(in: .ja) == [])
    }

    @Test func warningsCanBeLeftOut() {
        let digest = DiagnosticDigest(many, showsAll: false, showsWarnings: false)
        #expect(digest.problems(in: .ja).count == 11)
        #expect(digest.omissions(in: .ja).count == 1)
        let warnings = diagnostics("a", .warning, count: 30, folder: "a")
        #expect(DiagnosticDigest(warnings, showsAll: false, showsWarnings: false).text(in: .ja) == "")
    }

    @Test func aTextWithoutOmissionsIsThatOfTheFormat() {
        let few = diagnostics("a", .warning, count: 3, folder: "a")
        #expect(DiagnosticDigest(few, showsAll: false).text(in: .ja) == DiagnosticFormat.text.format(few, in: .ja))
        #expect(DiagnosticDigest([], showsAll: false).text(in: .ja) == "")
    }

    /// The formats for programs have no limit.
    @Test(arguments: [DiagnosticFormat.json, .csv, .github])
    func formatsForProgramsHoldAll(_ format: DiagnosticFormat) {
        #expect(format.format(many, in: .en).split(separator: format == .json ? "\"message\"" : "look at this").count == 40)
    }
}
