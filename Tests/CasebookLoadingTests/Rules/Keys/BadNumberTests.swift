import CasebookModel
import TestSupport
import Testing

@Suite struct BadNumberTests {
    @Test func aWordAndZero() {
        let problems = SmallCasebook()
            .replacing("number: 1", with: "number: 一", in: "categories/information.md")
            .replacing("number: 2", with: "number: 0", in: "categories/strengths.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-number", "categories/information.md:3:9",
                    ja: "「番号」（number）の「一」は番号として読めません。1以上の整数を、「3」のように書いてください",
                    en: "“一” is not a number for “number”: write a whole number from 1, like “3”"),
                ReportedProblem(
                    "bad-number", "categories/strengths.md:3:9",
                    ja: "「番号」（number）の「0」は番号として読めません。1以上の整数を、「3」のように書いてください",
                    en: "“0” is not a number for “number”: write a whole number from 1, like “3”"),
            ])
    }
}
