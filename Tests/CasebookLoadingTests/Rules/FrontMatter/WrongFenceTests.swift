import CasebookModel
import TestSupport
import Testing

@Suite struct WrongFenceTests {
    @Test func fullWidthHyphens() {
        let problems = SmallCasebook().replacing("家族]\n---\n", with: "家族]\n－－－\n", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wrong-fence", "cases/c001.md:6:1",
                    ja: "項目の始まりと終わりの行は、半角のハイフン3つ「---」だけにしてください",
                    en: "Begin and end the front matter with exactly three ASCII hyphens: “---”",
                    fix: "6:1-6:4 → ---")
            ])
    }

    @Test func dashesAndTheWrongNumber() {
        let problems = SmallCasebook()
            .replacing("---\ntitle", with: "———\ntitle", in: "cases/c001.md")
            .replacing("家族]\n---\n", with: "家族]\n-----\n", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wrong-fence", "cases/c001.md:1:1",
                    ja: "項目の始まりと終わりの行は、半角のハイフン3つ「---」だけにしてください",
                    en: "Begin and end the front matter with exactly three ASCII hyphens: “---”",
                    fix: "1:1-1:4 → ---"),
                ReportedProblem(
                    "wrong-fence", "cases/c001.md:6:1",
                    ja: "項目の始まりと終わりの行は、半角のハイフン3つ「---」だけにしてください",
                    en: "Begin and end the front matter with exactly three ASCII hyphens: “---”",
                    fix: "6:1-6:6 → ---"),
            ])
    }
}
