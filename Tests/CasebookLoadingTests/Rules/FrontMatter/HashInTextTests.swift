import CasebookModel
import TestSupport
import Testing

@Suite struct HashInTextTests {
    @Test func aNumberSign() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "事例 #1 の話", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "hash-in-text", "cases/c001.md:2:11",
                    ja: "空白に続く「#」から後は注記とみなし、載せません。載せるときは値全体を引用符「\"」で囲んでください",
                    en: "The text from “#” on is read as a comment and not shown: to show it, put the "
                        + "whole value in quotes")
            ])
    }

    @Test func aCommentIsFine() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "一つ目の事例 # 仮の題", in: "cases/c001.md").problems()
        #expect(problems == [])
    }
}
