import Basics
import CasebookModel
import Diagnostics
import Markdown

/// A checked file of the content: what other files can refer to, what it refers to, and what is published of it.
package final class ContentFile: Sendable {
    /// The kind of a file, which its folder determines.
    package enum Role: Sendable, Hashable {
        case settings
        case caseFile
        /// The easy-language version of a case.
        case easyText
        /// A term of the taxonomy at an index.
        case term(Int)
        case page
        case glossary
    }

    /// The values that only a case has.
    package struct CaseValues: Sendable {
        let facts: CaseFacts
        let yomi: String?
        let summary: String?
        let withdrawalReason: String?
        let reviewBy: CalendarDate?
        /// For each declared field, the value of the case, if it has a valid one.
        let declared: [TypedValue?]

        /// The paths of the files in `files/` that the case names as values.
        var filePaths: [String] {
            declared.compactMap { if case .file(let path)? = $0 { path } else { nil } }
        }
    }

    let role: Role
    /// The path relative to the content folder, such as `cases/c001.md`.
    package let location: String
    /// The file's name without `.md`.
    package let name: String
    /// The anchors of the page.
    package let anchors: Anchors
    /// The status of a case; `published` if no known status is written.
    package let status: Case.Status
    private let parts: Deferred<Parts>
    /// The addresses of links that may lead to images, if the file was not read again.
    private let keptImageLinks: Set<String>?
    /// `nil` for files other than cases.
    let caseValues: CaseValues?

    /// What is needed of a file beyond what others see of it. A class, because it is asked for often, and copying a struct would retain
    /// each of its parts.
    private final class Parts: Sendable {
        let text: SourceText
        let record: Record
        let document: MarkdownDocument
        let definedSections: [Case.Section]
        let concealment: Concealment
        /// Where the body is in the text; empty for files of which it is not kept.
        let body: Range<Int>

        init(
            text: SourceText, record: Record, document: MarkdownDocument, definedSections: [Case.Section],
            concealment: Concealment, body: Range<Int> = 0..<0
        ) {
            self.text = text
            self.record = record
            self.document = document
            self.definedSections = definedSections
            self.concealment = concealment
            self.body = body
        }
    }

    /// The text up to the last line about which a rule can still report a problem.
    package var text: SourceText { parts.value.text }
    /// The entries that can be invalid because of other files. For files other than cases, all entries.
    package var record: Record { parts.value.record }
    var document: MarkdownDocument { parts.value.document }
    /// The sections that have a definition, in the order written.
    var definedSections: [Case.Section] { parts.value.definedSections }
    var concealment: Concealment { parts.value.concealment }
    /// Where the body of an easy-language version is in the text.
    var body: Range<Int> { parts.value.body }

    /// A case that an earlier run of the program has read.
    ///
    /// - Parameters:
    ///   - kept: What was kept of it.
    ///   - location: The path relative to the content folder.
    ///   - read: Reads the file again, when more of it is needed; `nil` if it is no text any more.
    init(_ kept: KeptCase, location: String, read: @escaping @Sendable () -> ContentFile?) {
        role = .caseFile
        self.location = location
        name = kept.values.facts.id
        anchors = kept.values.facts.anchors
        status = kept.values.facts.status
        caseValues = kept.values
        keptImageLinks = kept.imageLinks
        parts = .made {
            if let file = read() { return file.parts.value }
            let text = SourceText(path: location, utf8: [])
            return Parts(
                text: text, record: Record(fields: [], entries: [], range: 0..<0), document: .empty, definedSections: [],
                concealment: Concealment(FrontMatterParser.parse(text, knownKeys: [])))
        }
    }

    /// Keeps the parts of a file that are needed after the rules about one file.
    ///
    /// - Parameters:
    ///   - file: The parsed file.
    ///   - uses: The terms that a case names; `nil` for other files.
    ///   - declared: The declared fields of cases.
    package init(_ file: ParsedFile, uses: TermUses? = nil, declared: [Schema.DeclaredField] = []) {
        role = file.role
        location = file.location
        name = file.name
        let all = file.record.entries
        var entries: [FrontMatter.Entry] = []
        entries.reserveCapacity(file.role == .caseFile ? 2 : all.count)
        var end = 0
        for link in file.document.links { end = max(end, link.source.upperBound) }
        for index in all.indices where Self.isNeeded(all[index], of: file) {
            end = max(end, all[index].line.upperBound, all[index].value.bytes.upperBound)
            entries.append(all[index])
        }
        // Its words are compared with the glossary.
        if file.role == .easyText { end = file.text.utf8.count }
        parts = .known(
            Parts(
                text: file.text.lines(toByte: end),
                record: Record(fields: file.record.fields, entries: entries, range: file.record.range),
                document: file.document, definedSections: file.definedSections,
                concealment: Concealment(file.frontMatter),
                body: file.role == .easyText ? file.frontMatter.body : 0..<0))
        anchors = file.anchors
        status = file.status
        keptImageLinks = nil
        caseValues = uses.map { uses in
            let string = { (key: String) in file.record.text(key)?.string(in: file.text) }
            let date = { (key: String) in string(key).flatMap { CalendarDate(iso: $0) } }
            let list = { (key: String) in file.record.list(key, in: file.text).map(\.value) }
            return CaseValues(
                facts: CaseFacts(
                    id: file.name, title: string("title") ?? file.name, status: file.status,
                    terms: uses.all.indices.map(uses.indices), anchors: file.anchors,
                    aliases: OldAddress.paths(list("aliases")),
                    related: list("related"), published: date("published"), updated: date("updated")),
                yomi: string("yomi"), summary: string("summary"), withdrawalReason: string("withdrawn"),
                reviewBy: date("review_by"),
                declared: declared.map { field in
                    guard let rule = file.record.field(field.definition.key)?.rule else { return nil }
                    return string(field.definition.key).flatMap { WrittenValue.read($0, by: rule) }
                })
        }
    }

    /// Whether an entry can be invalid because of other files. This is true for few entries of a case.
    private static func isNeeded(_ entry: FrontMatter.Entry, of file: ParsedFile) -> Bool {
        file.role != .caseFile || entry.name == "title" || entry.name == "yomi" || entry.name == "aliases"
            || entry.name == "related"
            || entry.name == "status" && file.status == .draft
            || entry.field >= 0 && file.record.fields[Int(entry.field)].forms.contains(.file)
    }

    /// The folder of the file, without a slash. Empty for `casebook.yml`.
    package var folder: String {
        location.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(location[..<$0]) } ?? ""
    }

    /// The links and images of the body.
    package var links: [Link] { document.links }

    /// The addresses of links that may lead to images or documents, and the documents that are values of declared fields. Which of them
    /// are published depends on these.
    var imageLinks: Set<String> {
        keptImageLinks
            ?? Set(
                links.filter { $0.isImage || $0.destination.contains("images/") || $0.destination.contains("files/") }.map(
                    \.destination) + (caseValues?.filePaths ?? []).map { "=\($0)" })
    }
}
