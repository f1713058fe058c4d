import Diagnostics

/// The status of a case is unknown.
struct BadStatus: FileRule, FixableRule {
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

    static func check(_ file: ContentFile, schema: Schema, report: inout Report) {
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
struct BadChoice: FileRule, FixableRule {
    static let id = "bad-choice"
    static let guide = GuideEntry(
        meaning: "決まったものから選ぶ項目に、ほかのものが書いてあります。",
        remedy: "示されたものから選びます。")
    static let fixSummary = Message(ja: "決まった言葉に直しました", en: "Corrected the value")
    static let examples = [BadChoice(key: "order", value: "size", allowed: ["number", "yomi", "listed"], meant: nil)]

    let key: String
    let value: String
    let allowed: [String]
    let meant: String?

    var message: Message {
        Message(ja: "項目「\(key)」に「\(value)」は使えません", en: "The key “\(key)” cannot be “\(value)”")
    }

    var suggestions: [String] { meant.map { [$0] } ?? nearest(to: value, among: allowed) }

    static func check(_ file: ContentFile, schema: Schema, report: inout Report) {
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
