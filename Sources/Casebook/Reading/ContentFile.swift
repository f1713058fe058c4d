import Diagnostics
import Markdown

/// A file of the content taken apart, before it is known to be right.
final class ContentFile: Sendable {
    /// What the file is, by its folder.
    enum Role: Sendable, Hashable {
        case settings
        case caseFile
        /// A term of the taxonomy at an index.
        case term(Int)
        case page
    }

    /// A stretch of a case's body under a heading of level two.
    struct Section: Sendable {
        let heading: Heading
        /// The index of the section in the schema, where the heading is one's.
        let definition: Int?
        /// The top-level blocks below the heading.
        let blocks: Range<Int>
        /// Whether there is nothing among them but deeper headings.
        let isEmpty: Bool
    }

    let role: Role
    /// The path below the content folder, such as `cases/c001.md`.
    let location: String
    /// The file's name without `.md`.
    let name: String
    let text: SourceText
    let frontMatter: FrontMatter
    let record: Record
    let document: MarkdownDocument
    let headings: [Heading]
    let links: [Link]
    /// What links to the page can lead to: the ids of a case's sections and the headings that are none.
    let anchors: Anchors
    /// In the order written; empty for other files than cases.
    let sections: [Section]
    /// How many top-level blocks stand above the first section.
    let blocksBeforeSections: Int
    /// What is wrong with the body as Markdown.
    let markdownDiagnostics: [Diagnostic]

    /// Takes a text apart, its body too unless it is `casebook.yml`.
    init(
        role: Role, location: String, name: String, text: SourceText, fields: [Field],
        sections definitions: [Schema.PlacedSection] = []
    ) {
        self.role = role
        self.location = location
        self.name = name
        self.text = text
        var frontMatter = role == .settings ? FrontMatterParser.parseWhole(text) : FrontMatterParser.parse(text)
        for index in frontMatter.entries.indices {
            let entry = frontMatter.entries[index]
            guard let field = fields.first(where: { $0.key == entry.name }), field.isList,
                let value = WideList.mend(entry.value, kind: field.kind, in: text)
            else { continue }
            frontMatter.entries[index].value = value
            frontMatter.entries[index].slips.insert(.wideListMarks)
        }
        self.frontMatter = frontMatter
        record = Record(fields: fields, entries: frontMatter.entries, place: frontMatter.opening ?? 0..<0)
        (document, markdownDiagnostics) =
            role == .settings ? (.empty, []) : MarkdownDocument.parse(text, bytes: frontMatter.body)
        headings = document.headings
        links = document.links
        let headings = headings
        let tops = role == .caseFile ? headings.indices.filter { headings[$0].level <= 2 && headings[$0].block != nil } : []
        blocksBeforeSections = tops.first.flatMap { headings[$0].block } ?? document.blockCount
        let body = BodyDivision(text: text, document: document, headings: headings, links: links)
        sections = body.sections(under: tops, definitions)
        var anchors = headings.map(\.id)
        for (top, section) in zip(tops, sections) {
            if let definition = section.definition { anchors[top] = definitions[definition].definition.id }
        }
        self.anchors = Anchors(anchors)
    }

    /// The case's status; published where none or no known one is said.
    var status: Case.Status {
        record.text("status").flatMap { Case.Status(rawValue: $0.string(in: text)) } ?? .published
    }
}
