import Diagnostics

/// A value is a list where a text is required, and the like.
package struct WrongKind: FileRule {
    package static let id = "wrong-kind"
    package static let guide = GuideEntry(
        meaning: "文字を書くところに並びを書いたなど、形が違います。",
        remedy: "メッセージに示された形で書きます。")
    package static let examples = [WrongKind(key: "title", expected: .text, found: .list)]

    package let key: String
    package let expected: ValueKind
    package let found: ValueKind

    package var message: Message {
        Message(
            ja: "項目「\(key)」には\(expected.message.ja)を書いてください（\(found.message.ja)になっています）",
            en: "The key “\(key)” takes \(expected.message.en), not \(found.message.en)")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
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
            let problem = WrongKind(key: field.key, expected: .map, found: kind(of: entry.value))
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
        case (_, .text): return
        case (.terms(let index), _) where !schema.taxonomies[index].isMultiple: expected = .text
        default: expected = field.isList ? .list : .text
        }
        add(entry.value, field, expected: expected, file: file, report: &report)
    }

    private static func add(
        _ value: FieldValue, _ field: Field, expected: ValueKind, file: ParsedFile, report: inout Report
    ) {
        report.add(
            WrongKind(key: field.key, expected: expected, found: kind(of: value)), in: file.text,
            firstLine(of: value.bytes, in: file.text))
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

/// A case names several terms of a taxonomy that allows one.
package struct TooManyValues: FileRule, TermRule {
    package static let id = "too-many-values"
    package static let guide = GuideEntry(meaning: "一つだけの項目に、いくつも書いてあります。", remedy: "一つにします。")
    package static let examples = [TooManyValues(key: "category")]

    package let key: String

    /// For a problem that another check has found.
    package init(key: String) {
        self.key = key
    }

    package var message: Message {
        Message(ja: "項目「\(key)」に書ける値は1つだけです", en: "The key “\(key)” takes one value only")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile else { return }
        for entry in file.record.entries {
            guard let field = file.record.field(of: entry), case .terms(let index) = field.kind,
                !schema.taxonomies[index].isMultiple, case .list(let items, _) = entry.value,
                items.count(where: { !$0.isEmpty }) > 1
            else { continue }
            report.add(TooManyValues(key: entry.name), in: file.text, entry.value.bytes)
        }
    }
    /// Several terms in one text, with commas between them.
    package static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (taxonomy, uses) in zip(schema.taxonomies, uses.all) where !taxonomy.isMultiple {
            for case .joined(_, let bytes) in uses {
                report.add(TooManyValues(key: taxonomy.key.value), in: file.text, bytes)
            }
        }
    }
}

/// The kind of a value, as messages name it.
package enum ValueKind: Sendable {
    case text, list, map, listOfMaps

    package var message: Message {
        switch self {
        case .text: Message(ja: "1行の文字", en: "a text on one line")
        case .list: Message(ja: "一覧", en: "a list")
        case .map: Message(ja: "「キー: 値」の組", en: "a map of keys and values")
        case .listOfMaps: Message(ja: "「キー: 値」の組の一覧", en: "a list of maps")
        }
    }
}
