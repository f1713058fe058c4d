import CasebookModel
import TestSupport
import Testing

@Suite struct WideColonTests {
    @Test func aFullWidthColon() {
        let problems = SmallCasebook().replacing("title: 一", with: "title：一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-colon", "cases/c001.md:2:6",
                    ja: "コロンが全角です。半角の「:」にしてください",
                    en: "The colon is full-width: write an ASCII “:”",
                    fix: "2:6-2:7 → : ")
            ])
    }

    @Test func aFullWidthColonBeforeASpace() {
        let problems = SmallCasebook().replacing("title: 一", with: "title： 一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-colon", "cases/c001.md:2:6",
                    ja: "コロンが全角です。半角の「:」にしてください",
                    en: "The colon is full-width: write an ASCII “:”",
                    fix: "2:6-2:7 → :")
            ])
    }

    @Test func inANestedMap() {
        let problems = SmallCasebook().replacing("  name: 編集部", with: "  name：編集部", in: "casebook.yml").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-colon", "casebook.yml:5:7",
                    ja: "コロンが全角です。半角の「:」にしてください",
                    en: "The colon is full-width: write an ASCII “:”",
                    fix: "5:7-5:8 → : ")
            ])
    }

    @Test func colonsInTheValueAreText() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "経過：初回 10:30 から", in: "cases/c001.md").problems()
        #expect(problems == [])
    }
}
