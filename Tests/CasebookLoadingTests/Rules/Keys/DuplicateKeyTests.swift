import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateKeyTests {
    @Test func notesTheFirst() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\ntitle: また", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-key", "cases/c001.md:3:1",
                    ja: "「題名」（title）が2回あります。1つにしてください",
                    en: "The key “title” is there twice: keep one",
                    notes: ["cases/c001.md:2:1"])
            ])
    }

    @Test func inANestedMap() {
        let problems = SmallCasebook().replacing("  name: 編集部", with: "  name: 編集部\n  name: 編集", in: "casebook.yml").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-key", "casebook.yml:6:3",
                    ja: "「name」が2回あります。1つにしてください",
                    en: "The key “name” is there twice: keep one")
            ])
    }

    @Test func amongManyKeys() {
        let keys = (0..<50).map { "key\($0): a\n" }.joined()
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\n\(keys)title: また\nkey7: b", in: "cases/c001.md")
            .problems().filter { $0.id == "duplicate-key" }
        #expect(problems.map(\.location) == ["cases/c001.md:53:1", "cases/c001.md:54:1"])
        #expect(problems.map(\.notes) == [["cases/c001.md:2:1"], ["cases/c001.md:10:1"]])
    }
}
