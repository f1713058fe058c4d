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
                    ja: "「題名」（title）には1行の文字を書いてください（一覧になっています）。例：`title: \"[一つ目, 二つ目]\"`",
                    en: "The key “title” takes a text on one line, not a list: write it like `title: \"[一つ目, 二つ目]\"`",
                    suggestions: ["\"[一つ目, 二つ目]\""])
            ])
    }

    @Test func aTitleInBrackets() {
        for title in ["[案]", "{案}"] {
            let problems = SmallCasebook().replacing("一つ目の事例", with: title, in: "cases/c001.md").problems()
            #expect(problems.map(\.id) == ["wrong-kind"])
            #expect(problems.first?.suggestions == ["\"\(title)\""])
        }
        let fix = SmallCasebook().replacing("一つ目の事例", with: "[案]", in: "cases/c001.md").problems().first?.fix
        #expect(fix == "2:8-2:11 → \"[案]\"")
    }

    @Test func termsInBraces() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "{本人, 家族}", in: "cases/c001.md").problems()
        #expect(problems.map { "\($0.id) \($0.suggestions)" } == ["wrong-kind [\"[本人, 家族]\"]"])
    }

    @Test func aMapForATerm() {
        let problems = SmallCasebook().replacing("ハローワーク", with: "\n  name: ハローワーク", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wrong-kind", "cases/c001.md:5:3",
                    ja: "「取組主体」（organization）には1行の文字を書いてください（「キー: 値」の組になっています）",
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
                    ja: "「発行者」（publisher）には「キー: 値」の組を書いてください（1行の文字になっています）。例：`publisher: { name: 編集部 }`",
                    en:
                        "The key “publisher” takes a map of keys and values, not a text on one line: write it like `publisher: { name: 編集部 }`",
                    suggestions: ["{ name: 編集部 }"], fix: "4:12-4:15 → { name: 編集部 }")
            ])
    }
}
