import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownTermTests {
    @Test func theHeadlineAndTheNearest() {
        let problems = SmallCasebook().replacing("就労情報提供", with: "個性・強み・興味の把捏", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-term", "cases/c001.md:3:11",
                    ja: "分野「個性・強み・興味の把捏」はありません",
                    en: "“category” has no term “個性・強み・興味の把捏”",
                    suggestions: ["個性・強み・興味の把握"])
            ])
    }

    @Test func inAList() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人, ジョブコーチ]", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-term", "cases/c001.md:5:14",
                    ja: "関わる人「ジョブコーチ」はありません。新しいものなら、「actors」フォルダーにファイルを作って加えてください",
                    en: "“actors” has no term “ジョブコーチ”: if it is a new one, add a file for it to the folder “actors”")
            ])
    }

    @Test func otherWidthsAreTheSame() {
        let problems = SmallCasebook().replacing("ハローワーク", with: "ﾊﾛｰ ﾜｰｸ", in: "cases/c001.md").problems()
        #expect(problems == [])
    }
}
