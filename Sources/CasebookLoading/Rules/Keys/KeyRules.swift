import CasebookModel
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
        meaning: "その名前の項目はありません。`題名` のような日本語の名前も、`title` のように英字で書きます。",
        remedy: "綴りを直します。手元に残すだけの項目なら、`private:` の下に書きます。")
    static let fixSummary = Message(ja: "項目の名前を直しました", en: "Corrected the key")
    static let examples = [
        UnknownKey(name: "titel", known: ["title"], meant: nil, near: ["title"]),
        UnknownKey(name: "題名", known: ["title"], meant: "title", near: []),
    ]

    let name: String
    /// The keys that may be there.
    let known: [String]
    /// The key that is meant beyond doubt.
    let meant: String?
    /// The keys that are most like the name.
    let near: [String]

    var message: Message {
        guard let meant else { return Message(ja: "項目「\(name)」はありません", en: "The key “\(name)” is unknown") }
        return Message(ja: "「\(name)」は、「\(meant):」と書いてください", en: "Write “\(meant):” instead of “\(name)”")
    }

    var allowed: [String] { suggestions.isEmpty ? known : [] }

    var suggestions: [String] { meant.map { [$0] } ?? near }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        // Where the declared fields were not understood, an unknown key of a case may be one of them.
        guard file.role != .caseFile || schema.hasAllFields else { return }
        for record in file.records {
            var taken: [String] = []
            for entry in record.entries where entry.field < 0 {
                let known = record.fields.key(meantBy: entry.name)
                let isFree = known.map { record.value($0) == nil && !taken.contains($0) } ?? false
                if let known { taken.append(known) }
                let problem = UnknownKey(
                    name: entry.name, known: record.fields.map(\.key), meant: known, near: record.fields.keys(near: entry.name))
                report.add(problem, in: file.text, entry.key, replacement: isFree ? known : nil)
            }
        }
    }
}

/// A required key is missing.
struct MissingKey: FileRule, TermRule {
    static let id = "missing-key"
    static let guide = GuideEntry(meaning: "必要な項目がありません。", remedy: "示された例のように、項目の行を加えます。")
    static let examples = [MissingKey(key: KeyName("actors", label: "関わる人・機関"), example: "[ジョブコーチ]")]

    let key: KeyName
    let example: Field.Example

    var message: Message {
        Message(
            ja: "\(key.ja)がありません。例：`\(key.key): \(example.ja)`",
            en: "The key \(key.en) is missing: add a line like `\(key.key): \(example.en)`")
    }

    static func add(to lists: inout RuleLists) {
        lists.ofFiles.append(self)
        lists.ofTerms.append(self)
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .settings || file.frontMatter.opening != nil else { return }
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired && record.entry(ofField: index) == nil {
                // The names of terms are known when cases are checked for their terms.
                if case .terms = field.kind { continue }
                guard isMissing(field.key, in: record, of: file) else { continue }
                report.add(MissingKey(key: field.shown, example: field.example ?? "…"), in: file.text, record.range)
            }
        }
    }

    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        guard file.frontMatter.opening != nil else { return }
        let record = file.record
        for (position, field) in record.fields.enumerated() where field.isRequired && record.entry(ofField: position) == nil {
            guard case .terms(let index) = field.kind, index < terms.count, isMissing(field.key, in: record, of: file) else {
                continue
            }
            let example = TermExample(terms[index], of: field.rule).text
            report.add(MissingKey(key: field.shown, example: .init(ja: example, en: example)), in: file.text, record.range)
        }
    }

    /// Whether nothing else that is reported stands for a key that is not there.
    private static func isMissing(_ key: String, in record: Record, of file: ParsedFile) -> Bool {
        !isStray(key, in: file) && !isMisspelt(key, in: record)
    }

    /// Whether an unknown key stands for this one: it is then reported as unknown.
    private static func isMisspelt(_ key: String, in record: Record) -> Bool {
        record.entries.contains { entry in
            guard entry.field < 0 else { return false }
            return (record.fields.key(meantBy: entry.name) ?? record.fields.keys(near: entry.name).first) == key
        }
    }

    /// Whether a line has the key without its colon: it is then reported as that.
    private static func isStray(_ key: String, in file: ParsedFile) -> Bool {
        file.frontMatter.syntaxErrors.contains { stray in
            guard case .noColon(let line) = stray else { return false }
            return MissingColon.key(of: line, in: file)?.key == key
        }
    }
}

/// A value for terms of a taxonomy, as messages show it.
struct TermExample {
    let text: String

    init(_ terms: TermIndex, of rule: ValueRule) {
        let label = terms.labels.first { !$0.contains { ",[]{}#:\"'".contains($0) } } ?? "…"
        text = rule.most == 1 ? label : "[\(label)]"
    }
}

/// A key is there twice.
struct DuplicateKey: FileRule {
    static let id = "duplicate-key"
    static let guide = GuideEntry(meaning: "同じ項目が2回あります。", remedy: "一つにします。")
    static let examples = [DuplicateKey(key: KeyName("title", label: "題名"))]

    let key: KeyName

    var message: Message {
        Message(ja: "\(key.ja)が2回あります。1つにしてください", en: "The key \(key.en) is there twice: keep one")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for (entry, first) in record.repeatedEntries {
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.add(
                    DuplicateKey(key: record.field(of: entry)?.shown ?? KeyName(entry.name)), in: file.text, entry.key,
                    notes: [.init(message, in: file.text, first.key)])
            }
        }
        for case .duplicateKey(let key, let name) in file.frontMatter.syntaxErrors {
            report.add(DuplicateKey(key: KeyName(name)), in: file.text, key)
        }
    }
}

/// A required key has no value.
struct EmptyValue: FileRule, TermRule, FixableRule {
    static let id = "empty-value"
    static let guide = GuideEntry(
        meaning: "項目の内容が空です。`#` で始まる値も、注記とみなされて空になります。",
        remedy: "内容を書きます。`#` で始めるときは、値の全体を `\"` で囲みます。任意の項目なら、行ごと消してもかまいません。")
    static let fixSummary = Message(ja: "「#」で始まる値を引用符で囲みました", en: "Put a value that starts with “#” in quotation marks")
    static let examples = [
        EmptyValue(key: KeyName("title", label: "題名"), example: "事例の題名", quoted: nil),
        EmptyValue(key: KeyName("title", label: "題名"), example: "事例の題名", quoted: "\"#1の話\""),
    ]

    let key: KeyName
    let example: Field.Example
    /// The value that `#` made a comment, in quotation marks.
    let quoted: String?

    var message: Message {
        if let quoted {
            return Message(
                ja: "\(key.ja)は、「#」から後が注記とみなされて空です。`\(key.key): \(quoted)` のように、値の全体を引用符で囲んでください",
                en: "The key \(key.en) has no value, because “#” starts a comment: put the whole value in quotation marks, like"
                    + " `\(key.key): \(quoted)`")
        }
        return Message(
            ja: "\(key.ja)が空です。例：`\(key.key): \(example.ja)`",
            en: "The key \(key.en) has no value: write one, like `\(key.key): \(example.en)`")
    }

    static func add(to lists: inout RuleLists) {
        lists.ofFiles.append(self)
        lists.ofTerms.append(self)
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                if case .terms = field.kind { continue }
                guard let entry = record.entry(ofField: index), entry.value.isEmpty else { continue }
                let comment = HashInText.commentInPlaceOfValue(entry, in: file.text)
                let quoted = comment.map { YAMLQuotes.around(file.text.string($0)) }
                let problem = EmptyValue(key: field.shown, example: field.example ?? "…", quoted: quoted)
                report.add(problem, in: file.text, comment ?? entry.key, replacement: quoted)
            }
        }
    }

    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (position, field) in file.record.fields.enumerated() where field.isRequired {
            guard case .terms(let index) = field.kind, index < terms.count,
                let entry = file.record.entry(ofField: position), entry.value.isEmpty
            else { continue }
            let example = TermExample(terms[index], of: field.rule).text
            report.add(
                EmptyValue(key: field.shown, example: .init(ja: example, en: example), quoted: nil), in: file.text, entry.key)
        }
    }
}

/// A case names several terms of a taxonomy that allows one.
package struct TooManyValues: FileRule, TermRule {
    package static let id = "too-many-values"
    package static let guide = GuideEntry(meaning: "一つだけの項目に、いくつも書いてあります。", remedy: "一つにします。")
    package static let examples = [TooManyValues(key: KeyName("category", label: "分野"), names: ["就労情報提供", "職場定着"])]

    package let key: KeyName
    let names: [String]

    /// For a problem that another check has found, too.
    package init(key: KeyName, names: [String]) {
        self.key = key
        self.names = names
    }

    package var message: Message {
        Message(ja: "\(key.ja)に書けるのは1つだけです。どれか1つにしてください", en: "The key \(key.en) takes one value only: keep one")
    }

    package var suggestions: [String] { Array(names.prefix(3)) }

    static func add(to lists: inout RuleLists) {
        lists.ofFiles.append(self)
        lists.ofTerms.append(self)
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile else { return }
        for entry in file.record.entries {
            guard let field = file.record.field(of: entry), field.rule.form == .terms, let most = field.rule.most,
                case .list(let items, _) = entry.value, items.count(where: { !$0.isEmpty }) > most
            else { continue }
            let names = items.compactMap { $0.text?.string(in: file.text) }
            report.add(TooManyValues(key: field.shown, names: names), in: file.text, entry.value.bytes)
        }
    }

    /// Several terms in one text, with signs or words between them.
    package static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() {
            let taxonomy = schema.taxonomies[index]
            guard let most = taxonomy.rule.most else { continue }
            for case .joined(_, let names, let bytes) in uses where names.count > most {
                let key = KeyName(taxonomy.key.value, label: taxonomy.label.value)
                report.add(TooManyValues(key: key, names: names), in: file.text, bytes)
            }
        }
    }
}
