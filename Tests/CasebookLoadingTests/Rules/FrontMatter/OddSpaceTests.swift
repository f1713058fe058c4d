import CasebookModel
import TestSupport
import Testing

@Suite struct OddSpaceTests {
    @Test func afterTheColon() {
        let problems = SmallCasebook().replacing("title: 一", with: "title:\u{3000}一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "odd-space", "cases/c001.md:2:7",
                    ja: "全角の空白（スペース）があります。取り除くか、半角に直してください",
                    en: "There is a full-width space: remove it or write an ASCII space",
                    fix: "2:7-2:8 →  ")
            ])
    }

    @Test func beforeTheKey() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "\u{3000}title: 一つ目の事例", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "odd-space", "cases/c001.md:2:1",
                    ja: "全角の空白（スペース）があります。取り除くか、半角に直してください",
                    en: "There is a full-width space: remove it or write an ASCII space",
                    fix: "2:1-2:2 → ")
            ])
    }

    @Test func betweenKeyAndColon() {
        let problems = SmallCasebook().replacing("title:", with: "title\u{A0}:", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "odd-space", "cases/c001.md:2:6",
                    ja: "見えない文字や、半角でない空白（改行しない空白 U+00A0）があります。取り除くか、半角の空白に直してください",
                    en:
                        "There is an invisible character or a space that is not ASCII (no-break space U+00A0): remove it or write an ASCII space",
                    fix: "2:6-2:7 → ")
            ])
    }

    @Test func afterTheSpace() {
        let problems = SmallCasebook().replacing("title: 一", with: "title: \u{3000}一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "odd-space", "cases/c001.md:2:8",
                    ja: "全角の空白（スペース）があります。取り除くか、半角に直してください",
                    en: "There is a full-width space: remove it or write an ASCII space",
                    fix: "2:8-2:9 → ")
            ])
    }

    @Test func withAFullWidthColon() {
        let problems = SmallCasebook().replacing("title: 一", with: "title：\u{3000}一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-colon", "cases/c001.md:2:6",
                    ja: "コロンが全角です。半角の「:」にしてください",
                    en: "The colon is full-width: write an ASCII “:”",
                    fix: "2:6-2:7 → :"),
                ReportedProblem(
                    "odd-space", "cases/c001.md:2:7",
                    ja: "全角の空白（スペース）があります。取り除くか、半角に直してください",
                    en: "There is a full-width space: remove it or write an ASCII space",
                    fix: "2:7-2:8 →  "),
            ])
    }
}
