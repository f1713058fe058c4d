import CasebookModel
import TestSupport
import Testing

@Suite struct BadStatusTests {
    @Test func aWrongWord() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nstatus: publisehd", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-status", "cases/c001.md:3:9",
                    ja: "状態「publisehd」はありません",
                    en: "The status “publisehd” is unknown",
                    suggestions: ["published"])
            ])
    }

    @Test func aJapaneseWord() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nstatus: 公開", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-status", "cases/c001.md:3:9",
                    ja: "状態「公開」はありません",
                    en: "The status “公開” is unknown",
                    suggestions: ["published"], fix: "3:9-3:11 → published")
            ])
    }
}
