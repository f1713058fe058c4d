import CasebookModel
import TestSupport
import Testing

@Suite struct ReservedKeyTests {
    @Test(arguments: ["summary", "q", "page"])
    func reports(key: String) {
        let problems = SmallCasebook()
            .replacing("key: actors", with: "key: \(key)", in: "casebook.yml")
            .replacing("actors: [本人, 家族]\n", with: "", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "reserved-key", "casebook.yml:26:10",
                    ja: "「\(key)」はほかのことに使う名前なので、分類の「key」に使えません",
                    en: "“\(key)” cannot be a taxonomy's key: it is reserved")
            ])
    }
}
