import Basics
import Diagnostics

/// A file or a map in `casebook.yml` has a key that it may not have.
package struct UnknownKey: FileRule, FixableRule {
    package static let id = "unknown-key"
    package static let guide = GuideEntry(
        meaning: "その名前の項目はありません。",
        remedy: "綴りを直します。手元に残すだけの項目なら、`private:` の下に書きます。")
    package static let fixSummary = Message(ja: "項目の名前を直しました", en: "Corrected the key")
    package static let examples = [UnknownKey(name: "titel", known: ["title"], meant: nil)]

    package let name: String
    /// The keys that may be there.
    package let known: [String]
    /// The key that is meant beyond doubt.
    package let meant: String?

    package var message: Message {
        Message(ja: "項目「\(name)」はありません", en: "The key “\(name)” is unknown")
    }

    package var allowed: [String] { suggestions.isEmpty ? known : [] }

    package var suggestions: [String] { meant.map { [$0] } ?? nearest(to: name, among: known) }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
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
package struct MissingKey: FileRule {
    package static let id = "missing-key"
    package static let guide = GuideEntry(meaning: "必要な項目がありません。", remedy: "項目の行を加えます。")
    package static let examples = [MissingKey(name: "title")]

    package let name: String

    package var message: Message {
        Message(
            ja: "項目「\(name)」がありません。「\(name): 値」の行を加えてください",
            en: "The key “\(name)” is missing: add a line “\(name): value”")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .settings || file.frontMatter.opening != nil else { return }
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                guard record.entry(ofField: index) == nil, !isStray(field.key, in: file), !isMisspelt(field.key, in: record)
                else { continue }
                report.add(MissingKey(name: field.key), in: file.text, record.place)
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
        file.frontMatter.strays.contains { stray in
            guard case .noColon(let line) = stray else { return false }
            return MissingColon.key(of: line, in: file) == key
        }
    }
}

/// A key is there twice.
package struct DuplicateKey: FileRule {
    package static let id = "duplicate-key"
    package static let guide = GuideEntry(meaning: "同じ項目が2回あります。", remedy: "一つにします。")
    package static let examples = [DuplicateKey(name: "title")]

    package let name: String

    package var message: Message {
        Message(ja: "項目「\(name)」が2回あります。1つにしてください", en: "The key “\(name)” is there twice: keep one")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for (entry, first) in record.repeatedEntries {
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.add(
                    DuplicateKey(name: entry.name), in: file.text, entry.key,
                    notes: [.init(message, in: file.text, first.key)])
            }
        }
        for case .duplicateKey(let key, let name) in file.frontMatter.strays {
            report.add(DuplicateKey(name: name), in: file.text, key)
        }
    }
}

/// A required key has no value.
package struct EmptyValue: FileRule {
    package static let id = "empty-value"
    package static let guide = GuideEntry(
        meaning: "項目の内容が空です。",
        remedy: "内容を書きます。任意の項目なら、行ごと消してもかまいません。")
    package static let examples = [EmptyValue(key: "title")]

    package let key: String

    package var message: Message {
        Message(ja: "項目「\(key)」に値がありません", en: "The key “\(key)” has no value")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                guard let entry = record.entry(ofField: index), entry.value.isEmpty else { continue }
                report.add(EmptyValue(key: field.key), in: file.text, entry.key)
            }
        }
    }
}
