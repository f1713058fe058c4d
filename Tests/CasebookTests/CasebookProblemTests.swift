import Diagnostics
import Testing

@testable import Casebook

@Suite struct CasebookProblemTests {
    @Test func everyProblemHasAnIdOfItsOwnAndWordsInBothLanguages() {
        let examples = CasebookProblem.examples
        #expect(Set(examples.map(\.id)).count == examples.count)
        for problem in examples {
            #expect(problem.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
            let (ja, en) = (problem.message.ja, problem.message.en)
            #expect(!ja.isEmpty && !ja.hasSuffix("。") && ja.unicodeScalars.contains { $0.isWide })
            #expect(!en.isEmpty && !en.hasSuffix(".") && en.first?.isLetter == true || en.hasPrefix("“"))
        }
    }

    @Test func nothingNearShowsWhatIsAllowed() {
        let near = CasebookProblem.unknownTerm(taxonomy: "分野", key: "category", name: "就労情報", labels: ["就労情報提供"])
        #expect(near.suggestions == ["就労情報提供"] && near.allowed == [])
        let far = CasebookProblem.unknownTerm(taxonomy: "分野", key: "category", name: "xyz", labels: ["就労情報提供"])
        #expect(far.suggestions == [] && far.allowed == ["就労情報提供"])
    }

    @Test func theHeadlineIsTheOneOfTheDesign() {
        let collection = MiniCollection().replacing("就労情報提供", with: "個性・強み・興味の把捏", in: "cases/c001.md")
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
