import Basics
import CasebookLoading
import CasebookModel
import Diagnostics

/// A file of a casebook as a form: its keys, its sections or its text, and how to change them.
///
/// It reads whatever is in the file, valid or not, and changes only what differs: see ``applying(_:)``.
public struct EditableFile: Sendable {
    /// What a file holds, which its folder determines.
    public enum Kind: Sendable, Hashable {
        case caseFile
        /// The easy-language version of a case.
        case easyText
        /// A term of the taxonomy at an index among the questions of the form.
        case term(taxonomy: Int)
        case glossary
        case page
    }

    /// The path relative to the content folder, such as `cases/c001.md`.
    public let location: String
    /// The name of the file without `.md`.
    public let name: String
    public let kind: Kind
    /// The file as it is stored.
    public let file: SourceFile
    let form: CaseForm
    let stored: StoredText
    let parsed: ParsedFile
    /// The keys that the file can have, in the order in which a new file has them.
    let fields: [Field]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: The file as it is stored.
    ///   - location: Its path relative to the content folder.
    ///   - form: What the files of the casebook can contain.
    /// - Throws: If the file is not UTF-8, or if no file of the casebook can have the path.
    public init(_ file: SourceFile, location: String, form: CaseForm) throws(EditRefusal) {
        guard case .file(let folder, let name) = ContentLocation(location[...]),
            let role = ContentFile.Role.folders(of: form.schema)[folder]
        else { throw .noContent(location) }
        guard let stored = StoredText(file) else { throw .encoding(file) }
        self.file = file
        self.location = location
        self.name = name
        self.form = form
        self.stored = stored
        kind =
            switch role {
            case .term(let index): .term(taxonomy: index)
            case .easyText: .easyText
            case .page: .page
            case .glossary: .glossary
            case .caseFile, .settings: .caseFile
            }
        let known = Field.all(ofFile: role, in: form.schema)
        fields = role == .caseFile ? form.keys : known
        parsed = ParsedFile(
            role: role, location: location, name: name, text: stored.text, fields: known, sections: form.schema.sections)
    }

    /// Converts a file that is not UTF-8 and whose encoding is certain, and names that encoding. Nil for any other file.
    public static func converted(_ bytes: [UInt8]) -> (bytes: [UInt8], from: Message)? {
        guard let (text, _) = LegacyText.decode(bytes), let name = SourceDecoder.encodingName(of: bytes) else { return nil }
        return (Array(StoredText.normalized(String(decoding: text, as: UTF8.self)).utf8), name)
    }
}

/// A key of a file, for a form.
public struct EditableKey: Sendable {
    public let key: String
    /// The name that people know: the key itself where there is none.
    public let label: Message
    public let isRequired: Bool
    /// Whether there can be several values.
    public let isList: Bool
    /// Whether the value is published nowhere. It is the text of the lines below the key.
    public let isPrivate: Bool
    /// What to write.
    public let hint: Message?
    /// A value of the right form.
    public let example: String?
    public let value: EditedValue
}

/// A section that `casebook.yml` declares, for a form.
public struct EditableSection: Sendable {
    public let id: String
    public let heading: String
    /// What to write.
    public let hint: String?
    public let isRequired: Bool
    /// Whether the case has the heading.
    public let isPresent: Bool
    /// The Markdown without blank lines around it. Empty also where there is only a comment, as in new cases.
    public let text: String
}

/// Keys.
extension EditableFile {
    /// Every key that the file can have, in the order in which a new file has them.
    public var keys: [EditableKey] {
        fields.map { field in
            let isDeclared = form.fields.contains { $0.key == field.key } || form.questions.contains { $0.key == field.key }
            let label = field.names.first ?? field.key
            return EditableKey(
                key: field.key, label: Message(ja: label, en: isDeclared && kind == .caseFile ? label : field.key),
                isRequired: field.isRequired, isList: isList(field), isPrivate: field.isHidden, hint: field.help?.hint,
                example: field.example?.text(in: form.language), value: value(of: field.key))
        }
    }

    /// The value of a key. A value that is not of the form of its key is what is written.
    public func value(of key: String) -> EditedValue {
        guard let field = fields.first(where: { $0.key == key }) else { return .text("") }
        guard let entry = parsed.record.entries(named: key).first else { return isList(field) ? .list([]) : .text("") }
        if field.isHidden { return .text(privateText(entry)) }
        let items = items(entry.value)
        if isList(field) { return .list(items) }
        if case .text = entry.value { return .text(items.first ?? "") }
        if field.isTerms, items.count == 1 { return .text(items[0]) }
        return .text(entry.value.isEmpty ? "" : string(entry.writtenRange(in: stored.text).range))
    }

    /// The title of a case or page, the label of a term, the word of the glossary; the name of the file if there is none.
    public var title: String {
        let title = value(of: titleKey).text(in: form.language)
        return title.isEmpty ? name : title
    }

    /// The state of a case; published if none is written.
    public var status: Case.Status { parsed.status }

    /// The key that names the file.
    public var titleKey: String {
        switch kind {
        case .caseFile, .easyText, .page: "title"
        case .term: "label"
        case .glossary: "term"
        }
    }

    /// Whether a key can have several values.
    func isList(_ field: Field) -> Bool {
        if case .terms(let index) = field.kind { return form.questions[index].isMultiple }
        return field.isList
    }

    private func items(_ value: FieldValue) -> [String] {
        switch value {
        case .empty: return []
        case .text(let text): return text.string(in: stored.text).isEmpty ? [] : [composed(text.string(in: stored.text))]
        case .list(let items, _): return items.flatMap { self.items($0) }
        case .map(_, let bytes), .unreadable(let bytes): return bytes.isEmpty ? [] : [string(bytes)]
        }
    }

    /// The lines of what is private, without the spaces before them that make them part of it.
    private func privateText(_ entry: FrontMatter.Entry) -> String {
        let lines = string(privateLines(entry)).split(separator: "\n", omittingEmptySubsequences: false)
        let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.utf8.prefix { $0 == 0x20 }.count }
        let indent = min(2, indents.dropFirst(isPrivateOnKeyLine(entry) ? 1 : 0).min() ?? 0)
        return lines.enumerated().map { index, line in
            index == 0 && isPrivateOnKeyLine(entry)
                ? String(line) : String(line.dropFirst(min(indent, line.utf8.prefix { $0 == 0x20 }.count)))
        }.joined(separator: "\n")
    }

    func isPrivateOnKeyLine(_ entry: FrontMatter.Entry) -> Bool {
        privateLines(entry).lowerBound < stored.text.startOfNextLine(entry.line.lowerBound)
    }

    /// The range of what is private, from the first character after the key. Comments before the next key are not part of it.
    func privateLines(_ entry: FrontMatter.Entry) -> Range<Int> {
        let (text, range) = (stored.text, entry.value.bytes)
        var start = entry.colon.upperBound
        while start < range.upperBound, text.utf8[start] == 0x20 || text.utf8[start] == 0x09 { start += 1 }
        if start < range.upperBound, text.utf8[start] == 0x0A { start += 1 }
        var end = range.upperBound
        while end > start {
            let line = text.startOfLine(end)
            guard line >= start, text.isBlankLine(line) || text.utf8[line] == 0x23 else { break }
            end = max(start, line - 1)
            if line == start { break }
        }
        return min(start, end)..<end
    }

    func string(_ range: Range<Int>) -> String { composed(stored.text.string(range)) }

    private func composed(_ text: String) -> String { text.composedKeepingCharacters }
}

/// Texts.
extension EditableFile {
    /// The declared sections in their order. None for files other than cases.
    public var sections: [EditableSection] {
        guard kind == .caseFile else { return [] }
        return form.schema.sections.enumerated().map { index, section in
            let range = sectionRange(of: index)
            return EditableSection(
                id: section.definition.id, heading: section.definition.heading, hint: section.definition.hint,
                isRequired: section.definition.isRequired, isPresent: range != nil, text: range.map { shown($0.content) } ?? "")
        }
    }

    /// The text of the section with an id; empty if there is none.
    public func text(ofSection id: String) -> String {
        guard let index = sectionIndex(id), let range = sectionRange(of: index) else { return "" }
        return shown(range.content)
    }

    /// The parts of a case that are under no declared heading, or under one that was there before. They are never changed.
    public var otherSections: [(heading: String, text: String)] {
        guard kind == .caseFile else { return [] }
        let first = parsed.sections.first.map { stored.text.startOfLine($0.heading.source.lowerBound) }
        let preface = string(
            stored.text.withoutBlankLines(parsed.frontMatter.body.lowerBound..<(first ?? stored.text.utf8.count)))
        let others = parsed.sections.indices.filter { position in
            guard let index = parsed.sections[position].definition else { return true }
            return parsed.sections.firstIndex { $0.definition == index } != position
        }
        return (preface.isEmpty ? [] : [("", preface)])
            + others.map { (parsed.sections[$0].heading.text, string(sectionRange(at: $0).content)) }
    }

    /// The Markdown of a file without sections, without blank lines around it. Empty for cases.
    public var body: String { kind == .caseFile ? "" : string(bodyRange) }

    /// The range of the text of a file without sections.
    var bodyRange: Range<Int> { stored.text.withoutBlankLines(parsed.frontMatter.body) }

    func sectionIndex(_ id: String) -> Int? { form.schema.sections.firstIndex { $0.definition.id == id } }

    /// A section in the text.
    struct SectionRange {
        /// From the start of the heading's line to the next section.
        let whole: Range<Int>
        /// After the heading and its underline.
        let start: Int
        /// The text without blank lines around it.
        let content: Range<Int>
    }

    /// Returns the first section with a definition.
    func sectionRange(of definition: Int) -> SectionRange? {
        parsed.sections.firstIndex { $0.definition == definition }.map(sectionRange(at:))
    }

    func sectionRange(at position: Int) -> SectionRange {
        let (text, heading) = (stored.text, parsed.sections[position].heading)
        let next = position + 1 < parsed.sections.count ? parsed.sections[position + 1].heading.source.lowerBound : nil
        let end = next.map(text.startOfLine) ?? text.utf8.count
        var start = text.startOfNextLine(heading.source.lowerBound)
        if heading.isUnderlined {
            // The text of such a heading may have several lines.
            while start < end, !isUnderline(start) { start = text.startOfNextLine(start) }
            start = text.startOfNextLine(start)
        }
        let lower = text.startOfLine(heading.source.lowerBound)
        return SectionRange(
            whole: lower..<end, start: min(start, end), content: text.withoutBlankLines(min(start, end)..<end))
    }

    private func isUnderline(_ start: Int) -> Bool {
        let line = stored.text.utf8[start..<stored.text.startOfNextLine(start)].filter {
            $0 != 0x20 && $0 != 0x09 && $0 != 0x0A
        }
        return !line.isEmpty && (line.allSatisfy { $0 == 0x2D } || line.allSatisfy { $0 == 0x3D })
    }

    /// The text of a section as forms show it: nothing for the comment that a new case has.
    private func shown(_ range: Range<Int>) -> String {
        let text = string(range)
        let isComment = text.hasPrefix("<!--") && text.hasSuffix("-->") && text.dropLast(3).firstRange(of: "-->") == nil
        return isComment ? "" : text
    }
}

extension Field {
    var isHidden: Bool { if case .hidden = kind { true } else { false } }
    var isTerms: Bool { if case .terms = kind { true } else { false } }
}
