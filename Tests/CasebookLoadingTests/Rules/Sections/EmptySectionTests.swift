import CasebookModel
import TestSupport
import Testing

@Suite struct EmptySectionTests {
    @Test func nothingOrOnlyAHeadingOrAComment() {
        let problems = SmallCasebook()
            .replacing("必要でした。\n\n", with: "", in: "cases/c001.md")
            .replacing("工夫しました。", with: "### 小見出し", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-section", "cases/c001.md:8:1",
                    ja: "見出し「必要性・きっかけ」の下に文がありません",
                    en: "There is no text under the heading “必要性・きっかけ”"),
                ReportedProblem(
                    "empty-section", "cases/c001.md:10:1",
                    ja: "見出し「取組・工夫の概要」の下に文がありません",
                    en: "There is no text under the heading “取組・工夫の概要”"),
            ])
    }

    @Test func aCommentAlone() {
        let problems = SmallCasebook().replacing("必要でした。", with: "<!-- ここに書く -->", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-section", "cases/c001.md:8:1",
                    ja: "見出し「必要性・きっかけ」の下に文がありません",
                    en: "There is no text under the heading “必要性・きっかけ”")
            ])
    }

    @Test func aDraftMayBeUnwritten() {
        let problems = SmallCasebook()
            .replacing("必要でした。", with: "<!-- ここに書く -->", in: "cases/c001.md")
            .replacing("actors:", with: "status: draft\nactors:", in: "cases/c001.md").read().diagnostics
        #expect(problems.map(\.severity) == [.warning])
        #expect(
            problems.map(ReportedProblem.init) == [
                ReportedProblem(
                    "unwritten-section", "cases/c001.md:9:1",
                    ja: "見出し「必要性・きっかけ」の下に、まだ文がありません。公開する前に書いてください",
                    en: "There is no text yet under the heading “必要性・きっかけ”: write it before publishing")
            ])
    }
}
