import CasebookModel
import TestSupport
import Testing

@Suite struct MissingSectionTests {
    @Test func atTheNextHeading() {
        let problems = SmallCasebook().replacing("## 必要性・きっかけ\n\n必要でした。\n\n", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-section", "cases/c001.md:8:1",
                    ja: "見出し「## 必要性・きっかけ」がありません",
                    en: "The heading “## 必要性・きっかけ” is missing")
            ])
    }

    /// The line that is meant as the heading is named, not the next heading.
    @Test(arguments: [
        "##取組・工夫の概要", "＃＃取組・工夫の概要", "＃＃　取組・工夫の概要", "取組・工夫の概要", "**取組・工夫の概要**", "■取組・工夫の概要", "● 取組・工夫の概要", "２．取組・工夫の概要",
        "【取組・工夫の概要】", "### 取組・工夫の概要", "#取組･工夫の概要", "取組・工夫の概要：", "\u{3000}取組・工夫の概要",
    ])
    func atTheLineThatIsMeant(_ line: String) {
        let problems = SmallCasebook().replacing("## 取組・工夫の概要", with: line, in: "cases/c001.md").problems()
            .filter { $0.id == "missing-section" }
        #expect(
            problems == [
                ReportedProblem(
                    "missing-section", "cases/c001.md:12:1",
                    ja: "見出し「## 取組・工夫の概要」がありません。「\(line)」の行を「## 取組・工夫の概要」に直してください",
                    en: "The heading “## 取組・工夫の概要” is missing: change the line “\(line)” to “## 取組・工夫の概要”",
                    fix: "12:1-12:\(line.count + 1) → ## 取組・工夫の概要")
            ])
    }

    @Test func aFirstHeadingThatIsNoneIsToldOnce() {
        let problems = SmallCasebook().replacing("## 必要性・きっかけ", with: "＃＃必要性・きっかけ", in: "cases/c001.md").problems()
        #expect(problems.map { "\($0.id) \($0.location)" } == ["missing-section cases/c001.md:8:1"])
    }

    /// The right form would look the same as what is written.
    @Test func anInvisibleCharacterIsNamed() {
        let problems = SmallCasebook().replacing("## 必要性・きっかけ", with: "##\u{A0}必要性・きっかけ", in: "cases/c001.md").problems()
        #expect(problems.map { "\($0.id) \($0.location)" } == ["missing-section cases/c001.md:8:1"])
        #expect(problems.first?.ja.hasPrefix("この行に") == true)
        #expect(problems.first?.ja.contains("（U+00A0）があるため、見出し「必要性・きっかけ」になっていません。") == true)
        #expect(problems.first?.fix == "8:1-8:12 → ## 必要性・きっかけ")
    }

    /// Sentences with the words of a heading are no headings.
    @Test(arguments: ["取組・工夫の概要を書きます。", "前の取組・工夫の概要", "取組・工夫"])
    func aSentenceIsNotMeant(_ line: String) {
        let problems = SmallCasebook().replacing("## 取組・工夫の概要", with: line, in: "cases/c001.md").problems()
        #expect(problems.map(\.fix) == [nil])
        #expect(problems.map(\.id) == ["missing-section"])
    }

    @Test func atTheEnd() {
        let problems = SmallCasebook().replacing("\n## 取組・工夫の概要\n\n工夫しました。\n", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-section", "cases/c001.md:10:7",
                    ja: "見出し「## 取組・工夫の概要」がありません",
                    en: "The heading “## 取組・工夫の概要” is missing")
            ])
    }

    @Test func aWithdrawnCaseNeedsNone() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nstatus: withdrawn", in: "cases/c001.md")
            .replacing("## 必要性・きっかけ\n\n必要でした。\n\n## 取組・工夫の概要\n\n工夫しました。\n", with: "", in: "cases/c001.md")
            .problems()
        #expect(problems == [])
    }
}
