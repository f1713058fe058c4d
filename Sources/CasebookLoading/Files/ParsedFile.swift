import Basics
import CasebookModel
import Diagnostics
import Markdown

/// A parsed file of the content: front matter, Markdown and sections. The rules about one file check it.
///
/// A ``ContentFile`` keeps the parts that are needed after these rules.
package final class ParsedFile: Sendable {
    /// A section of a case's body, under a heading of level two.
    package struct Section: Sendable {
        package let heading: Heading
        /// The index of the section in the schema; `nil` if the schema has no such heading.
        package let definition: Int?
        /// The top-level blocks after the heading.
        package let blocks: Range<Int>
        /// Whether the section has no text, only deeper headings or a comment.
        package let isEmpty: Bool
    }

    let role: ContentFile.Role
    /// The path relative to the content folder, such as `cases/c001.md`.
    package let location: String
    /// The file's name without `.md`.
    package let name: String
    package let text: SourceText
    package let frontMatter: FrontMatter
    package let record: Record
    /// The record of the front matter; for `casebook.yml`, also the record of every map in it.
    package let records: [Record]
    let document: MarkdownDocument
    /// The headings of the document.
    package let headings: [Heading]
    /// The anchors of the page: the ids of a case's sections, and of the headings that start no section.
    package let anchors: Anchors
    /// The sections in the order written. Empty for files other than cases.
    package let sections: [Section]
    /// The sections that have a definition, in the order written.
    let definedSections: [Case.Section]
    /// How many top-level blocks come before the first section.
    let blocksBeforeSections: Int
    /// The problems of the body's Markdown.
    let markdownDiagnostics: [Diagnostic]
    /// What was meant as Markdown in the body, but is read as something else.
    let marks: [MisreadMark]
    /// The characters that readers cannot see, or take for others.
    let suspects: [SuspectInFile]
    /// The status of a case; `published` if no known status is written.
    package let status: Case.Status

    /// Parses a text. `casebook.yml` has no Markdown body.
    package init(
        role: ContentFile.Role, location: String, name: String, text: SourceText, fields: [Field],
        sections definitions: [Schema.DeclaredSection] = []
    ) {
        self.role = role
        self.location = location
        self.name = name
        self.text = text
        let keys = (fields.isEmpty ? Field.ofCases : fields).map(\.key)
        var frontMatter =
            role == .settings
            ? FrontMatterParser.parseWhole(text, knownKeys: keys) : FrontMatterParser.parse(text, knownKeys: keys)
        Record.match(&frontMatter.entries, to: fields)
        for index in frontMatter.entries.indices {
            let field = Int(frontMatter.entries[index].field)
            guard field >= 0, fields[field].isList,
                let value = WideList.corrected(frontMatter.entries[index].value, kind: fields[field].kind, in: text)
            else { continue }
            frontMatter.entries[index].value = value
            frontMatter.entries[index].mistakes.insert(.wideListMarks)
        }
        self.frontMatter = frontMatter
        record = Record(fields: fields, entries: frontMatter.entries, range: frontMatter.opening ?? 0..<0)
        let records = role == .settings ? record.flattened : [record]
        self.records = records
        let marks: [MisreadMark]
        (document, markdownDiagnostics, marks) =
            role == .settings ? (.empty, [], []) : MarkdownDocument.parseFindingMarks(text, bytes: frontMatter.body)
        self.marks = marks
        suspects = SuspectInFile.all(
            in: text, values: Self.texts(.all, of: records), body: frontMatter.body
        ).filter { suspect in
            // A space that hides a mark is reported with the mark.
            !(suspect.character.kind == .noBreakSpace && marks.contains { $0.bytes.contains(suspect.bytes.lowerBound) })
        }
        status =
            record.text("status").flatMap { Case.Status(rawValue: $0.string(in: text)) } ?? .published
        let headings = document.headings
        self.headings = headings
        let tops = role == .caseFile ? headings.indices.filter { headings[$0].startsSection } : []
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

    /// Whether the sections that have a definition are in the order of the definitions, each at most once.
    var hasSectionsInOrder: Bool {
        zip(definedSections, definedSections.dropFirst()).allSatisfy { $0.definition < $1.definition }
    }

    /// Returns the texts of the keys of some forms, and of the items of their lists, each with its field.
    package func texts(_ forms: Field.Forms) -> [(text: FieldText, field: Field)] {
        Self.texts(forms, of: records)
    }

    private static func texts(_ forms: Field.Forms, of records: [Record]) -> [(text: FieldText, field: Field)] {
        var texts: [(text: FieldText, field: Field)] = []
        for record in records {
            for index in record.entries.indices {
                let number = record.entries[index].field
                guard number >= 0, !record.fields[Int(number)].forms.isDisjoint(with: forms),
                    // Of keys that are repeated, the first one counts.
                    record.entries.firstIndex(where: { $0.field == number }) == index
                else { continue }
                let field = record.fields[Int(number)]
                switch record.entries[index].value {
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

/// Divides the body of a case into sections at headings of level two. A heading of level one also starts a section; the Markdown
/// module reports it.
private struct BodyDivision {
    package let text: SourceText
    let document: MarkdownDocument
    let headings: [Heading]

    /// Returns the sections that start at some headings, each with the definition that has the same heading.
    ///
    /// Headings are compared as names are, without regard to width and case.
    package func sections(under tops: [Int], _ definitions: [Schema.DeclaredSection]) -> [ParsedFile.Section] {
        tops.indices.map { position in
            let heading = headings[tops[position]]
            let nextIndex = position + 1 < tops.count ? tops[position + 1] : headings.count
            let next = nextIndex < headings.count ? headings[nextIndex] : nil
            let start = (heading.block ?? 0) + 1
            let end = max(start, next?.block ?? document.blockCount)
            let definition = self.definition(of: heading.text, in: definitions)
            let inner = headings[(tops[position] + 1)..<nextIndex].reduce(0) { $0 + ($1.block == nil ? 0 : 1) }
            let source = heading.source.upperBound..<max(heading.source.upperBound, next?.source.lowerBound ?? text.utf8.count)
            return ParsedFile.Section(
                heading: heading, definition: definition, blocks: start..<end,
                isEmpty: inner >= end - start || isComment(source, start..<end))
        }
    }

    /// Returns the index of the definition with a heading. An exact match comes before a match by name.
    private func definition(of heading: String, in definitions: [Schema.DeclaredSection]) -> Int? {
        let length = heading.utf8.count
        let index = definitions.firstIndex {
            $0.definition.heading.utf8.count == length && $0.definition.heading == heading
        }
        if let index { return index }
        let folded = foldedName(heading)
        return definitions.firstIndex { foldedName($0.definition.heading) == folded }
    }

    /// Whether blocks contain no words, for example only a comment. Only blocks that start with a tag are examined.
    private func isComment(_ source: Range<Int>, _ blocks: Range<Int>) -> Bool {
        guard !source.isEmpty, let first = text.utf8[source].first(where: { $0 != 0x0A && $0 != 0x20 }), first == 0x3C
        else { return false }
        return document.plainText(blocks: blocks).allSatisfy(\.isWhitespace)
            && !document.links.contains { source.contains($0.source.lowerBound) }
    }
}

extension Heading {
    /// Whether the heading starts a section of a case.
    var startsSection: Bool { level <= 2 && block != nil }
}
