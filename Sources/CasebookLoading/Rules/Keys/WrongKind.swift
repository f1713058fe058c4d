import Diagnostics

/// A value is a list where a text is required, and the like.
struct WrongKind: FileRule, FixableRule {
    static let id = "wrong-kind"
    static let guide = GuideEntry(
        meaning: "文字を書くところに並びを書いたなど、形が違います。",
        remedy: "メッセージに示された形で書きます。")
    static let fixSummary = Message(ja: "値を、項目に合う形に直しました", en: "Wrote the value in the form that the key takes")
    static let examples = [
        WrongKind(
            key: KeyName("title", label: "題名"), expected: .text, found: .list, example: "事例の題名", meant: "\"[案]\"")
    ]

    let key: KeyName
    let expected: ValueKind
    let found: ValueKind
    /// A value of the right form.
    let example: Field.Example?
    /// The value as it is likely meant.
    let meant: String?

    var message: Message {
        let form = { (example: String?) in (meant ?? example).map { "`\(key.key): \($0)`" } }
        return Message(
            ja: "\(key.ja)には\(expected.message.ja)を書いてください（\(found.message.ja)になっています）"
                + (form(example?.ja).map { "。例：\($0)" } ?? ""),
            en: "The key \(key.en) takes \(expected.message.en), not \(found.message.en)"
                + (form(example?.en).map { ": write it like \($0)" } ?? ""))
    }

    var suggestions: [String] { meant.map { [$0] } ?? [] }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for entry in record.entries where !entry.value.isEmpty {
                guard let field = record.field(of: entry) else { continue }
                check(entry, field, file: file, schema: schema, report: &report)
            }
        }
    }

    private static func check(
        _ entry: FrontMatter.Entry, _ field: Field, file: ParsedFile, schema: Schema, report: inout Report
    ) {
        let expected: ValueKind
        switch (field.kind, entry.value) {
        case (_, .unreadable), (.hidden, .map), (.map, .map): return
        case (.hidden, _):
            let problem = WrongKind(
                key: field.shown, expected: .map, found: kind(of: entry.value), example: field.example, meant: nil)
            report.add(problem, in: file.text, entry.key)
            return
        case (.map, _): expected = .map
        case (.maps, .list(let items, _)):
            for item in items {
                if case .map = item { continue }
                add(item, field, expected: .map, file: file, report: &report)
            }
            return
        case (.maps, _): expected = .listOfMaps
        case (_, .list(let items, _)) where field.isList:
            for item in items where !item.isEmpty && item.text == nil {
                add(item, field, expected: .text, file: file, report: &report)
            }
            return
        case (.ids, .text(let text)) where file.text.string(text.bytes).contains(where: { ",、，".contains($0) }):
            expected = .list
        case (_, .text): return
        case (.terms, _) where field.rule.most == 1: expected = .text
        default: expected = field.isList ? .list : .text
        }
        add(entry.value, field, expected: expected, file: file, report: &report)
    }

    private static func add(
        _ value: FieldValue, _ field: Field, expected: ValueKind, file: ParsedFile, report: inout Report
    ) {
        let line = firstLine(of: value.bytes, in: file.text)
        let meant = meant(value, line, field, expected, in: file.text)
        report.add(
            WrongKind(key: field.shown, expected: expected, found: kind(of: value), example: field.example, meant: meant.value),
            in: file.text, line, replacement: meant.isCertain ? meant.value : nil)
    }

    /// The value as it is likely meant: brackets as text, a text as the one thing that a map must hold.
    private static func meant(
        _ value: FieldValue, _ line: Range<Int>, _ field: Field, _ expected: ValueKind, in source: SourceText
    ) -> (value: String?, isCertain: Bool) {
        let first = line.isEmpty ? 0 : source.utf8[line.lowerBound]
        let isText = field.rule.form == .text && !field.isList
        switch (field.kind, expected, value) {
        case (_, .text, .list(let items, let bytes)) where isText && first == UInt8(ascii: "[") && bytes == line:
            return (YAMLQuotes.around(source.string(line)), items.count == 1)
        case (_, .text, .map) where isText && first == UInt8(ascii: "{"):
            let end = source.utf8[line.lowerBound...].firstIndex(of: 0x0A) ?? source.utf8.count
            let text = source.string(line.lowerBound..<end)
            return (text.contains("}") ? YAMLQuotes.around(text.prefix { $0 != "}" } + "}") : nil, false)
        case (.terms, .list, .map(let entries, _)) where first == UInt8(ascii: "{") && entries.allSatisfy(\.value.isEmpty):
            let end = source.utf8[line.lowerBound...].firstIndex { $0 == UInt8(ascii: "}") || $0 == 0x0A }
            guard let end, source.utf8[end] == UInt8(ascii: "}") else { return (nil, false) }
            return ("[" + source.string(line.lowerBound + 1..<end) + "]", false)
        case (.ids, .list, .text(let text)):
            let names = source.string(text.content).split { ",、，".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            let isCertain = names.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
            return isCertain ? ("[\(names.joined(separator: ", "))]", true) : (nil, false)
        case (.map(let fields), .map, .text(let text)) where text.corrected == nil:
            let required = fields.filter(\.isRequired)
            // A mail address is not the name of whom to ask.
            let written = source.string(text.bytes)
            guard required.count == 1, case .text = required[0].kind, !written.contains(where: { "@＠".contains($0) }) else {
                return (nil, false)
            }
            let isQuoted = text.bytes != text.content
            let isPlain = isQuoted || !written.contains { ",[]{}#:\"'&*!|>%@`".contains($0) }
            return ("{ \(required[0].key): \(isPlain ? written : YAMLQuotes.around(written)) }", true)
        default:
            return (nil, false)
        }
    }

    private static func kind(of value: FieldValue) -> ValueKind {
        switch value {
        case .empty, .text, .unreadable: .text
        case .list(let items, _): items.contains { if case .map = $0 { true } else { false } } ? .listOfMaps : .list
        case .map: .map
        }
    }

    private static func firstLine(of bytes: Range<Int>, in text: SourceText) -> Range<Int> {
        bytes.lowerBound..<(text.utf8[bytes].firstIndex(of: 0x0A) ?? bytes.upperBound)
    }
}

/// The kind of a value, as messages name it.
enum ValueKind: Sendable {
    case text, list, map, listOfMaps

    var message: Message {
        switch self {
        case .text: Message(ja: "1行の文字", en: "a text on one line")
        case .list: Message(ja: "一覧", en: "a list")
        case .map: Message(ja: "「キー: 値」の組", en: "a map of keys and values")
        case .listOfMaps: Message(ja: "「キー: 値」の組の一覧", en: "a list of maps")
        }
    }
}
