import CasebookModel
import TestSupport
import Testing

@Suite struct WrongKindTests {
    @Test func aListForATitle() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "[一つ目, 二つ目]", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wrong-kind", "cases/c001.md:2:8",
                    ja: "項目「title」には1行の文字を書いてください（一覧になっています）",
                    en: "The key “title” takes a text on one line, not a list")
            ])
    }

    @Test func aMapForATerm() {
        let problems = SmallCasebook().replacing("ハローワーク", with: "\n  name: ハローワーク", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wrong-kind", "cases/c001.md:5:3",
                    ja: "項目「organization」には1行の文字を書いてください（「キー: 値」の組になっています）",
                    en: "The key “organization” takes a text on one line, not a map of keys and values")
            ])
    }

    @Test func aTextForAMap() {
        let problems = SmallCasebook()
            .replacing("publisher:\n  name: 編集部", with: "publisher: 編集部", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wrong-kind", "casebook.yml:4:12",
                    ja: "項目「publisher」には「キー: 値」の組を書いてください（1行の文字になっています）",
                    en: "The key “publisher” takes a map of keys and values, not a text on one line")
            ])
    }
}
