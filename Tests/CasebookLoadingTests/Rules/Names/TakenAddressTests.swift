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
