import CasebookModel
import Diagnostics

extension Field {
    /// The key of a declared field in the front matter of cases.
    ///
    /// - Parameters:
    ///   - definition: The field.
    ///   - isJapanese: Whether the casebook is in Japanese, as its examples are then.
    init(_ definition: FieldDefinition, isJapanese: Bool) {
        let example = definition.kind.example(inJapanese: isJapanese)
        let form = definition.kind.form(unit: definition.unit)
        // A hint may end with or without a full stop.
        let hint = definition.hint.map { $0.hasSuffix("。") || $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        let help = Message(
            ja: [hint, form.ja].compactMap { $0 }.joined(separator: "。"),
            en: [hint, form.en].compactMap { $0 }.joined(separator: ". "))
        self.init(
            definition.key, .declared, rule: definition.rule(inJapanese: isJapanese), names: [definition.label],
            example: example.map { Example(ja: $0, en: $0) },
            help: Help(help.ja.isEmpty ? Message(ja: definition.label, en: definition.label) : help, description: ""))
    }
}

extension FieldDefinition.Kind {
    /// A value of the kind, as messages show it; nil for texts.
    package func example(inJapanese isJapanese: Bool) -> String? {
        switch self {
        case .text: nil
        case .url: "https://example.org/"
        case .date: "2026-04-01"
        case .number: "12"
        case .yesNo: YesNo.word(true, inJapanese: isJapanese)
        case .file: "form.pdf"
        }
    }

    /// What a value looks like, for hints; nil for texts.
    package func form(unit: String?) -> (ja: String?, en: String?) {
        switch self {
        case .text: (nil, nil)
        case .url: ("「https://」で始まるアドレス", "an address that starts with https://")
        case .date: ("2026-04-01 の形", "like 2026-04-01")
        case .number:
            ("数字だけを書きます" + (unit.map { "（単位は\($0)）" } ?? ""), "a number" + (unit.map { " (in \($0))" } ?? ""))
        case .yesNo: ("はい、いいえ のどちらか", "yes or no")
        case .file: ("files フォルダーにある資料の名前。例：form.pdf", "the name of a document in the folder files, like form.pdf")
        }
    }

    /// The kind in words.
    package var word: Message {
        switch self {
        case .text: Message(ja: "文字", en: "text")
        case .url: Message(ja: "アドレス", en: "an address")
        case .date: Message(ja: "日付", en: "a date")
        case .number: Message(ja: "数", en: "a number")
        case .yesNo: Message(ja: "はい・いいえ", en: "yes or no")
        case .file: Message(ja: "資料", en: "a document")
        }
    }

    /// The words for the kinds, with those that certainly mean the same.
    static let words = allCases.map { kind in
        let aliases: [String] =
            switch kind {
            case .text: ["文字", "文章", "テキスト", "文字列", "string"]
            case .url: ["アドレス", "リンク", "サイト", "link", "address", "uri"]
            case .date: ["日付", "日", "年月日", "day"]
            case .number: ["数", "数字", "数値", "integer", "int", "decimal"]
            case .yesNo: ["はい・いいえ", "はい/いいえ", "有無", "yes_no", "yesno", "yes/no", "boolean", "bool", "flag"]
            case .file: ["ファイル", "資料", "document", "pdf"]
            }
        return ValueRule.Word(kind.rawValue, aliases: aliases)
    }
}
