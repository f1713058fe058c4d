import Basics
import Diagnostics

extension Rules {
    static let aboutKeys: [any CheckedRule.Type] = [
        UnknownKey.self,
        MissingKey.self,
        DuplicateKey.self,
        EmptyValue.self,
        WrongKind.self,
        TooManyValues.self,
    ]
}

/// A file or a map in `casebook.yml` has a key that it may not have.
struct UnknownKey: FileRule, FixableRule {
    static let id = "unknown-key"
    static let guide = GuideEntry(
        meaning: "その名前の項目はありません。",
        remedy: "綴りを直します。手元に残すだけの項目なら、`private:` の下に書きます。")
    static let fixSummary = Message(ja: "項目の名前を直しました", en: "Corrected the key")
    static let examples = [UnknownKey(name: "titel", known: ["title"], meant: nil)]

    let name: String
    /// The keys that may be there.
    let known: [String]
    /// The key that is meant beyond doubt.
    let meant: String?

    var message: Message {
        Message(ja: "項目「\(name)」はありません", en: "The key “\(name)” is unknown")
    }

    var allowed: [String] { suggestions.isEmpty ? known : [] }

    var suggestions: [String] { meant.map { [$0] } ?? nearest(to: name, among: known) }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            var taken: [String] = []
            for entry in record.entries where entry.field < 0 {
                let keys = record.fields.map(\.key)
                let known = meant(entry.name, in: record.fields, schema: schema)
                let isFree = known.map { record.value($0) == nil && !taken.contains($0) } ?? false
                if let known { taken.append(known) }
                report.add(
                    UnknownKey(name: entry.name, known: keys, meant: known), in: file.text, entry.key,
                    replacement: isFree ? known : nil)
            }
        }
    }

    /// The key that a name stands for beyond doubt: in other letters, a taxonomy's label, or the Japanese word.
    private static func meant(_ name: String, in fields: [Field], schema: Schema) -> String? {
        let folded = foldedName(name)
        let taxonomy = schema.taxonomies.first { foldedName($0.label.value) == folded }
        return fields.first { field in
            if let taxonomy { return field.key == taxonomy.key.value }
            return field.names.contains(folded) || (folded != name && field.key == folded)
        }?.key
    }
}

/// A required key is missing.
struct MissingKey: FileRule {
    static let id = "missing-key"
    static let guide = GuideEntry(meaning: "必要な項目がありません。", remedy: "項目の行を加えます。")
    static let examples = [MissingKey(name: "title")]

    let name: String

    var message: Message {
        Message(
            ja: "項目「\(name)」がありません。「\(name): 値」の行を加えてください",
            en: "The key “\(name)” is missing: add a line “\(name): value”")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .settings || file.frontMatter.opening != nil else { return }
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                guard record.entry(ofField: index) == nil, !isStray(field.key, in: file), !isMisspelt(field.key, in: record)
                else { continue }
                report.add(MissingKey(name: field.key), in: file.text, record.range)
            }
        }
    }

    /// Whether an unknown key is nearest to this one: it is then reported as unknown.
    private static func isMisspelt(_ key: String, in record: Record) -> Bool {
        let keys = record.fields.map(\.key)
        return record.entries.contains { $0.field < 0 && nearest(to: $0.name, among: keys).first == key }
    }

    /// Whether a line has the key without its colon: it is then reported as that.
    private static func isStray(_ key: String, in file: ParsedFile) -> Bool {
        file.frontMatter.syntaxErrors.contains { stray in
            guard case .noColon(let line) = stray else { return false }
            return MissingColon.key(of: line, in: file) == key
        }
    }
}

/// A key is there twice.
struct DuplicateKey: FileRule {
    static let id = "duplicate-key"
    static let guide = GuideEntry(meaning: "同じ項目が2回あります。", remedy: "一つにします。")
    static let examples = [DuplicateKey(name: "title")]

    let name: String

    var message: Message {
        Message(ja: "項目「\(name)」が2回あります。1つにしてください", en: "The key “\(name)” is there twice: keep one")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for (entry, first) in record.repeatedEntries {
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.add(
                    DuplicateKey(name: entry.name), in: file.text, entry.key,
                    notes: [.init(message, in: file.text, first.key)])
            }
        }
        for case .duplicateKey(let key, let name) in file.frontMatter.syntaxErrors {
            report.add(DuplicateKey(name: name), in: file.text, key)
        }
    }
}

/// A required key has no value.
struct EmptyValue: FileRule {
    static let id = "empty-value"
    static let guide = GuideEntry(
        meaning: "項目の内容が空です。",
        remedy: "内容を書きます。任意の項目なら、行ごと消してもかまいません。")
    static let examples = [EmptyValue(key: "title")]

    let key: String

    var message: Message {
        Message(ja: "項目「\(key)」に値がありません", en: "The key “\(key)” has no value")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                guard let entry = record.entry(ofField: index), entry.value.isEmpty else { continue }
                report.add(EmptyValue(key: field.key), in: file.text, entry.key)
            }
        }
    }
}

/// A value is a list where a text is required, and the like.
struct WrongKind: FileRule {
    static let id = "wrong-kind"
    static let guide = GuideEntry(
        meaning: "文字を書くところに並びを書いたなど、形が違います。",
        remedy: "メッセージに示された形で書きます。")
    static let examples = [WrongKind(key: "title", expected: .text, found: .list)]

    let key: String
    let expected: ValueKind
    let found: ValueKind

    var message: Message {
        Message(
            ja: "項目「\(key)」には\(expected.message.ja)を書いてください（\(found.message.ja)になっています）",
            en: "The key “\(key)” takes \(expected.message.en), not \(found.message.en)")
    }

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

    static func add(to lists: inout RuleLists) {
        lists.ofFiles.append(self)
        lists.ofTerms.append(self)
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
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
        for (index, uses) in uses.all.enumerated() {
            for case .joined(_, let bytes) in uses where !schema.taxonomies[index].isMultiple {
                report.add(TooManyValues(key: schema.taxonomies[index].key.value), in: file.text, bytes)
            }
        }
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
