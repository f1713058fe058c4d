import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownKeyTests {
    @Test func theNearest() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nsumary: 要約", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-key", "cases/c001.md:3:1",
                    ja: "項目「sumary」はありません",
                    en: "The key “sumary” is unknown",
                    suggestions: ["summary"])
            ])
    }

    @Test func aTaxonomysLabelAndAJapaneseWord() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\n関わる人: 本人\n要約: あ", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-key", "cases/c001.md:3:1",
                    ja: "「関わる人」は、「actors:」と書いてください",
                    en: "Write “actors:” instead of “関わる人”",
                    suggestions: ["actors"]),
                ReportedProblem(
                    "unknown-key", "cases/c001.md:4:1",
                    ja: "「要約」は、「summary:」と書いてください",
                    en: "Write “summary:” instead of “要約”",
                    suggestions: ["summary"], fix: "4:1-4:3 → summary"),
            ])
    }

    /// Required keys by their Japanese names are not missing.
    @Test func requiredKeysInJapanese() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "題名: 一つ目の事例", in: "cases/c001.md")
            .replacing("category:", with: "分野：", in: "cases/c001.md")
            .replacing("organization: ハローワーク", with: "取組主\u{3000}体: ハローワーク", in: "cases/c001.md")
            .problems()
        #expect(problems.map(\.id).filter { $0 != "wide-colon" } == ["unknown-key", "unknown-key", "unknown-key"])
        #expect(
            problems.compactMap(\.fix) == ["2:1-2:3 → title", "3:1-3:3 → category", "3:3-3:4 → :", "4:1-4:6 → organization"])
    }

    @Test func inTheSettings() {
        let problems = SmallCasebook().replacing("notice: 注記です。", with: "注記: 注記です。", in: "casebook.yml").problems()
        #expect(problems.map { "\($0.id) \($0.fix ?? "-")" } == ["unknown-key 8:1-8:3 → notice"])
    }

    /// Words that are near none are reported with all that are allowed there.
    @Test func inTaxonomiesAndSections() {
        let problems = SmallCasebook()
            .replacing("    label: 分野\n", with: "    label: 分野\n    farbe: rot\n", in: "casebook.yml")
            .replacing("heading: 効果 }", with: "heading: 効果, pflicht: true }", in: "casebook.yml").read().diagnostics
        #expect(problems.map(\.id) == ["unknown-key", "unknown-key"])
        #expect(
            problems.map { $0.allowed.joined(separator: " ") } == [
                "folder key label description multiple required order index terms groups unstated", "id heading required hint",
            ])
    }

    @Test func nearAJapaneseName() {
        let problems = SmallCasebook().replacing("category:", with: "支援分野:", in: "cases/c001.md").problems()
        #expect(problems.map { "\($0.id) \($0.suggestions) \($0.fix ?? "-")" } == ["unknown-key [\"category\"] -"])
    }

    @Test func aJapaneseNameWithoutAColon() {
        let problems = SmallCasebook().replacing("title: 一つ目の事例", with: "題名\u{3000}一つ目の事例", in: "cases/c001.md").problems()
        #expect(problems.map { "\($0.id) \($0.fix ?? "-")" } == ["missing-colon 2:1-2:4 → title: "])
    }

    @Test func inCasebookYAML() {
        let problems = SmallCasebook()
            .replacing(
                "    required: true\n    order: number",
                with: "    requierd: true\n    order: number", in: "casebook.yml"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-key", "casebook.yml:17:5",
                    ja: "項目「requierd」はありません",
                    en: "The key “requierd” is unknown",
                    suggestions: ["required"])
            ])
    }

    @Test func nothingNear() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nxyzzy: 1", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-key", "cases/c001.md:3:1",
                    ja: "項目「xyzzy」はありません",
                    en: "The key “xyzzy” is unknown")
            ])
    }
}
