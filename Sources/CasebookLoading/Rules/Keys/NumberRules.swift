import CasebookModel
import Diagnostics
import Foundation

/// A date or a number has full-width digits or signs.
package struct WideDigits: FileRule, FixableRule {
    package static let id = "wide-digits"
    package static let guide = GuideEntry(meaning: "日付や番号に全角の文字があります。", remedy: "半角にします。")
    package static let fixSummary = Message(ja: "数字や記号を半角にしました", en: "Replaced full-width digits and signs")
    package static let examples = [WideDigits(value: "２０２６", meant: "2026")]

    package let value: String
    package let meant: String

    package var message: Message {
        Message(
            ja: "「\(value)」に全角の文字があります。半角で書いてください",
            en: "“\(value)” contains full-width characters: use ASCII characters")
    }

    package var suggestions: [String] { [meant] }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { $0.isNumeric }) {
            let value = text.string(in: file.text)
            let narrow = narrowDigits(value)
            let isMeant =
                if case .date = field.kind { isDate(value) } else { narrow != value && Int(narrow).map { $0 > 0 } == true }
            if isMeant { report.add(WideDigits(value: value, meant: narrow), in: file.text, text.bytes, replacement: narrow) }
        }
    }

    /// Whether a value is a date but for the width of its characters.
    package static func isDate(_ value: String) -> Bool {
        let narrow = narrowDigits(value)
        return narrow != value && CalendarDate(iso: narrow) != nil
    }
}

extension Field {
    /// Whether the value is a date or a number.
    fileprivate var isNumeric: Bool {
        switch kind {
        case .date, .number: true
        default: false
        }
    }
}

/// A date is no day of the calendar, or not written like `2026-04-01`.
package struct BadDate: FileRule, FixableRule {
    package static let id = "bad-date"
    package static let guide = GuideEntry(
        meaning: "日付として読めません。",
        remedy: "`2026-04-01` の形で、実際にある日を書きます。")
    package static let fixSummary = Message(ja: "日付を「2026-04-01」の形に直しました", en: "Wrote the date in the form “2026-04-01”")
    package static let examples = [BadDate(value: "2026-02-30", meant: nil)]

    package let value: String
    package let meant: String?

    /// For a problem that another check has found.
    package init(value: String, meant: String?) {
        self.value = value
        self.meant = meant
    }

    package var message: Message {
        Message(
            ja: "「\(value)」は日付として読めません。「2026-04-01」のように書いてください",
            en: "“\(value)” is not a date: write it like “2026-04-01”")
    }

    package var suggestions: [String] { meant.map { [$0] } ?? [] }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, _) in file.texts(where: { if case .date = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard CalendarDate(iso: value) == nil, !WideDigits.isDate(value) else { continue }
            let meant = WrittenDate.read(value)?.iso
            report.add(BadDate(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }
}

/// A number is not a whole number from 1.
package struct BadNumber: FileRule {
    package static let id = "bad-number"
    package static let guide = GuideEntry(meaning: "番号として読めません。", remedy: "1以上の整数を書きます。")
    package static let examples = [BadNumber(key: "number", value: "一")]

    package let key: String
    package let value: String

    package var message: Message {
        Message(
            ja: "項目「\(key)」の「\(value)」は番号として読めません。1以上の整数を書いてください",
            en: "“\(value)” is not a number for “\(key)”: write a whole number from 1")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { if case .number = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            let narrow = narrowDigits(value)
            guard Int(narrow).map({ $0 > 0 }) != true else { continue }
            report.add(BadNumber(key: field.key, value: value), in: file.text, text.bytes)
        }
    }
}
