import CasebookModel
import TestSupport
import Testing

@Suite struct MissingColonTests {
    @Test func aKnownKey() {
        let problems = SmallCasebook().replacing("title: 一", with: "title 一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-colon", "cases/c001.md:2:1",
                    ja: "「title」の後に半角のコロン「:」がありません",
                    en: "The colon “:” after “title” is missing",
                    fix: "2:1-2:7 → title: ")
            ])
    }

    @Test func anyOtherLine() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nこの行は何でもない", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-colon", "cases/c001.md:3:1",
                    ja: "「項目: 値」の形になっていない行です",
                    en: "This line is not of the form “key: value”")
            ])
    }
}
