import CasebookModel
import TestSupport
import Testing

@Suite struct WideDigitsTests {
    @Test func aDate() {
        let problems = SmallCasebook().replacing("2026-04-01", with: "２０２６－０４－０１", in: "cases/c002.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-digits", "cases/c002.md:5:12",
                    ja: "「２０２６－０４－０１」に全角の文字があります。半角で書いてください",
                    en: "“２０２６－０４－０１” contains full-width characters: use ASCII characters",
                    suggestions: ["2026-04-01"], fix: "5:12-5:22 → 2026-04-01")
            ])
    }

    @Test func aNumber() {
        let problems = SmallCasebook().replacing("number: 1", with: "number: １", in: "categories/information.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-digits", "categories/information.md:3:9",
                    ja: "「１」に全角の文字があります。半角で書いてください",
                    en: "“１” contains full-width characters: use ASCII characters",
                    suggestions: ["1"], fix: "3:9-3:10 → 1")
            ])
    }
}
