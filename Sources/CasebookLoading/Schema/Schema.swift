import Basics
import CasebookModel
import Diagnostics

/// The declarations of `casebook.yml` with their locations, as far as they could be read.
package struct Schema: Sendable {
    /// A declared taxonomy.
    package struct TaxonomyDefinition: Sendable {
        package let folder: Located<String>
        package let key: Located<String>
        package let label: Located<String>
        package let description: String?
        package let isMultiple: Bool
        package let isRequired: Bool
        package let order: Taxonomy.Order
        let index: Taxonomy.Index?
        let unstated: String?
        /// The listed slugs of all groups, in order.
        package let listed: [Located<String>]
        /// The label of each group, with its number of slugs.
        package let groups: [(label: String, count: Int)]
        /// The keys of the files of terms.
        package let fields: [Field]
        package let record: Record

        /// What the value of the key may be. Its words, the terms, are in files of their own (``TermIndex/words``).
        var rule: ValueRule { ValueRule(.terms, required: isRequired, most: isMultiple ? nil : 1) }
    }

    /// A declared section, with the ranges of its id and heading.
    package struct DeclaredSection: Sendable {
        package let definition: SectionDefinition
        package let id: Range<Int>
        let heading: Range<Int>
    }

    /// A declared field of cases, with the ranges of its key and label.
    package struct DeclaredField: Sendable {
        package let definition: FieldDefinition
        let key: Range<Int>
        let label: Range<Int>
        let record: Record
    }

    package let source: SourceText
    package let record: Record
    package let taxonomies: [TaxonomyDefinition]
    package let sections: [DeclaredSection]
    package let fields: [DeclaredField]
    /// The ids of the rules of advice that are switched off.
    let adviceOff: Set<String>
    /// Whether texts are in Japanese, so that words need readings and characters are checked.
    package let isJapanese: Bool
    /// The readings of kanji; nil if the casebook has no furigana edition.
    let readings: ReadingFinder?
    /// The keys of a case's front matter.
    package private(set) var caseFields: [Field]
    /// Whether every declared field is valid, so that the keys of cases are known.
    let hasAllFields: Bool
    /// Whether all taxonomies and sections are valid, so that files can be checked against them.
    let isUsable: Bool

    /// Reads the declarations of `casebook.yml`.
    ///
    /// - Parameters:
    ///   - record: The front matter of the file.
    ///   - source: The text of the file.
    ///   - isWellFormed: Whether the file has no syntax errors.
    ///   - readings: The readings of kanji, for rules about the furigana edition; nil if they are not read.
    package init(_ record: Record, in source: SourceText, isWellFormed: Bool, readings: ReadingFinder? = nil) {
        self.source = source
        self.record = record
        var isUsable = isWellFormed
        let taxonomyRecords = record.records("taxonomies")
        taxonomies = taxonomyRecords.compactMap { Self.taxonomy($0, in: source) }
        let sectionRecords = record.records("sections")
        sections = sectionRecords.compactMap { Self.section($0, in: source) }
        let fieldRecords = record.records("fields")
        fields = fieldRecords.compactMap { Self.declaredField($0, in: source) }
        hasAllFields = fields.count == record.value("fields")?.items.count ?? 0
        isUsable =
            isUsable && Set(taxonomies.map(\.folder.value)).count == taxonomies.count
            && Set(taxonomies.map(\.key.value)).count == taxonomies.count && !taxonomies.isEmpty && !sections.isEmpty
            && taxonomies.count == record.value("taxonomies")?.items.count
            && sections.count == record.value("sections")?.items.count
            && hasAllFields
            && Set(fields.map(\.definition.key)).count == fields.count
            && (taxonomyRecords + sectionRecords + fieldRecords).flatMap(\.flattened).allSatisfy { record in
                record.entries.allSatisfy { Self.isUnderstood($0, record.field($0.name), in: source) }
            }
        self.isUsable = isUsable
        // A word that is no tag, such as 日本語, is reported, and nothing else should change with it.
        let language = LanguageTag(record.located("language", in: source)?.value ?? "ja")
        isJapanese = language.isJapanese || !language.isWellFormed
        let hasFurigana = record.list("editions", in: source).contains { $0.value == Settings.furigana }
        self.readings = hasFurigana ? readings : nil
        let advice = record.records("advice").first
        adviceOff = Set(
            (advice?.entries ?? []).filter { advice?.located($0.name, in: source)?.value == "false" }.map(\.name))
        let isJapanese = isJapanese
        caseFields =
            Field.ofCases.map { $0.inLanguage(isJapanese: isJapanese) }
            + taxonomies.enumerated().compactMap { index, taxonomy in
                let isReserved = Field.ofCases.contains { $0.key == taxonomy.key.value }
                return isReserved
                    ? nil
                    : Field(taxonomy.key.value, .terms(index), rule: taxonomy.rule, names: [taxonomy.label.value])
            }
        let known = caseFields.map(\.key)
        caseFields += fields.map(\.definition).filter { !known.contains($0.key) }.map { Field($0, isJapanese: isJapanese) }
    }

    /// The BCP 47 tag of the language.
    package var language: String { record.located("language", in: source)?.value ?? "ja" }

    /// Whether a key is known and its value is allowed.
    private static func isUnderstood(_ entry: FrontMatter.Entry, _ field: Field?, in source: SourceText) -> Bool {
        guard let field else { return false }
        guard let choices = field.choices, let text = entry.value.text else { return true }
        return choices.contains(text.string(in: source))
    }

    /// Returns the index of the taxonomy with a folder.
    package func taxonomy(folder: String) -> Int? {
        taxonomies.firstIndex { $0.folder.value == folder }
    }

    private static func taxonomy(_ record: Record, in source: SourceText) -> TaxonomyDefinition? {
        guard let folder = record.located("folder", in: source), let key = record.located("key", in: source),
            let label = record.located("label", in: source)
        else { return nil }
        let order = record.located("order", in: source).flatMap { Taxonomy.Order(rawValue: $0.value) } ?? .listed
        let index = record.located("index", in: source).flatMap { Taxonomy.Index(rawValue: $0.value) }
        let groups = record.records("groups").map { group in
            (label: group.located("label", in: source)?.value ?? "", terms: group.list("terms", in: source))
        }
        return TaxonomyDefinition(
            folder: folder, key: key, label: label, description: record.located("description", in: source)?.value,
            isMultiple: record.flag("multiple", in: source), isRequired: record.flag("required", in: source),
            order: order, index: index, unstated: record.located("unstated", in: source)?.value,
            listed: groups.isEmpty ? record.list("terms", in: source) : groups.flatMap(\.terms),
            groups: groups.map { ($0.label, $0.terms.count) }, fields: Field.ofTerms(order: order, index: index),
            record: record)
    }

    private static func declaredField(_ record: Record, in source: SourceText) -> DeclaredField? {
        guard let key = record.located("key", in: source), let label = record.located("label", in: source),
            let kind = record.located("type", in: source).flatMap({ FieldDefinition.Kind(rawValue: $0.value) })
        else { return nil }
        let place = record.located("show", in: source).flatMap { FieldDefinition.Place(rawValue: $0.value) }
        let definition = FieldDefinition(
            key: key.value, label: label.value, kind: kind, isRequired: record.flag("required", in: source),
            place: place ?? .page, unit: record.located("unit", in: source)?.value,
            hint: record.located("hint", in: source)?.value)
        return DeclaredField(definition: definition, key: key.bytes, label: label.bytes, record: record)
    }

    private static func section(_ record: Record, in source: SourceText) -> DeclaredSection? {
        guard let id = record.located("id", in: source), let heading = record.located("heading", in: source) else {
            return nil
        }
        let definition = SectionDefinition(
            id: id.value, heading: heading.value, isRequired: record.flag("required", in: source),
            hint: record.located("hint", in: source)?.value)
        return DeclaredSection(definition: definition, id: id.bytes, heading: heading.bytes)
    }
}
