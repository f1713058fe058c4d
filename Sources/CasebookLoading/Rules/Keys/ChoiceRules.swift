import Basics
import CasebookModel
import Diagnostics

/// The status of a case is unknown.
package struct BadStatus: FileRule, FixableRule {
    package static let id = "bad-status"
    package static let guide = GuideEntry(
        meaning: "`status` の内容が正しくありません。",
        remedy: "`draft`、`published`、`withdrawn` のどれかにします。")
    package static let fixSummary = Message(ja: "状態を決まった言葉に直しました", en: "Corrected the status")
    package static let examples = [BadStatus(value: "final", meant: nil)]

    package let value: String
    package let meant: String?

    package var message: Message {
        Message(ja: "状態「\(value)」はありません", en: "The status “\(value)” is unknown")
    }

    package var allowed: [String] { Case.Status.allCases.map(\.rawValue) }

    package var suggestions: [String] { meant.map { [$0] } ?? nearest(to: value, among: allowed) }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, _) in file.texts(where: { if case .status = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard Case.Status(rawValue: value) == nil else { continue }
            let folded = foldedName(value)
            let meant = (Case.Status(rawValue: folded) ?? japaneseNames[folded])?.rawValue
            report.add(BadStatus(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }

    private static let japaneseNames: [String: Case.Status] = [
        "下書き": .draft, "非公開": .draft, "公開": .published, "公開中": .published, "取り下げ": .withdrawn, "取下げ": .withdrawn,
    ]
}

/// A value is not one of the few words that the key takes.
package struct BadChoice: FileRule, FixableRule {
    package static let id = "bad-choice"
    package static let guide = GuideEntry(
        meaning: "決まったものから選ぶ項目に、ほかのものが書いてあります。",
        remedy: "示されたものから選びます。")
    package static let fixSummary = Message(ja: "決まった言葉に直しました", en: "Corrected the value")
    package static let examples = [BadChoice(key: "order", value: "size", allowed: ["number", "yomi", "listed"], meant: nil)]

    package let key: String
    package let value: String
    package let allowed: [String]
    package let meant: String?

    package var message: Message {
        Message(ja: "項目「\(key)」に「\(value)」は使えません", en: "The key “\(key)” cannot be “\(value)”")
    }

    package var suggestions: [String] { meant.map { [$0] } ?? nearest(to: value, among: allowed) }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { $0.choices != nil }) {
            let value = text.string(in: file.text)
            guard let choices = field.choices, !choices.contains(value) else { continue }
            let folded = foldedName(value)
            let meant = choices.first { $0 == folded } ?? (choices == Field.flags ? yesAndNo[folded] : nil)
            report.add(
                BadChoice(key: field.key, value: value, allowed: choices, meant: meant), in: file.text, text.bytes,
                replacement: meant)
        }
    }

    private static let yesAndNo = [
        "yes": "true", "はい": "true", "on": "true", "1": "true", "no": "false", "いいえ": "false", "off": "false",
        "0": "false",
    ]
}
