import Diagnostics
import Foundation

/// A date or a number has full-width digits or signs.
struct WideDigits: FileRule, FixableRule {
    static let id = "wide-digits"
    static let guide = GuideEntry(meaning: "日付や番号に全角の文字があります。", remedy: "半角にします。")
    static let fixSummary = Message(ja: "数字や記号を半角にしました", en: "Replaced full-width digits and signs")
    static let examples = [WideDigits(value: "２０２６", meant: "2026")]

    let value: String
    let meant: String

    var message: Message {
        Message(
            ja: "「\(value)」に全角の文字があります。半角で書いてください",
            en: "“\(value)” contains full-width characters: use ASCII characters")
    }

    var suggestions: [String] { [meant] }

    static func check(_ file: ContentFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { $0.isNumeric }) {
            let value = text.string(in: file.text)
            let narrow = narrowDigits(value)
            let isMeant =
                if case .date = field.kind { isDate(value) } else { narrow != value && Int(narrow).map { $0 > 0 } == true }
            if isMeant { report.add(WideDigits(value: value, meant: narrow), in: file.text, text.bytes, replacement: narrow) }
        }
    }

    /// Whether a value is a date but for the width of its characters.
    static func isDate(_ value: String) -> Bool {
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
struct BadDate: FileRule, FixableRule {
    static let id = "bad-date"
    static let guide = GuideEntry(
        meaning: "日付として読めません。",
        remedy: "`2026-04-01` の形で、実際にある日を書きます。")
    static let fixSummary = Message(ja: "日付を「2026-04-01」の形に直しました", en: "Wrote the date in the form “2026-04-01”")
    static let examples = [BadDate(value: "2026-02-30", meant: nil)]

    let value: String
    let meant: String?

    var message: Message {
        Message(
            ja: "「\(value)」は日付として読めません。「2026-04-01」のように書いてください",
            en: "“\(value)” is not a date: write it like “2026-04-01”")
    }

    var suggestions: [String] { meant.map { [$0] } ?? [] }

    static func check(_ file: ContentFile, schema: Schema, report: inout Report) {
        for (text, _) in file.texts(where: { if case .date = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard CalendarDate(iso: value) == nil, !WideDigits.isDate(value) else { continue }
            let meant = WrittenDate.read(value)?.iso
            report.add(BadDate(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }
}

/// A number is not a whole number from 1.
struct BadNumber: FileRule {
    static let id = "bad-number"
    static let guide = GuideEntry(meaning: "番号として読めません。", remedy: "1以上の整数を書きます。")
    static let examples = [BadNumber(key: "number", value: "一")]

    let key: String
    let value: String

    var message: Message {
        Message(
            ja: "項目「\(key)」の「\(value)」は番号として読めません。1以上の整数を書いてください",
            en: "“\(value)” is not a number for “\(key)”: write a whole number from 1")
    }

    static func check(_ file: ContentFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { if case .number = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            let narrow = narrowDigits(value)
            guard Int(narrow).map({ $0 > 0 }) != true else { continue }
            report.add(BadNumber(key: field.key, value: value), in: file.text, text.bytes)
        }
    }
}
