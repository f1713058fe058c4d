import Diagnostics

/// Dates are days of the calendar, written `2026-04-01`.
enum DateChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, _) in file.texts(where: { if case .date = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard CalendarDate(iso: value) == nil, !WideDigitsChecker.isDate(value) else { continue }
            let meant = WrittenDate.read(value)?.iso
            report.tell(.badDate(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }
}
