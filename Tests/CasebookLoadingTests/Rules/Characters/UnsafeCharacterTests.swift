import CasebookModel
import TestSupport
import Testing

@Suite struct UnsafeCharacterTests {
    @Test func controlAndBidi() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "一つ\u{7}目の\u{202E}事例", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unsafe-character", "cases/c001.md:2:10",
                    ja: "「題名」（title）に使えない文字（ベル U+0007）があります。取り除いてください",
                    en: "The key “title” contains a character that is not allowed (bell U+0007): remove it",
                    fix: "2:10-2:11 → "),
                ReportedProblem(
                    "unsafe-character", "cases/c001.md:2:13",
                    ja: "「題名」（title）に使えない文字（右から左への上書き U+202E）があります。取り除いてください",
                    en: "The key “title” contains a character that is not allowed (right-to-left override U+202E): remove it",
                    fix: "2:13-2:14 → "),
            ])
    }

    @Test func aTitleOfTwoLines() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "|\n  一\n  二", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unsafe-character", "cases/c001.md:2:8",
                    ja: "「題名」（title）に使えない文字（改行 U+000A）があります。取り除いてください",
                    en: "The key “title” contains a character that is not allowed (line feed U+000A): remove it")
            ])
    }
}
