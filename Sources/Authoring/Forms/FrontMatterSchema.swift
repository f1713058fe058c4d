import Basics
import CasebookModel
import CasebookLoading
import Diagnostics

/// A JSON Schema of the front matter of cases, for text editors. It uses draft-07, which editors support.
public struct FrontMatterSchema {
    private let casebook: Casebook

    /// Creates the schema for the taxonomies and terms of a casebook.
    public init(_ casebook: Casebook) {
        self.casebook = casebook
    }

    /// The schema as a JSON file. It lists the labels of terms, so that an editor suggests them, and accepts their other names.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "http://json-schema.org/draft-07/schema#")
            json.member("title", words("事例の先頭の項目", "The front matter of a case"))
            json.member(
                "description",
                words(
                    "\(casebook.settings.title)の事例（cases/*.md）の先頭に書く項目です。",
                    "What is written at the start of a case (cases/*.md) of “\(casebook.settings.title)”."))
            json.member("type", "object")
            json.member("required", required)
            json.key("additionalProperties")
            json.flag(false)
            json.key("properties")
            json.object { json in
                for field in Field.ofCases.prefix(1) { property(field, into: &json) }
                for taxonomy in casebook.taxonomies { property(taxonomy, into: &json) }
                for field in casebook.fields { property(field, into: &json) }
                for field in Field.ofCases.dropFirst() { property(field, into: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private var required: [String] { casebook.rules.keys.filter(\.rule.isRequired).map(\.key) }

    private func property(_ field: Field, into json: inout JSONWriter) {
        json.key(named: field.key)
        json.object { json in
            json.member("description", field.help.map { words($0.description, $0.hint.en) } ?? "")
            value(field.rule, into: &json)
            switch field.rule.form {
            case .date: json.member("examples", ["2026-04-01"])
            case .status: json.member("default", Case.Status.published.rawValue)
            default: break
            }
        }
    }

    private func property(_ field: FieldDefinition, into json: inout JSONWriter) {
        json.key(named: field.key)
        json.object { json in
            let form = field.kind.form(unit: field.unit)
            let parts =
                [field.label, need(field.isRequired)] + [field.hint, casebook.isJapanese ? form.ja : form.en].compactMap { $0 }
            json.member("description", parts.map(sentence).joined(separator: words("", " ")))
            value(field.rule(inJapanese: casebook.isJapanese), into: &json)
        }
    }

    /// Writes what values a rule accepts, as far as JSON Schema can say it.
    private func value(_ rule: ValueRule, into json: inout JSONWriter) {
        switch rule.form {
        case .url:
            json.member("type", "string")
            json.member("pattern", "^https?://")
        case .date:
            json.member("type", "string")
            json.member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .decimal: json.member("type", "number")
        case .yesNo: yesNo(rule, into: &json)
        case .file:
            json.member("type", "string")
            let files = casebook.images.map(\.path).filter { $0.hasPrefix("files/") }
            if !files.isEmpty { json.member("examples", files.map { String($0.dropFirst("files/".count)) }) }
        case .status, .choice: json.member("enum", rule.words.map(\.label))
        case .id: list(into: &json, pattern: "^[a-z0-9-]+$", example: "c003")
        case .address: list(into: &json, pattern: "\\.html$", example: "old/case1.html")
        case .map: json.member("type", "object")
        case .text, .terms, .kana, .ordinal, .mail, .telephone:
            json.member("type", "string")
            if rule.isRequired { json.member("minLength", 1) }
        }
    }

    /// Editors may read `yes` as a text or as a truth value.
    private func yesNo(_ rule: ValueRule, into json: inout JSONWriter) {
        json.key("anyOf")
        json.array { json in
            json.object { json in
                json.member("enum", rule.words.map(\.label))
            }
            json.object { json in
                json.member("description", words("はい・いいえは、ほかの言葉でも書けます。", "Other words for yes and no are read too."))
                json.member("enum", ["はい", "いいえ", "yes", "no"])
            }
            json.object { $0.member("type", "boolean") }
        }
    }

    private func sentence(_ text: String) -> String {
        text.hasSuffix("。") || text.hasSuffix(".") ? text : text + words("。", ".")
    }

    private func need(_ isRequired: Bool) -> String {
        isRequired ? words("必要です", "Required") : words("なくてもかまいません", "Optional")
    }

    /// The words in the language of the casebook.
    private func words(_ ja: String, _ en: String) -> String { casebook.isJapanese ? ja : en }

    private func list(into json: inout JSONWriter, pattern: String, example: String) {
        json.member("type", "array")
        json.key("items")
        json.object { json in
            json.member("type", "string")
            json.member("pattern", pattern)
            json.member("examples", [example])
        }
    }

    private func property(_ taxonomy: Taxonomy, into json: inout JSONWriter) {
        json.key(named: taxonomy.key)
        json.object { json in
            let count = taxonomy.isMultiple ? words("いくつでも書けます", "Any number") : words("一つ書きます", "One")
            let parts = [taxonomy.label, need(taxonomy.isRequired), count]
            json.member("description", parts.map(sentence).joined(separator: words("", " ")))
            guard taxonomy.isMultiple else { return term(of: taxonomy, into: &json) }
            // A single term is a list of one.
            json.key("anyOf")
            json.array { json in
                json.object { json in
                    json.member("type", "array")
                    if taxonomy.isRequired { json.member("minItems", 1) }
                    json.key("items")
                    json.object { term(of: taxonomy, into: &$0) }
                }
                json.object { term(of: taxonomy, into: &$0) }
            }
        }
    }

    /// Writes the schema of a term: its label, or any other name.
    private func term(of taxonomy: Taxonomy, into json: inout JSONWriter) {
        guard !taxonomy.terms.isEmpty else { return json.member("type", "string") }
        json.key("anyOf")
        json.array { json in
            json.object { $0.member("enum", taxonomy.terms.map(\.label)) }
            json.object { json in
                let names = taxonomy.terms.flatMap { $0.aliases + [$0.slug] + ($0.number.map { [String($0)] } ?? []) }
                json.member("description", words("別の名前でも書けます。", "Other names are read too."))
                json.member("type", "string")
                json.member("pattern", "^(?:\(names.map(Self.escaped).joined(separator: "|")))$")
            }
            guard taxonomy.order == .number, let last = taxonomy.terms.compactMap(\.number).max() else { return }
            json.object { json in
                json.member("description", words("番号でも書けます。", "Numbers are read too."))
                json.member("type", "integer")
                json.member("minimum", 1)
                json.member("maximum", last)
            }
        }
    }

    /// Returns a regular expression (ECMA-262) that matches only a name.
    private static func escaped(_ name: String) -> String {
        name.reduce(into: "") { result, character in
            if "\\^$.|?*+()[]{}/".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
