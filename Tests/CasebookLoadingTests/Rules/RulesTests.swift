import CasebookModel
import CasebookLoading
import Diagnostics
import TestSupport
import Testing

@Suite struct RulesTests {
    @Test func everyRuleHasAnIDOfItsOwnAndWordsInBothLanguages() {
        #expect(Set(Rules.all.map { $0.id }).count == Rules.all.count)
        #expect(Set(Rules.examples.map(\.id)) == Set(Rules.all.map { $0.id }))
        for problem in Rules.examples {
            #expect(problem.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
            let (ja, en) = (problem.message.ja, problem.message.en)
            #expect(!ja.isEmpty && !ja.hasSuffix("。") && ja.unicodeScalars.contains { $0.isWide })
            #expect(!en.isEmpty && !en.hasSuffix(".") && en.first?.isLetter == true || en.hasPrefix("“"))
        }
    }

    @Test func nothingNearShowsWhatIsAllowed() {
        let near = UnknownTerm(taxonomy: "分野", key: "category", name: "就労情報", folder: "categories", labels: ["就労情報提供"])
        #expect(near.suggestions == ["就労情報提供"] && near.allowed == [])
        let far = UnknownTerm(taxonomy: "分野", key: "category", name: "xyz", folder: "categories", labels: ["就労情報提供"])
        #expect(far.suggestions == [] && far.allowed == ["就労情報提供"])
    }

    @Test func theHeadlineIsTheOneOfTheDesign() {
        let collection = SmallCasebook().replacing("就労情報提供", with: "個性・強み・興味の把捏", in: "cases/c001.md")
        let text = DiagnosticFormat.text.format(collection.read().diagnostics, in: .ja)
        #expect(
            text == """
                content/cases/c001.md:3:11: エラー: 分野「個性・強み・興味の把捏」はありません [unknown-term]
                  3 | category: 個性・強み・興味の把捏
                      \u{20}         ^^^^^^^^^^^^^^^^^^^^^^
                  もしかして: 個性・強み・興味の把握

                """)
    }
}
