import CasebookModel
import TestSupport
import Testing

@Suite struct BadAliasTests {
    @Test func formsThatDoNotFit() {
        let problems = SmallCasebook()
            .replacing(
                "title: 一つ目の事例",
                with: "title: 一つ目の事例\naliases: [/old/a.html, Old.html, old/b, ../c.html, con.html]", in: "cases/c001.md"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:11",
                    ja: "「/old/a.html」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください",
                    en: "“/old/a.html” cannot be an old address: write lower-case ASCII that ends in “.html”, "
                        + "like “old/case1.html”",
                    suggestions: ["old/a.html"], fix: "3:11-3:22 → old/a.html"),
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:24",
                    ja: "「Old.html」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください",
                    en:
                        "“Old.html” cannot be an old address: write lower-case ASCII that ends in “.html”, like “old/case1.html”"
                ),
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:34",
                    ja: "「old/b」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください",
                    en: "“old/b” cannot be an old address: write lower-case ASCII that ends in “.html”, like “old/case1.html”"),
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:41",
                    ja: "「../c.html」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください",
                    en: "“../c.html” cannot be an old address: write lower-case ASCII that ends in “.html”, "
                        + "like “old/case1.html”"),
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:52",
                    ja: "「con.html」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください",
                    en:
                        "“con.html” cannot be an old address: write lower-case ASCII that ends in “.html”, like “old/case1.html”"
                ),
            ])
    }
}
