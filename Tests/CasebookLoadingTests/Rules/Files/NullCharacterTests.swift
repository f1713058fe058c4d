import CasebookModel
import TestSupport
import Testing

@Suite struct NullCharacterTests {
    @Test func reportsTheLocation() {
        let problems = SmallCasebook().replacing("必要でした", with: "必要\0でした", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "null-character", "cases/c001.md:10:3",
                    ja: "文字として扱えない文字（U+0000）があります。取り除いてください",
                    en: "The file contains a null character (U+0000): remove it")
            ])
    }
}
