import CasebookModel
import Diagnostics
import Markdown

/// A file of the content, divided into its parts: what the rules about one file look at.
///
/// A ``ContentFile`` keeps of it what is needed after these rules.
package final class ParsedFile: Sendable {
    /// A section of a case's body, under a heading of level two.
    package struct Section: Sendable {
        package let heading: Heading
        /// The index of the section in the schema; nil where the heading is not one of the schema's.
        package let definition: Int?
        /// The top-level blocks below the heading.
        package let blocks: Range<Int>
        /// Whether the section has no text, only deeper headings or a comment.
        package let isEmpty: Bool
    }

    package let role: ContentFile.Role
    /// The path below the content folder, such as `cases/c001.md`.
    package let location: String
    /// The file's name without `.md`.
    package let name: String
    package let text: SourceText
    package let frontMatter: FrontMatter
    package let record: Record
    /// The front matter; for `casebook.yml`, also every map in it.
    package let records: [Record]
    package let document: MarkdownDocument
    /// The headings of the document.
    package let headings: [Heading]
    /// What links to the page can lead to: the ids of a case's sections, and of the headings that start no section.
    package let anchors: Anchors
    /// In the order written; empty for other files than cases.
    package let sections: [Section]
    /// The sections that have a definition, in the order written.
    package let definedSections: [Case.Section]
    /// How many top-level blocks come before the first section.
    package let blocksBeforeSections: Int
    /// What is wrong with the body as Markdown.
    package let markdownDiagnostics: [Diagnostic]
    /// A case's status; published where no known status is written.
    package let status: Case.Status

    /// Divides a text. The body of `casebook.yml` is not Markdown.
    package init(
        role: ContentFile.Role, location: String, name: String, text: SourceText, fields: [Field],
        sections definitions: [Schema.PlacedSection] = []
    ) {
        self.role = role
        self.location = location
        self.name = name
        self.text = text
        var frontMatter = role == .settings ? FrontMatterParser.parseWhole(text) : FrontMatterParser.parse(text)
        Record.match(&frontMatter.entries, to: fields)
        for index in frontMatter.entries.indices {
            let field = Int(frontMatter.entries[index].field)
            guard field >= 0, fields[field].isList,
                let value = WideList.corrected(frontMatter.entries[index].value, kind: fields[field].kind, in: text)
            else { continue }
            frontMatter.entries[index].value = value
            frontMatter.entries[index].slips.insert(.wideListMarks)
        }
        self.frontMatter = frontMatter
        record = Record(fields: fields, entries: frontMatter.entries, place: frontMatter.opening ?? 0..<0)
        records = role == .settings ? record.flattened : [record]
        (document, markdownDiagnostics) =
            role == .settings ? (.empty, []) : MarkdownDocument.parse(text, bytes: frontMatter.body)
        status =
            record.text("status").flatMap { Case.Status(rawValue: $0.string(in: text)) } ?? .published
        let headings = document.headings
        self.headings = headings
        let tops = role == .caseFile ? headings.indices.filter { headings[$0].dividesBody } : []
        blocksBeforeSections = tops.first.flatMap { headings[$0].block } ?? document.blockCount
        let body = BodyDivision(text: text, document: document, headings: headings)
        let sections = body.sections(under: tops, definitions)
        self.sections = sections
        var definedSections: [Case.Section] = []
        definedSections.reserveCapacity(sections.count)
        for section in sections {
            guard let definition = section.definition else { continue }
            definedSections.append(Case.Section(definition: definition, blocks: section.blocks))
        }
        self.definedSections = definedSections
        var anchors = headings.map(\.id)
        for (top, section) in zip(tops, sections) {
            if let definition = section.definition { anchors[top] = definitions[definition].definition.id }
        }
        self.anchors = Anchors(anchors)
    }

    /// Whether the sections that have a definition are in the order of the definitions, each of them once.
    package var hasSectionsInOrder: Bool {
        zip(definedSections, definedSections.dropFirst()).allSatisfy { $0.definition < $1.definition }
    }

    /// The texts of the keys that a test picks, and of their lists' items, each with its key's field.
    package func texts(where isPicked: (Field) -> Bool) -> [(text: FieldText, field: Field)] {
        var texts: [(text: FieldText, field: Field)] = []
        for record in records {
            for (index, field) in record.fields.enumerated() where isPicked(field) {
                guard let entry = record.entry(ofField: index) else { continue }
                switch entry.value {
                case .text(let text) where !text.isEmpty: texts.append((text, field))
                case .list(let items, _) where field.isList:
                    for item in items {
                        if case .text(let text) = item, !text.isEmpty { texts.append((text, field)) }
                    }
                default: break
                }
            }
        }
        return texts
    }
}
