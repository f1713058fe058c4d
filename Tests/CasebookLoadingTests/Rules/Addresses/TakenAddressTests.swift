import CasebookModel
import TestSupport
import Testing

@Suite struct TakenAddressTests {
    @Test func oldAddressesThatAreInUse() {
        let problems = SmallCasebook()
            .replacing(
                "title: 一つ目の事例",
                with: "title: 一つ目の事例\naliases: [about.html, cases/c002.html, actors/family-2.html, "
                    + "index.html, compare/x.html, old.html]", in: "cases/c001.md"
            )
            .replacing("title: 二", with: "aliases: old.html\ntitle: 二", in: "cases/c002.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:11",
                    ja: "アドレス「about.html」は別のページのものです",
                    en: "The address “about.html” is already used by another page",
                    notes: ["pages/about.md"]),
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:23",
                    ja: "アドレス「cases/c002.html」は別のページのものです",
                    en: "The address “cases/c002.html” is already used by another page",
                    notes: ["cases/c002.md"]),
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:40",
                    ja: "アドレス「actors/family-2.html」は別のページのものです",
                    en: "The address “actors/family-2.html” is already used by another page",
                    notes: ["actors/family.md"]),
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:62",
                    ja: "アドレス「index.html」は別のページのものです",
                    en: "The address “index.html” is already used by another page"),
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:74",
                    ja: "アドレス「compare/x.html」は別のページのものです",
                    en: "The address “compare/x.html” is already used by another page"),
                ReportedProblem(
                    "taken-address", "cases/c002.md:2:10",
                    ja: "アドレス「old.html」は別のページのものです",
                    en: "The address “old.html” is already used by another page",
                    notes: ["cases/c001.md:3:90"]),
            ])
    }

    private func problems(_ first: String, _ second: String = "other.html") -> [ReportedProblem] {
        SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\naliases: [\(first)]", in: "cases/c001.md")
            .replacing("title: 二", with: "aliases: [\(second)]\ntitle: 二", in: "cases/c002.md").problems()
    }

    @Test func addressesThatDifferOnlyInCapitalLetters() {
        #expect(
            problems("About.html, Old/A.html, old/a.html", "OLD/a.html") == [
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:11",
                    ja: "アドレス「About.html」は「about.html」と、大文字と小文字が違うだけです。"
                        + "区別しないサーバーでは同じになるため、どちらか一つにしてください",
                    en: "The addresses “About.html” and “about.html” differ only in capital letters, and are the same on some "
                        + "hosts: keep one",
                    notes: ["pages/about.md"]),
                ReportedProblem(
                    "taken-address", "cases/c001.md:3:35",
                    ja: "アドレス「old/a.html」は「Old/A.html」と、大文字と小文字が違うだけです。"
                        + "区別しないサーバーでは同じになるため、どちらか一つにしてください",
                    en: "The addresses “old/a.html” and “Old/A.html” differ only in capital letters, and are the same on some "
                        + "hosts: keep one",
                    notes: ["cases/c001.md:3:23"]),
                ReportedProblem(
                    "taken-address", "cases/c002.md:2:11",
                    ja: "アドレス「OLD/a.html」は「Old/A.html」と、大文字と小文字が違うだけです。"
                        + "区別しないサーバーでは同じになるため、どちらか一つにしてください",
                    en: "The addresses “OLD/a.html” and “Old/A.html” differ only in capital letters, and are the same on some "
                        + "hosts: keep one",
                    notes: ["cases/c001.md:3:23"]),
            ])
    }

    @Test(arguments: [
        "Index.html", "cases/", "Assets/old.html", "data/old.htm", "404.html", "Cases/C001.html", "actors/", "search.html",
        "search/", "compare/x/", "cases/c001.html", "actors/Family-2.html", "'%61bout.html'",
    ])
    func addressesOfTheSite(address: String) {
        #expect(problems(address).map(\.id) == ["taken-address"])
    }

    @Test(arguments: [
        "about/", "about.htm", "actors.html", "cases/old/", "Cases/old.html", "actors/old.html", "old/c001.html",
        "Old/Index.htm",
        "pages/about.html", "cases/c1.html",
    ])
    func addressesThatAreFree(address: String) {
        #expect(problems(address).isEmpty)
    }

    @Test func oneAddressOfTwoPagesInTwoForms() {
        #expect(problems("old/", "old/index.html").map(\.id) == ["taken-address"])
        #expect(problems("事例.html", "'%E4%BA%8B%E4%BE%8B.html'").map(\.id) == ["taken-address"])
        #expect(problems("が.html", "か\u{3099}.html").map(\.id) == ["taken-address"])
        #expect(problems("old.html, old.html").map(\.id) == ["taken-address"])
        #expect(problems("old.html", "old.htm").isEmpty)
    }

    @Test func aPageNamedLikeAFolder() {
        let problems = SmallCasebook().adding("pages/actors.md", "---\ntitle: 人\n---\n").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "taken-address", "pages/actors.md",
                    ja: "アドレス「actors」は別のページのものです",
                    en: "The address “actors” is already used by another page",
                    notes: ["casebook.yml:25:13"])
            ])
    }
}
