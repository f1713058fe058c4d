import CasebookModel
import TestSupport
import Testing

@Suite struct DeadLinkTests {
    @Test func theNearestFile() {
        let problems = SmallCasebook()
            .replacing("工夫しました。", with: "[あ](c003.md)と[い](../pages/abuot.md)", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:5",
                    ja: "リンク先「c003.md」がありません",
                    en: "The link target “c003.md” does not exist",
                    suggestions: []),
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:18",
                    ja: "リンク先「../pages/abuot.md」がありません",
                    en: "The link target “../pages/abuot.md” does not exist",
                    suggestions: ["../pages/about.md"]),
            ])
    }

    @Test func whatWasMeant() {
        let problems = SmallCasebook()
            .replacing(
                "工夫しました。",
                with: "[あ](/cases/c002.md) [い](C002.md#effect) [う](c002.html) [え](../cases/c002)", in: "cases/c001.md"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:5",
                    ja: "リンク先「/cases/c002.md」がありません",
                    en: "The link target “/cases/c002.md” does not exist",
                    suggestions: ["c002.md"], fix: "14:5-14:19 → c002.md"),
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:25",
                    ja: "リンク先「C002.md#effect」がありません",
                    en: "The link target “C002.md#effect” does not exist",
                    suggestions: ["c002.md#effect"], fix: "14:25-14:39 → c002.md#effect"),
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:45",
                    ja: "リンク先「c002.html」がありません",
                    en: "The link target “c002.html” does not exist",
                    suggestions: ["c002.md"], fix: "14:45-14:54 → c002.md"),
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:60",
                    ja: "リンク先「../cases/c002」がありません",
                    en: "The link target “../cases/c002” does not exist",
                    suggestions: ["c002.md"], fix: "14:60-14:73 → c002.md"),
            ])
    }

    @Test func nothingAtAll() {
        let problems = SmallCasebook().replacing("工夫しました。", with: "[あ](nowhere/x.md)", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "dead-link", "cases/c001.md:14:5",
                    ja: "リンク先「nowhere/x.md」がありません",
                    en: "The link target “nowhere/x.md” does not exist")
            ])
    }

    /// What is wrong is the file, which is reported once: the links to it are right.
    @Test(arguments: [
        ("cases/c002.md", "[あ](c002.md)と[い](c002.md#effect)"), ("pages/about.md", "[あ](../pages/about.md#目的)"),
        ("categories/strengths.md", "[あ](../categories/strengths.md)"),
    ])
    func aLinkToAFileThatCannotBeRead(location: String, text: String) {
        let casebook = SmallCasebook()
            .replacing("工夫しました。", with: text, in: "cases/c001.md")
            .replacing("actors: [本人, 家族]", with: "actors: [本人, 家族]\nrelated: [c002]", in: "cases/c001.md")
            .adding(location, bytes: Array("---\ntitle: ".utf8) + [0x8E, 0x96, 0x97, 0xE1, 0x0A])
        #expect(casebook.problems().map { "\($0.id) \($0.location)" } == ["unreadable-bytes \(location):2:8"])
    }

    /// A file that is missing next to one that cannot be read is still reported.
    @Test func aDeadLinkNextToAFileThatCannotBeRead() {
        let casebook = SmallCasebook()
            .replacing("工夫しました。", with: "[あ](c002.md)と[い](c003.md)", in: "cases/c001.md")
            .adding("cases/c002.md", bytes: [0x8E, 0x96, 0x97, 0xE1, 0x0A])
        #expect(
            casebook.problems().map { "\($0.id) \($0.location)" } == [
                "dead-link cases/c001.md:14:18", "unreadable-bytes cases/c002.md:1:1",
            ])
    }
}
