import CasebookModel
import TestSupport
import Testing

@Suite struct UnclosedQuoteTests {
    @Test func aQuoteWithoutItsMate() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "\"一つ目の事例", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unclosed-quote", "cases/c001.md:2:8",
                    ja: "引用符が閉じられていません。値の終わりにも同じ引用符を書くか、始まりの引用符を消してください",
                    en: "The quotation mark is not closed: write the same mark at the end of the value too, or remove this one")
            ])
    }
}
