import CasebookLoading
import CasebookModel
import Diagnostics
import TestSupport
import Testing

@Suite struct UnusedReasonTests {
    private func problems(_ lines: String) -> [ReportedProblem] {
        SmallCasebook().replacing("published:", with: "\(lines)\npublished:", in: "cases/c002.md").problems()
    }

    @Test func aReasonOfACaseThatIsNotWithdrawnIsAdvice() {
        let expected = ReportedProblem(
            "unused-reason", "cases/c002.md:5:12",
            ja: "「取り下げの理由」（withdrawn）は、取り下げた事例のページだけに出ます。取り下げるときは `status: withdrawn` と書き、そうでなければこの理由を消してください",
            en:
                "The reason for withdrawing (withdrawn) is shown only if the case is withdrawn: write `status: withdrawn` to withdraw it, or remove the reason"
        )
        #expect(problems("withdrawn: 古くなったためです。") == [expected])
        #expect(problems("withdrawn: 古くなったためです。\nstatus: published") == [expected])
        #expect(problems("withdrawn: 古くなったためです。\nstatus: draft").map(\.id) == ["unused-reason"])
    }

    @Test func withdrawnCasesMayHaveAReason() {
        #expect(problems("status: withdrawn\nwithdrawn: 古くなったためです。") == [])
        #expect(problems("status: withdrawn\nwithdrawn: >-\n  古くなった\n  ためです。") == [])
        #expect(problems("status: withdrawn") == [])
        #expect(problems("status: withdrawn\nprivate:\n  withdrawn: 承諾が取り消されたため。") == [])
        #expect(problems("private:\n  withdrawn: 承諾が取り消されたため。") == [])
    }

    @Test func anUnknownStatusIsReportedOnce() {
        #expect(problems("status: 取り下げ\nwithdrawn: 古くなったためです。").map(\.id) == ["bad-status"])
        #expect(problems("withdrawn:") == [])
    }

    @Test func theAdviceCanBeSwitchedOff() {
        let off = SmallCasebook().replacing("notice:", with: "advice: { unused-reason: false }\nnotice:", in: "casebook.yml")
            .replacing("published:", with: "withdrawn: 古くなったためです。\npublished:", in: "cases/c002.md")
        #expect(off.problems() == [])
    }

    @Test func theJapaneseNameIsKnown() {
        #expect(problems("status: withdrawn\n取り下げの理由: 古くなったためです。").map(\.id) == ["unknown-key"])
        #expect(problems("status: withdrawn\n取り下げの理由: 古くなったためです。").first?.ja.contains("「withdrawn:」と書いてください") == true)
    }

    @Test func ofAWithdrawnCaseOnlyTheReasonIsCheckedForPrivateData() {
        let reason = "山田さんの連絡先（03-1234-5678、yamada@shuro.jp）を載せていたためです。"
        let found = problems("status: withdrawn\nwithdrawn: \(reason)\nsummary: \(reason)")
        #expect(found.map(\.id) == ["personal-name", "phone-number", "mail-address"])
        #expect(found.allSatisfy { $0.location.hasPrefix("cases/c002.md:6:") })
        #expect(problems("status: withdrawn\nwithdrawn: 掲載の承諾がなくなったためです。\nsummary: \(reason)") == [])
    }
}
