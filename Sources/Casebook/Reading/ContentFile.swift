import Diagnostics
import Markdown

/// A file of the content taken apart, before it is known to be right.
struct ContentFile: Sendable {
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
    var frontMatter: FrontMatter
    var record: Record
    var document: MarkdownDocument = .empty
    var headings: [Heading] = []
    var links: [Link] = []
    /// What links to the page can lead to: the ids of a case's sections and the headings that are none.
    var anchors = Anchors([])
    /// In the order written; empty for other files than cases.
    var sections: [Section] = []
    /// How many top-level blocks stand above the first section.
    var blocksBeforeSections = 0

    /// Takes a text apart.
    init(role: Role, location: String, name: String, text: SourceText, fields: [Field]) {
        self.role = role
        self.location = location
        self.name = name
        self.text = text
        frontMatter = role == .settings ? FrontMatterParser.parseWhole(text) : FrontMatterParser.parse(text)
        for index in frontMatter.entries.indices {
            let entry = frontMatter.entries[index]
            guard let field = fields.first(where: { $0.key == entry.name }), field.isList,
                let value = WideList.mend(entry.value, kind: field.kind, in: text)
            else { continue }
            frontMatter.entries[index].value = value
            frontMatter.entries[index].slips.insert(.wideListMarks)
        }
        let place = frontMatter.opening ?? 0..<0
        record = Record(fields: fields, entries: frontMatter.entries, place: place)
    }

    /// Reads the body, and for a case its sections.
    mutating func parseBody(_ sections: [Schema.PlacedSection]?) -> [Diagnostic] {
        let (document, diagnostics) = MarkdownDocument.parse(text, bytes: frontMatter.body)
        self.document = document
        headings = document.headings
        links = document.links
        if let sections { divide(into: sections) }
        anchors = Anchors(
            headings.map { heading in
                let section = self.sections.first { $0.heading == heading }
                return section?.definition.flatMap { sections?[$0].definition.id } ?? heading.id
            })
        return diagnostics
    }

    /// The case's status; published where none or no known one is said.
    var status: Case.Status {
        record.text("status").flatMap { Case.Status(rawValue: $0.string(in: text)) } ?? .published
    }

    private mutating func divide(into definitions: [Schema.PlacedSection]) {
        let tops = headings.filter { $0.level <= 2 && $0.block != nil }
        blocksBeforeSections = tops.first?.block ?? document.blockCount
        let headingBlocks = headings.compactMap(\.block)
        sections = tops.indices.map { index in
            let heading = tops[index]
            let start = (heading.block ?? 0) + 1
            let end = index + 1 < tops.count ? tops[index + 1].block ?? start : document.blockCount
            let definition =
                definitions.firstIndex { $0.definition.heading == heading.text }
                ?? definitions.firstIndex { foldedName($0.definition.heading) == foldedName(heading.text) }
            let inner = headingBlocks.reduce(0) { $0 + ((start..<max(start, end)).contains($1) ? 1 : 0) }
            let next = index + 1 < tops.count ? tops[index + 1].source.lowerBound : text.utf8.count
            let isEmpty = inner >= end - start || isComment(heading.source.upperBound..<next, start..<end)
            return Section(
                heading: heading, definition: definition, blocks: start..<max(start, end), isEmpty: isEmpty)
        }
    }

    /// Whether blocks hold no words, such as a comment alone; looked into only where they start with a tag.
    private func isComment(_ source: Range<Int>, _ blocks: Range<Int>) -> Bool {
        guard !source.isEmpty, let first = text.utf8[source].first(where: { $0 != 0x0A && $0 != 0x20 }), first == 0x3C
        else { return false }
        return document.plainText(blocks: blocks).allSatisfy(\.isWhitespace)
            && !links.contains { source.contains($0.source.lowerBound) }
    }
}
