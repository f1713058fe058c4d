import CasebookModel
import TestSupport
import Testing

@Suite struct InvalidYAMLTests {
    @Test func aFlowMapThatNeverEnds() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "{a: b", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:8",
                    ja: "項目の書き方が正しくありません。この行とその前の行を確かめてください（「,」か「}」がありません）",
                    en: "This is not valid YAML: check this line and the line before (did not find expected ',' or '}')")
            ])
    }

    @Test func anAliasWithoutAnAnchor() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "*name", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:8",
                    ja: "項目の書き方が正しくありません。この行とその前の行を確かめてください（「*」の後の名前が決められていません）",
                    en: "This is not valid YAML: check this line and the line before (found undefined alias)")
            ])
    }

    @Test func nestedTooDeeply() {
        let problems = SmallCasebook()
            .replacing("一つ目の事例", with: "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:40",
                    ja: "項目の書き方が正しくありません。この行とその前の行を確かめてください（入れ子が深すぎます）",
                    en: "This is not valid YAML: check this line and the line before (nested too deeply)")
            ])
    }
}
