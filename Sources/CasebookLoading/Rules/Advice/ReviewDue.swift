import CasebookModel
import Diagnostics

/// A published case is due for a review. Looked for only if the day of the check is given, because nothing here reads a clock.
struct ReviewDue: AdviceRule {
    static let id = "review-due"
    static let guide = GuideEntry(
        meaning: "見直し期限（`review_by`）が、`check --on 日付` で示した日か、それより前です。",
        remedy: "内容が今も正しいかを見直し、次の期限に書き換えます。直したところがあれば、`updated` も書き換えます。")
    static let examples = [
        ReviewDue(japanese: "2026年3月31日", iso: "2026-03-31", days: 1, next: "2027-03-31"),
        ReviewDue(japanese: "2026年4月1日", iso: "2026-04-01", days: 0, next: "2027-04-01"),
    ]

    let japanese: String
    let iso: String
    /// How many days ago the day was.
    let days: Int
    /// The day a year later, as an example.
    let next: String

    var message: Message {
        let remedy = Message(
            ja: "内容を見直し、`review_by: \(next)` のように次の期限に書き換えてください",
            en: "review the case and write the next day, like `review_by: \(next)`")
        guard days > 0 else {
            return Message(
                ja: "この日（\(japanese)）が「見直し期限」（review_by）です。\(remedy.ja)",
                en: "The case is to be reviewed by this day, \(iso): \(remedy.en)")
        }
        return Message(
            ja: "「見直し期限」（review_by）の\(japanese)を\(days)日過ぎています。\(remedy.ja)",
            en: "The review was due on \(iso), \(days) \(days == 1 ? "day" : "days") ago: \(remedy.en)")
    }

    /// Reports a published case whose day of review is not after a day.
    static func check(_ file: ParsedFile, schema: Schema, on day: CalendarDate, report: inout Report) {
        guard file.role == .caseFile, file.status == .published, !schema.adviceOff.contains(id),
            let text = file.record.text("review_by"), let date = CalendarDate(iso: text.string(in: file.text)), date <= day
        else { return }
        let next =
            CalendarDate(year: day.year + 1, month: date.month, day: date.day)
            ?? CalendarDate(year: day.year + 1, month: date.month, day: date.day - 1)
        report.add(
            ReviewDue(japanese: date.japanese, iso: date.iso, days: day.days(since: date), next: (next ?? date).iso),
            in: file.text, text.bytes)
    }
}
