import CasebookModel
import Diagnostics

/// A published case says that it was published on a day that is yet to come. Looked for only if the day of the check is given, because
/// nothing here reads a clock.
struct DateToCome: AdviceRule {
    static let id = "date-to-come"
    static let guide = GuideEntry(
        meaning: "公開日（`published`）が、`check --on 日付` で示した日より後です。その日まで待たずに、次のサイトから載ります。",
        remedy: "公開を待つときは、`status: draft` にします。")
    static let examples = [DateToCome(date: "2099年1月1日", iso: "2099-01-01")]

    let date: String
    let iso: String

    var message: Message {
        Message(
            ja: "「公開日」（published）の\(date)は、まだ来ていません。その日を待たずに載ります。待つときは `status: draft` にしてください",
            en:
                "The day of publication, \(iso), is yet to come, but the case is published at once: to wait, write `status: draft`"
        )
    }

    /// Reports a published case with a later day.
    static func check(_ file: ParsedFile, schema: Schema, on day: CalendarDate, report: inout Report) {
        guard file.role == .caseFile, file.status == .published, !schema.adviceOff.contains(id),
            let text = file.record.text("published"), let date = CalendarDate(iso: text.string(in: file.text)), date > day
        else { return }
        report.add(DateToCome(date: date.japanese, iso: date.iso), in: file.text, text.bytes)
    }
}
