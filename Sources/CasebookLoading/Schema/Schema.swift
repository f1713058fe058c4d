import CasebookModel
import Diagnostics

/// What `casebook.yml` declares, with its places, as far as it could be read.
package struct Schema: Sendable {
    /// A taxonomy as declared.
    package struct TaxonomyDefinition: Sendable {
        package let folder: Located<String>
        package let key: Located<String>
        package let label: Located<String>
        package let description: String?
        package let isMultiple: Bool
        package let isRequired: Bool
        package let order: Taxonomy.Order
        package let index: Taxonomy.Index?
        package let unstated: String?
        /// The slugs listed, in order, over all groups.
        package let listed: [Located<String>]
        /// The groups' labels and how many of the slugs each has.
        package let groups: [(label: String, count: Int)]
        /// The keys of the terms' files.
        package let fields: [Field]
        package let record: Record
    }

    /// A section as declared.
    package struct PlacedSection: Sendable {
        package let definition: SectionDefinition
        package let id: Range<Int>
        package let heading: Range<Int>
    }

    package let source: SourceText
    package let record: Record
    package let taxonomies: [TaxonomyDefinition]
    package let sections: [PlacedSection]
    /// The ids of the rules of advice that are switched off.
    package let adviceOff: Set<String>
    /// The keys of a case's front matter.
    package let caseFields: [Field]
    /// Whether taxonomies and sections were all understood, so that files can be held against them.
    package let isUsable: Bool

    /// Reads what the front matter of `casebook.yml` declares.
    ///
    /// - Parameter isWellFormed: Whether every line of the file was understood.
    package init(_ record: Record, in source: SourceText, isWellFormed: Bool) {
        self.source = source
        self.record = record
        var isUsable = isWellFormed
        let taxonomyRecords = record.records("taxonomies")
        taxonomies = taxonomyRecords.compactMap { Self.taxonomy($0, in: source) }
        let sectionRecords = record.records("sections")
        sections = sectionRecords.compactMap { Self.section($0, in: source) }
        isUsable =
            isUsable && Set(taxonomies.map(\.folder.value)).count == taxonomies.count
            && Set(taxonomies.map(\.key.value)).count == taxonomies.count && !taxonomies.isEmpty && !sections.isEmpty
            && taxonomies.count == record.value("taxonomies")?.items.count
            && sections.count == record.value("sections")?.items.count
            && (taxonomyRecords + sectionRecords).flatMap(\.flattened).allSatisfy { record in
                record.entries.allSatisfy { Self.isUnderstood($0, record.field($0.name), in: source) }
            }
        self.isUsable = isUsable
        let advice = record.records("advice").first
        adviceOff = Set(
            (advice?.entries ?? []).filter { advice?.placed($0.name, in: source)?.value == "false" }.map(\.name))
        caseFields =
            Field.ofCases
            + taxonomies.enumerated().compactMap { index, taxonomy in
                let isReserved = Field.ofCases.contains { $0.key == taxonomy.key.value }
                return isReserved ? nil : Field(taxonomy.key.value, .terms(index), required: taxonomy.isRequired)
            }
    }

    /// Whether a key is known and has one of its words, if they are few.
    private static func isUnderstood(_ entry: FrontMatter.Entry, _ field: Field?, in source: SourceText) -> Bool {
        guard let field else { return false }
        guard let choices = field.choices, let text = entry.value.text else { return true }
        return choices.contains(text.string(in: source))
    }

    /// The index of the taxonomy in a folder.
    package func taxonomy(folder: String) -> Int? {
        taxonomies.firstIndex { $0.folder.value == folder }
    }

    private static func taxonomy(_ record: Record, in source: SourceText) -> TaxonomyDefinition? {
        guard let folder = record.placed("folder", in: source), let key = record.placed("key", in: source),
            let label = record.placed("label", in: source)
        else { return nil }
        let order = record.placed("order", in: source).flatMap { Taxonomy.Order(rawValue: $0.value) } ?? .listed
        let index = record.placed("index", in: source).flatMap { Taxonomy.Index(rawValue: $0.value) }
        let groups = record.records("groups").map { group in
            (label: group.placed("label", in: source)?.value ?? "", terms: group.list("terms", in: source))
        }
        return TaxonomyDefinition(
            folder: folder, key: key, label: label, description: record.placed("description", in: source)?.value,
            isMultiple: record.flag("multiple", in: source), isRequired: record.flag("required", in: source),
            order: order, index: index, unstated: record.placed("unstated", in: source)?.value,
            listed: groups.isEmpty ? record.list("terms", in: source) : groups.flatMap(\.terms),
            groups: groups.map { ($0.label, $0.terms.count) }, fields: Field.ofTerms(order: order, index: index),
            record: record)
    }

    private static func section(_ record: Record, in source: SourceText) -> PlacedSection? {
        guard let id = record.placed("id", in: source), let heading = record.placed("heading", in: source) else {
            return nil
        }
        let definition = SectionDefinition(
            id: id.value, heading: heading.value, isRequired: record.flag("required", in: source),
            hint: record.placed("hint", in: source)?.value)
        return PlacedSection(definition: definition, id: id.bytes, heading: heading.bytes)
    }
}
