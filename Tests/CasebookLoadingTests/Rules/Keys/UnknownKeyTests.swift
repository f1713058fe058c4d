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
                    ja: "項目「関わる人」はありません",
                    en: "The key “関わる人” is unknown",
                    suggestions: ["actors"]),
                ReportedProblem(
                    "unknown-key", "cases/c001.md:4:1",
                    ja: "項目「要約」はありません",
                    en: "The key “要約” is unknown",
                    suggestions: ["summary"], fix: "4:1-4:3 → summary"),
            ])
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
