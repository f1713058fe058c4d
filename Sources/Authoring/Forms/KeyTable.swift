import CasebookLoading
import Diagnostics

/// Tables of keys for guides, written from the one table of keys.
package enum KeyTable {
    /// Every key of `casebook.yml`, with the keys in it.
    package static func ofSettings(in language: Language) -> String {
        table(rows(CasebookReader.settingsFields, inside: nil, language), language)
    }

    /// Every key that a case can have without taxonomies.
    package static func ofCases(in language: Language) -> String {
        let rows = Field.ofCases.map { row("`\($0.key)`", $0, language) }
        return table(rows, language)
    }

    private static func rows(_ fields: [Field], inside parent: String?, _ language: Language) -> [String] {
        fields.flatMap { field -> [String] in
            let name =
                parent.map { language == .ja ? "`\($0)` の `\(field.key)`" : "`\(field.key)` in `\($0)`" } ?? "`\(field.key)`"
            return [row(name, field, language)] + rows(field.parts, inside: field.key, language)
        }
    }

    private static func row(_ name: String, _ field: Field, _ language: Language) -> String {
        let need: Message = field.isRequired ? Message(ja: "必要", en: "yes") : Message(ja: "任意", en: "no")
        var text = field.help?.hint.text(in: language) ?? ""
        if !field.switches.isEmpty {
            let list = field.switches.map { "`\($0)`" }
            text += language == .ja ? "使える名前：\(list.joined(separator: "、"))。" : " Names: \(list.joined(separator: ", "))."
        }
        return "| \(name) | \(need.text(in: language)) | \(text) |"
    }

    private static func table(_ rows: [String], _ language: Language) -> String {
        let head = language == .ja ? "| 項目 | 必要か | 書くこと |" : "| key | required | meaning |"
        return ([head, "|---|---|---|"] + rows).joined(separator: "\n")
    }
}

extension Field {
    /// The keys in the value that have explanations of their own.
    var parts: [Field] {
        switch kind {
        case .map(let fields), .maps(let fields): fields.filter { $0.help != nil }
        default: []
        }
    }

    /// The keys in the value that are switches without explanations: the rules of advice.
    var switches: [String] {
        if case .map(let fields) = kind { fields.filter { $0.help == nil }.map(\.key) } else { [] }
    }
}
