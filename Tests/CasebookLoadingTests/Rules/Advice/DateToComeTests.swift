import CasebookLoading
import CasebookModel
import Diagnostics
import TestSupport
import Testing

@Suite struct DateToComeTests {
    private func problems(_ casebook: SmallCasebook, on day: String?) -> [ReportedProblem] {
        let sources = casebook.files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CasebookReader.read(
            files: sources, images: casebook.images, includingDrafts: false, on: day.flatMap { CalendarDate(iso: $0) }
        ).diagnostics.map(ReportedProblem.init)
    }

    @Test func aLaterDayIsAdvice() {
        #expect(
            problems(SmallCasebook(), on: "2026-03-31") == [
                ReportedProblem(
                    "date-to-come", "cases/c002.md:5:12",
                    ja: "「公開日」（published）の2026年4月1日は、まだ来ていません。その日を待たずに載ります。待つときは `status: draft` にしてください",
                    en:
                        "The day of publication, 2026-04-01, is yet to come, but the case is published at once: to wait, write `status: draft`"
                )
            ])
    }

    @Test func theDayItselfAndNoDayAreNone() {
        #expect(problems(SmallCasebook(), on: "2026-04-01") == [])
        #expect(problems(SmallCasebook(), on: nil) == [])
    }

    @Test func draftsMayHaveLaterDaysAndTheAdviceCanBeSwitchedOff() {
        for status in ["draft", "withdrawn"] {
            let casebook = SmallCasebook().replacing("published:", with: "status: \(status)\npublished:", in: "cases/c002.md")
            #expect(problems(casebook, on: "2026-03-31").filter { $0.id == "date-to-come" } == [])
        }
        let off = SmallCasebook().replacing("notice:", with: "advice: { date-to-come: false }\nnotice:", in: "casebook.yml")
        #expect(problems(off, on: "2026-03-31") == [])
    }
}
