import Basics
import CasebookModel
import Diagnostics
import Foundation

extension Rules {
    static let aboutValues: [any CheckedRule.Type] = [
        BadDate.self,
        BadNumber.self,
        BadStatus.self,
        BadChoice.self,
        BadYomi.self,
        SampleCase.self,
    ]
}

/// The case is one of the samples of a new casebook: its title says so.
struct SampleCase: FileRule {
    static let id = "sample-case"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "題名が「（見本）」で始まる、書き方を示すための事例です。そのままでは、サイトにも載ります。",
        remedy: "自分の事例に書き換えて「（見本）」を消すか、ファイルを消します。")
    static let examples = [SampleCase(mark: "（見本）")]

    private static let marks = ["（見本）", "(見本)", "【見本】", "(Sample)", "（Sample）", "[Sample]"]

    let mark: String

    var message: Message {
        Message(
            ja: "見本の事例です。自分の事例に書き換えて、題名の「\(mark)」を消してください。要らなければ、ファイルを消してください",
            en: "This case is a sample: write your own case and remove “\(mark)” from its title, or delete the file")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, let title = file.record.text("title") else { return }
        let text = title.string(in: file.text)
        guard let mark = marks.first(where: text.hasPrefix) else { return }
        report.add(SampleCase(mark: mark), in: file.text, title.bytes)
    }
}

/// A date is no day of the calendar, or not written like `2026-04-01`.
package struct BadDate: ValueFormRule, FixableRule {
    package static let id = "bad-date"
    package static let guide = GuideEntry(
        meaning: "日付として読めません。",
        remedy: "`2026-04-01` の形で、実際にある日を書きます。")
    package static let fixSummary = Message(ja: "日付を「2026-04-01」の形に直しました", en: "Wrote the date in the form “2026-04-01”")
    package static let examples = [
        "R8.4.1", "46113", "令和8年4月", "令和8年", "4月1日", "26/4/1", "4/1/2026", "2026-02-30", "平成35年4月1日", "2026/4/1(月)",
        "春",
    ].map { BadDate(value: $0) }

    package let value: String
    private let reading: WrittenDate

    /// For a problem that another check has found, too.
    package init(value: String) {
        self.value = value
        reading = WrittenDate(value)
    }

    /// The only day that is meant, as it should be written.
    package var meant: String? { if case .day(let date) = reading { date.iso } else { nil } }

    package var message: Message {
        let (ja, en): (String, String) =
            switch reading {
            case .day(let date):
                ("「\(value)」は、「\(date.iso)」の形で書いてください", "“\(value)” is not in the form of a date: write “\(date.iso)”")
            case .serial(let date):
                (
                    "「\(value)」は表計算ソフトの日付の番号で、\(date.japanese)のようです。確かめて「\(date.iso)」の形で書いてください",
                    "“\(value)” is the number that a spreadsheet stores for a day, likely \(date.iso): check it, and write it in that form"
                )
            case .unclear(let doubt, let likely):
                (
                    "「\(value)」は日付として読めません。\(doubt.message.ja)「\(likely?.iso ?? "2026-04-01")」のように書いてください",
                    "“\(value)” is not a certain date, \(doubt.message.en): write it like “\(likely?.iso ?? "2026-04-01")”"
                )
            case .other:
                (
                    "「\(value)」は日付として読めません。「2026-04-01」のように書いてください",
                    "“\(value)” is not a date: write it like “2026-04-01”"
                )
            }
        return Message(ja: ja, en: en)
    }

    package var suggestions: [String] {
        switch reading {
        case .day(let date), .serial(let date): [date.iso]
        case .unclear(_, let likely): likely.map { [$0.iso] } ?? []
        case .other: []
        }
    }

    static let forms = Field.Forms.date

    static func problem(with value: String, of field: Field, schema: Schema) -> BadDate? {
        // A date in full-width digits is reported as that.
        WideDigits.isDate(value) ? nil : BadDate(value: value)
    }
}

extension WrittenDate.Doubt {
    /// What is missing or wrong: a sentence in Japanese, a part of a sentence in English.
    fileprivate var message: Message {
        switch self {
        case .noDay: Message(ja: "日がありません。年月日を", en: "because the day is missing")
        case .noMonth: Message(ja: "月と日がありません。年月日を", en: "because month and day are missing")
        case .noYear: Message(ja: "年がありません。年月日を", en: "because the year is missing")
        case .shortYear: Message(ja: "どれが年かわかりません。年を4桁にして", en: "because the year has too few digits")
        case .yearLast: Message(ja: "月と日の順がわかりません。年、月、日の順に", en: "because the order of month and day is not clear")
        case .noSuchDay: Message(ja: "そのような日はありません。", en: "because the calendar has no such day")
        case .outsideEra(let era, let first, let last):
            Message(
                ja: last.map { "\(era)は\(first.japanese)から\($0.japanese)までです。" } ?? "\(era)は\(first.japanese)からです。",
                en: "because “\(era)” began on \(first.iso)" + (last.map { " and ended on \($0.iso)" } ?? ""))
        case .otherWeekday: Message(ja: "日付と曜日が合いません。確かめて", en: "because the day of the week is not that of the day")
        }
    }
}

/// A number is not a whole number from 1.
struct BadNumber: ValueFormRule {
    static let id = "bad-number"
    static let guide = GuideEntry(meaning: "番号として読めません。", remedy: "1以上の整数を書きます。")
    static let examples = [BadNumber(key: KeyName("number", label: "番号"), value: "一")]

    let key: KeyName
    let value: String

    var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」は番号として読めません。1以上の整数を、「3」のように書いてください",
            en: "“\(value)” is not a number for \(key.en): write a whole number from 1, like “3”")
    }

    var meant: String? { nil }

    static let forms = Field.Forms.number

    static func problem(with value: String, of field: Field, schema: Schema) -> BadNumber? {
        // A number in full-width digits is reported as that.
        field.rule.accepts(narrowDigits(value)) ? nil : BadNumber(key: field.shown, value: value)
    }
}

/// The status of a case is unknown.
struct BadStatus: ValueFormRule, FixableRule {
    static let id = "bad-status"
    static let guide = GuideEntry(
        meaning: "`status` の内容が正しくありません。",
        remedy: "`draft`、`published`、`withdrawn` のどれかにします。")
    static let fixSummary = Message(ja: "状態を決まった言葉に直しました", en: "Corrected the status")
    static let examples = [BadStatus(value: "final", meant: nil)]

    let value: String
    let meant: String?

    var message: Message {
        Message(ja: "状態「\(value)」はありません", en: "The status “\(value)” is unknown")
    }

    var allowed: [String] { Case.Status.allCases.map(\.rawValue) }

    var suggestions: [String] { meant.map { [$0] } ?? nearest(to: value, among: allowed) }

    static let forms = Field.Forms.status

    static func problem(with value: String, of field: Field, schema: Schema) -> BadStatus? {
        BadStatus(value: value, meant: field.rule.word(named: value)?.label ?? otherNames[foldedName(value)]?.rawValue)
    }

    /// Names that are no status in tables.
    private static let otherNames: [String: Case.Status] = ["非公開": .draft, "公開中": .published]
}

/// A value is not one of the few words that the key takes.
struct BadChoice: ValueFormRule, FixableRule {
    static let id = "bad-choice"
    static let guide = GuideEntry(
        meaning: "決まったものから選ぶ項目に、ほかのものが書いてあります。",
        remedy: "示されたものから選びます。")
    static let fixSummary = Message(ja: "決まった言葉に直しました", en: "Corrected the value")
    static let examples = [
        BadChoice(key: KeyName("order", label: "並べ方"), value: "size", allowed: ["number", "yomi", "listed"], meant: nil)
    ]

    let key: KeyName
    let value: String
    let allowed: [String]
    let meant: String?

    var message: Message {
        Message(ja: "\(key.ja)に「\(value)」は使えません", en: "The key \(key.en) cannot be “\(value)”")
    }

    var suggestions: [String] { meant.map { [$0] } ?? nearest(to: value, among: allowed) }

    static let forms = Field.Forms.choice

    static func problem(with value: String, of field: Field, schema: Schema) -> BadChoice? {
        BadChoice(
            key: field.shown, value: value, allowed: field.choices ?? [], meant: field.rule.word(named: value)?.label)
    }
}

/// A reading that sorts something is not in kana.
struct BadYomi: ValueFormRule {
    static let id = "bad-yomi"
    static let guide = GuideEntry(
        meaning: "読みに、かなでない文字があります。",
        remedy: "ひらがな（またはカタカナ）だけで書きます。「A」は「えー」のように書きます。")
    static let examples = [BadYomi(key: KeyName("yomi", label: "読み"), value: "就労")]

    let key: KeyName
    let value: String

    var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」は読みとして使えません。「しゅうろう」のように、かなだけで書いてください",
            en: "“\(value)” is not a reading for \(key.en): write it in kana only, like “しゅうろう”")
    }

    var meant: String? { nil }

    static let forms = Field.Forms.yomi

    static func problem(with value: String, of field: Field, schema: Schema) -> BadYomi? {
        BadYomi(key: field.shown, value: value)
    }
}
