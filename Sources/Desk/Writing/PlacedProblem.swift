import Authoring
import CasebookLoading
import Diagnostics

/// A problem of a file at the field of the form where it can be fixed.
package struct PlacedProblem: Sendable {
    /// Nil if it belongs to no field.
    package let field: EditField?
    /// Whether it belongs to the name of the file, which only the form for a new file asks for.
    package let isOfName: Bool
    /// The line in the text of a section, from 1, if that has several.
    package let line: Int?
    package let isError: Bool
    package let text: String
    package let suggestions: [String]
    /// Names the fix among those of the same text; nil if there is none that changes a field.
    package var fix: String?

    package init(
        field: EditField?, isOfName: Bool = false, line: Int? = nil, isError: Bool = true, text: String,
        suggestions: [String] = [], fix: String? = nil
    ) {
        self.field = field
        self.isOfName = isOfName
        self.line = line
        self.isError = isError
        self.text = text
        self.suggestions = suggestions
        self.fix = fix
    }
}

/// Finds the field of each problem of a file.
package struct ProblemPlacement {
    /// The most fixes that are tried out.
    private static let mostFixes = 20
    /// The rules about names of files.
    private static let ofNames: Set<String> = ["unfit-id", "reserved-id", "long-id", "page-number-id", "duplicate-id"]

    private let text: SourceText
    private let schema: Schema
    /// The keys that the file can have.
    private let keys: [Field]
    private let words: DeskWords
    private let language: Language
    /// For each part of the file, in order, the line where it starts. Parts without a field have none.
    private var starts: [(line: Int, field: EditField?)] = []
    /// For each section and the body, the first line of its text, and how many lines it has.
    private var contents: [EditField: (first: Int, count: Int)] = [:]

    /// - Parameters:
    ///   - text: The text of the file.
    ///   - location: The path of the file relative to the content folder.
    ///   - schema: The declarations of the casebook.
    ///   - templates: The words of the desk.
    package init(_ text: SourceText, at location: String, schema: Schema, templates: DeskTemplates) {
        self.text = text
        self.schema = schema
        words = templates.words
        language = templates.language
        let folder = String(location.prefix { $0 != "/" })
        let role = ContentFile.Role.folders(of: schema)[folder] ?? .caseFile
        keys = Field.all(ofFile: role, in: schema)
        let parsed = ParsedFile(
            role: role, location: location, name: String(location.dropFirst(folder.count + 1).dropLast(3)), text: text,
            fields: keys, sections: schema.sections)
        func line(_ byte: Int) -> Int { text.range(ofBytes: byte..<byte).start.line }
        let known = keys.map(\.key)
        let frontMatter = FrontMatterParser.parse(text, knownKeys: known)
        for entry in frontMatter.entries {
            starts.append((line(entry.line.lowerBound), known.contains(entry.name) ? .key(entry.name) : nil))
        }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        func keep(_ field: EditField, _ numbers: Range<Int>) {
            let filled = numbers.filter { number in
                number <= lines.count && lines[number - 1].contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
            }
            if let first = filled.first, let last = filled.last { contents[field] = (first, last - first + 1) }
        }
        let body = line(frontMatter.body.lowerBound)
        starts.append((body, role == .caseFile ? nil : .body))
        if role != .caseFile { keep(.body, body..<max(body, lines.count + 1)) }
        for (index, section) in parsed.sections.enumerated() where role == .caseFile {
            let start = line(section.heading.source.lowerBound)
            guard let definition = section.definition else {
                starts.append((start, nil))
                continue
            }
            let field = EditField.section(schema.sections[definition].definition.id)
            starts.append((start, field))
            let end =
                index + 1 < parsed.sections.count ? line(parsed.sections[index + 1].heading.source.lowerBound) : lines.count + 1
            keep(field, start + 1..<max(start + 1, end))
        }
        starts.sort { $0.line < $1.line }
    }

    /// Returns the problems at their fields.
    ///
    /// - Parameter changesField: Whether a text that a fix makes differs in a field from this one.
    package func placed(_ diagnostics: [Diagnostic], changesField: ([UInt8]) -> Bool) -> [PlacedProblem] {
        var tried = 0
        return diagnostics.map { diagnostic in
            var problem = placed(diagnostic)
            if let fix = fix(of: diagnostic), tried < Self.mostFixes {
                tried += 1
                if changesField(Self.applying(fix, to: text)) { problem.fix = Self.name(of: fix, diagnostic) }
            }
            return problem
        }
    }

    /// The text after the fix with a name; nil if there is none.
    package func fixed(_ name: String, _ diagnostics: [Diagnostic]) -> [UInt8]? {
        for diagnostic in diagnostics {
            if let fix = fix(of: diagnostic), Self.name(of: fix, diagnostic) == name {
                return Self.applying(fix, to: text)
            }
        }
        return nil
    }

    private func fix(of diagnostic: Diagnostic) -> Diagnostic.FixIt? {
        guard diagnostic.path == text.path, let fix = diagnostic.fixIt, !fix.isHidden else { return nil }
        return fix
    }

    private static func name(of fix: Diagnostic.FixIt, _ diagnostic: Diagnostic) -> String {
        "\(diagnostic.id):\(fix.bytes.lowerBound):\(fix.bytes.upperBound)"
    }

    /// The name of the fix of a problem, if it has one that a button can make.
    static func fixName(of diagnostic: Diagnostic) -> String? {
        guard let fix = diagnostic.fixIt, !fix.isHidden else { return nil }
        return name(of: fix, diagnostic)
    }

    /// Returns a text after a fix.
    static func applying(_ fix: Diagnostic.FixIt, to text: SourceText) -> [UInt8] {
        guard fix.bytes.upperBound <= text.utf8.count else { return text.utf8 }
        return Array(text.utf8[..<fix.bytes.lowerBound]) + Array(fix.replacement.utf8) + text.utf8[fix.bytes.upperBound...]
    }

    private func placed(_ diagnostic: Diagnostic) -> PlacedProblem {
        guard diagnostic.path == text.path else {
            return PlacedProblem(
                field: nil, isError: diagnostic.severity == .error,
                text: "\(diagnostic.path.visible): \(diagnostic.message.text(in: language))",
                suggestions: diagnostic.suggestions)
        }
        let field = missingKey(diagnostic) ?? missingSection(diagnostic) ?? fieldAtLine(of: diagnostic)
        var line: Int?
        if let field, let content = contents[field], content.count > 1, let found = diagnostic.range?.start.line,
            found >= content.first
        {
            line = found - content.first + 1
        }
        return PlacedProblem(
            field: field, isOfName: field == nil && Self.ofNames.contains(diagnostic.id), line: line,
            isError: diagnostic.severity == .error, text: message(of: diagnostic, field), suggestions: diagnostic.suggestions)
    }

    /// In a form there are no lines to add: what is missing is only empty.
    private func message(of diagnostic: Diagnostic, _ field: EditField?) -> String {
        guard ["missing-key", "empty-value", "missing-section", "empty-section"].contains(diagnostic.id), let field else {
            return diagnostic.message.text(in: language)
        }
        switch field {
        case .key(let key):
            let found = keys.first { $0.key == key }
            let isChoice = schema.taxonomies.contains { $0.key.value == key }
            return words[isChoice ? .problemNotChosen : .problemEmpty, language == .ja ? found?.names.first ?? key : key]
        case .section(let id):
            let heading = schema.sections.first { $0.definition.id == id }?.definition.heading ?? id
            return words[.problemEmpty, heading]
        case .body: return diagnostic.message.text(in: language)
        }
    }

    private func fieldAtLine(of diagnostic: Diagnostic) -> EditField? {
        guard let line = diagnostic.range?.start.line else { return nil }
        return starts.last { $0.line <= line }?.field
    }

    private func missingKey(_ diagnostic: Diagnostic) -> EditField? {
        guard diagnostic.id == "missing-key" else { return nil }
        return keys.first { diagnostic.message.en.contains("“\($0.key)”") }.map { .key($0.key) }
    }

    private func missingSection(_ diagnostic: Diagnostic) -> EditField? {
        guard diagnostic.id == "missing-section" else { return nil }
        return schema.sections.first { diagnostic.message.en.contains("“## \($0.definition.heading)”") }.map {
            .section($0.definition.id)
        }
    }
}
