import Basics
import CasebookModel
import Diagnostics

extension Rules {
    static let aboutFields: [any CheckedRule.Type] = [
        TakenFieldName.self,
        UselessUnit.self,
    ]
}

/// A declared field has the key or the label of something else that cases have, so that front matter or tables could mean both.
struct TakenFieldName: SettingsRule {
    /// What has the name already.
    enum Owner: Sendable, Hashable {
        case field, taxonomy, section
        /// A key that every casebook has.
        case key(KeyName)
        /// Columns of tables that are not published, whose headings start with `非公開`.
        case hiddenColumns
    }

    static let id = "taken-field-name"
    static let guide = GuideEntry(
        meaning: "追加の項目（`fields`）の `key` か `label` が、ほかの項目、分類、見出しの名前と同じです。`非公開` で始まる `label` も使えません。",
        remedy: "別の名前にします。")
    static let examples = [
        TakenFieldName(part: "key", name: "category", owner: .taxonomy),
        TakenFieldName(part: "label", name: "概要", owner: .key(KeyName("summary", label: "要約"))),
        TakenFieldName(part: "label", name: "非公開メモ", owner: .hiddenColumns),
    ]

    let part: String
    let name: String
    let owner: Owner

    var message: Message {
        switch owner {
        case .field:
            Message(
                ja: "「\(part)」の「\(name)」は、別の項目と同じです。別の名前にしてください",
                en: "Another field has the \(part) “\(name)”: choose another name")
        case .taxonomy:
            Message(
                ja: "「\(part)」の「\(name)」は、分類の名前と同じです。別の名前にしてください",
                en: "A taxonomy has the \(part) “\(name)”: choose another name")
        case .section:
            Message(
                ja: "「\(part)」の「\(name)」は、見出しの名前と同じです。別の名前にしてください",
                en: "A section has the name “\(name)”: choose another \(part)")
        case .key(let key):
            Message(
                ja: "「\(part)」の「\(name)」は、はじめからある項目\(key.ja)を表す名前です。別の名前にしてください",
                en: "“\(name)” is a name of the key \(key.en), which every case has: choose another \(part)")
        case .hiddenColumns:
            Message(
                ja: "「非公開」で始まる「\(name)」は、表では公開しない列になります。公開する項目には別の名前を付け、公開しないことは「private:」の下に書いてください",
                en: "Columns of tables that start with “非公開”, like “\(name)”, are not published: choose another label")
        }
    }

    static func check(_ schema: Schema, report: inout Report) {
        for (index, field) in schema.fields.enumerated() {
            let (key, label) = (field.definition.key, field.definition.label)
            if let owner = owner(ofKey: key, before: index, in: schema) {
                let problem = TakenFieldName(part: "key", name: key, owner: owner.owner)
                report.add(problem, in: schema.source, field.key, notes: owner.note(in: schema.source))
            }
            if let owner = owner(ofLabel: label, before: index, in: schema) {
                let problem = TakenFieldName(part: "label", name: label, owner: owner.owner)
                report.add(problem, in: schema.source, field.label, notes: owner.note(in: schema.source))
            }
        }
    }

    /// What has a name, and where it is declared.
    private struct Found {
        let owner: Owner
        var range: Range<Int>?

        func note(in source: SourceText) -> [Diagnostic.Note] {
            range.map { [.init(Message(ja: "もう1つはここにあります", en: "The other one is here"), in: source, $0)] } ?? []
        }
    }

    private static func owner(ofKey key: String, before index: Int, in schema: Schema) -> Found? {
        if let known = Field.ofCases.first(where: { $0.key == key }) { return Found(owner: .key(known.shown)) }
        if let taxonomy = schema.taxonomies.first(where: { $0.key.value == key }) {
            return Found(owner: .taxonomy, range: taxonomy.key.bytes)
        }
        if let section = schema.sections.first(where: { $0.definition.id == key }) {
            return Found(owner: .section, range: section.id)
        }
        return schema.fields[..<index].first { $0.definition.key == key }.map { Found(owner: .field, range: $0.key) }
    }

    private static func owner(ofLabel label: String, before index: Int, in schema: Schema) -> Found? {
        let folded = foldedName(label)
        if label.precomposedStringWithCompatibilityMapping.hasPrefix("非公開") { return Found(owner: .hiddenColumns) }
        if let known = Field.ofCases.first(where: { ($0.names + [$0.key]).contains { foldedName($0) == folded } }) {
            return Found(owner: .key(known.shown))
        }
        if let taxonomy = schema.taxonomies.first(where: { foldedName($0.label.value) == folded }) {
            return Found(owner: .taxonomy, range: taxonomy.label.bytes)
        }
        if let section = schema.sections.first(where: { foldedName($0.definition.heading) == folded }) {
            return Found(owner: .section, range: section.heading)
        }
        return schema.fields[..<index].first { foldedName($0.definition.label) == folded }.map {
            Found(owner: .field, range: $0.label)
        }
    }
}

/// A declared field that is no number has a unit, which nothing shows.
struct UselessUnit: SettingsRule {
    static let id = "useless-unit"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "数でない項目（`fields`）に、単位（`unit`）があります。",
        remedy: "`unit` を消すか、`type: number` にします。")
    static let examples = [UselessUnit(label: "開催日")]

    let label: String

    var message: Message {
        Message(
            ja: "「\(label)」は数の項目ではないので、単位「unit」は使いません。取り除くか、「type: number」にしてください",
            en: "“\(label)” is no number, so its unit has no effect: remove it, or write “type: number”")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for field in schema.fields where field.definition.kind != .number {
            guard let unit = field.record.entries.first(where: { $0.name == "unit" && !$0.value.isEmpty }) else { continue }
            report.add(UselessUnit(label: field.definition.label), in: schema.source, unit.key)
        }
    }
}
