import CasebookLoading
import CasebookModel
import Diagnostics
import TestSupport
import Testing

@Suite struct ReviewDueTests {
    private func problems(_ date: String, on day: String?, also line: String = "") -> [ReportedProblem] {
        let casebook = SmallCasebook().replacing(
            "published:", with: "\(line)review_by: \(date)\npublished:", in: "cases/c002.md")
        return found(casebook, on: day).filter { $0.id == "review-due" }
    }

    private func found(_ casebook: SmallCasebook, on day: String?) -> [ReportedProblem] {
        let sources = casebook.files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CasebookReader.read(
            files: sources, images: casebook.images, includingDrafts: false, on: day.flatMap { CalendarDate(iso: $0) }
        ).diagnostics.map(ReportedProblem.init)
    }

    @Test func aDayThatIsOver() {
        #expect(
            problems("2026-03-01", on: "2026-04-01") == [
                ReportedProblem(
                    "review-due", "cases/c002.md:5:12",
                    ja: "「見直し期限」（review_by）の2026年3月1日を31日過ぎています。内容を見直し、`review_by: 2027-03-01` のように次の期限に書き換えてください",
                    en:
                        "The review was due on 2026-03-01, 31 days ago: review the case and write the next day, like `review_by: 2027-03-01`"
                )
            ])
    }

    @Test func theDayItself() {
        #expect(
            problems("2026-04-01", on: "2026-04-01").map(\.ja) == [
                "この日（2026年4月1日）が「見直し期限」（review_by）です。内容を見直し、`review_by: 2027-04-01` のように次の期限に書き換えてください"
            ])
        #expect(problems("2024-02-29", on: "2026-04-01").first?.ja.contains("`review_by: 2027-02-28`") == true)
    }

    @Test func laterDaysAndNoDayAreNone() {
        #expect(problems("2026-04-02", on: "2026-04-01") == [])
        #expect(problems("2020-04-01", on: nil) == [])
    }

    @Test func onlyPublishedCasesAndNotWhereItIsSwitchedOff() {
        for status in ["draft", "withdrawn"] {
            #expect(problems("2020-04-01", on: "2026-04-01", also: "status: \(status)\n") == [])
        }
        let off = SmallCasebook().replacing("notice:", with: "advice: { review-due: false }\nnotice:", in: "casebook.yml")
            .replacing("published:", with: "review_by: 2020-01-01\npublished:", in: "cases/c002.md")
        #expect(found(off, on: "2026-04-01") == [])
    }

    /// A date that cannot be read is reported as such, and only so.
    @Test func aDateThatIsNone() {
        #expect(problems("2026-02-30", on: "2026-04-01") == [])
    }
}
