import CasebookModel
import TestSupport
import Testing

@Suite struct BadLanguageTests {
    @Test func aWord() {
        let problems = SmallCasebook().replacing("language: ja", with: "language: 日本語", in: "casebook.yml").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-language", "casebook.yml:3:11",
                    ja: "「日本語」は言語を表す符号ではありません。「ja」のように書いてください",
                    en: "“日本語” is not a language tag: write one like “ja”",
                    suggestions: ["ja"], fix: "3:11-3:14 → ja")
            ])
    }
}
