import CasebookModel
import Diagnostics
import Markdown

/// A file of the content taken apart, before it is known to be right.
package final class ContentFile: Sendable {
    /// What the file is, by its folder.
    package enum Role: Sendable, Hashable {
        case settings
        case caseFile
        /// A term of the taxonomy at an index.
        case term(Int)
        case page
        case glossary
    }

    /// A stretch of a case's body under a heading of level two.
    package struct Section: Sendable {
        package let heading: Heading
        /// The index of the section in the schema, where the heading is one's.
        package let definition: Int?
        /// The top-level blocks below the heading.
        package let blocks: Range<Int>
        /// Whether there is nothing among them but deeper headings.
        package let isEmpty: Bool
    }

    package let role: Role
    /// The path below the content folder, such as `cases/c001.md`.
    package let location: String
    /// The file's name without `.md`.
    package let name: String
    package let text: SourceText
    package let frontMatter: FrontMatter
    package let record: Record
    /// The front matter, and for `casebook.yml` every map in it; none once the file is settled.
    package let records: [Record]
    package let document: MarkdownDocument
    /// Those of the document; none once the file is settled.
    package let headings: [Heading]
    /// What links to the page can lead to: the ids of a case's sections and the headings that are none.
    package let anchors: Anchors
    /// In the order written; empty for other files than cases, and once the file is settled.
    package let sections: [Section]
    /// The sections that have a definition, in the order written.
    package let definedSections: [Case.Section]
    /// How many top-level blocks stand above the first section.
    package let blocksBeforeSections: Int
    /// What is wrong with the body as Markdown.
    package let markdownDiagnostics: [Diagnostic]
    /// A case's status; published where none or no known one is said.
    package let status: Case.Status
    /// What a case's front matter says; none before the file is settled.
    package let values: CaseValues?

    /// Takes a text apart, its body too unless it is `casebook.yml`.
    package init(
        role: Role, location: String, name: String, text: SourceText, fields: [Field],
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
                let value = WideList.mend(frontMatter.entries[index].value, kind: fields[field].kind, in: text)
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
        values = nil
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

    /// A checked file of which nothing is kept that only its own checks need.
    private init(settling file: ContentFile, values: CaseValues?) {
        role = file.role
        location = file.location
        name = file.name
        let all = file.record.entries
        var entries: [FrontMatter.Entry] = []
        entries.reserveCapacity(file.role == .caseFile ? 2 : all.count)
        var end = 0
        for link in file.links { end = max(end, link.source.upperBound) }
        for index in all.indices where file.mayStillBeTold(all[index]) {
            end = max(end, all[index].line.upperBound, all[index].value.bytes.upperBound)
            entries.append(all[index])
        }
        record = Record(fields: file.record.fields, entries: entries, place: file.record.place)
        records = []
        text = file.text.lines(toByte: end)
        frontMatter = FrontMatter(inner: 0..<0, body: 0..<0)
        document = file.document
        headings = []
        status = file.status
        self.values = values
        anchors = file.anchors
        sections = []
        definedSections = file.definedSections
        blocksBeforeSections = file.blocksBeforeSections
        markdownDiagnostics = []
    }

    /// The file with what others can refer to, what it refers to and what is published of it. Of its text, the lines stay down
    /// to the last that something may be told of.
    package func settled(_ values: CaseValues? = nil) -> ContentFile {
        ContentFile(settling: self, values: values)
    }

    /// Whether other files can make an entry wrong; of a case's, few.
    private func mayStillBeTold(_ entry: FrontMatter.Entry) -> Bool {
        role != .caseFile || entry.name == "title" || entry.name == "aliases" || entry.name == "related"
            || entry.name == "status" && status == .draft
    }

    /// Whether the sections that have a definition stand in the order of the definitions, none of them twice.
    package var hasSectionsInOrder: Bool {
        zip(definedSections, definedSections.dropFirst()).allSatisfy { $0.definition < $1.definition }
    }

    /// The folder that the file lies in, as the location starts; empty for `casebook.yml`.
    package var folder: String {
        location.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(location[..<$0]) } ?? ""
    }

    /// The links and images of the body.
    package var links: [Link] { document.links }
}
