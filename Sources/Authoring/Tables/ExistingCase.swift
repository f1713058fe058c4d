import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation

/// A case file as a row of a table, and the places in its text where another row changes it.
///
/// Private values are never in a row.
struct ExistingCase: Sendable {
    /// The file as it is.
    let file: SourceFile
    /// The name of the file without `.md`.
    let id: String
    let title: String
    private let parsed: ParsedFile
    private let form: CaseForm

    /// - Parameters:
    ///   - file: The file.
    ///   - form: What cases can contain.
    /// - Returns: Nil for a file that is stored in an unusual way, such as with CRLF, so that not every byte could be kept.
    init?(_ file: SourceFile, form: CaseForm) {
        guard let text = SourceDecoder.decode(file).text, text.utf8 == file.bytes else { return nil }
        let name = file.path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
        parsed = ParsedFile(
            role: .caseFile, location: "cases/\(name).md", name: name, text: text, fields: form.schema.caseFields,
            sections: form.schema.sections)
        self.file = file
        self.form = form
        id = name
        title = parsed.record.text("title")?.string(in: text) ?? ""
    }

    /// Whether the text of a section is what import makes of a plain text.
    func isPlain(section index: Int) -> Bool {
        let lines = Self.lines(raw(section: index))
        return lines.isEmpty || PlainMarkdown.text(of: lines) != nil
    }

    /// The content of the cell for a part of the case.
    ///
    /// - Parameter isMarkdown: Whether a section is written as Markdown, not as a plain text.
    func cell(_ meaning: ImportColumn.Meaning, isMarkdown: Bool) -> String {
        switch meaning {
        case .id: return id
        case .field("status"):
            let words = zip(Case.Status.allCases, CaseExport.states(in: form.language))
            return words.first { $0.0 == parsed.status }?.1 ?? ""
        case .field(let key): return parsed.record.list(key, in: parsed.text).map(\.value).joined(separator: "、")
        case .terms(let index):
            let names = parsed.record.list(form.questions[index].key, in: parsed.text).map(\.value)
            return names.map { name in form.terms[index].term(named: name).map { form.terms[index].labels[$0] } ?? name }
                .joined(separator: "、")
        case .section(let index):
            let text = raw(section: index)
            return isMarkdown ? text : PlainMarkdown.text(of: Self.lines(text)) ?? text
        case .hidden, .ignored: return ""
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The Markdown of a section without empty lines around it.
    private func raw(section index: Int) -> String { parsed.text.string(content(section: index) ?? 0..<0) }

    /// The section with a definition: from its heading to the next one, and its position among the sections.
    private func whole(section index: Int) -> Range<Int>? {
        guard let position = parsed.sections.firstIndex(where: { $0.definition == index }) else { return nil }
        let next = position + 1
        let end = next < parsed.sections.count ? parsed.sections[next].heading.source.lowerBound : parsed.text.utf8.count
        return lineStart(parsed.sections[position].heading.source.lowerBound)..<lineStart(end)
    }

    private func content(section index: Int) -> Range<Int>? {
        guard let whole = whole(section: index),
            let heading = parsed.sections.first(where: { $0.definition == index })?.heading
        else { return nil }
        var start = lineEnd(heading.source.upperBound)
        if heading.isUnderlined { start = lineEnd(start) }
        var end = whole.upperBound
        let bytes = parsed.text.utf8
        while start < end, bytes[start] == 0x0A || bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 { end -= 1 }
        return min(start, end)..<end
    }

    private func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, parsed.text.utf8[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// The offset after the line feed that ends the line of an offset.
    private func lineEnd(_ offset: Int) -> Int {
        var end = offset
        while end < parsed.text.utf8.count, parsed.text.utf8[end] != 0x0A { end += 1 }
        return min(end + 1, parsed.text.utf8.count)
    }
}

extension ExistingCase {
    /// A part of the case that becomes another one.
    struct Change {
        let meaning: ImportColumn.Meaning
        /// The new lines of the file; empty if the part goes. For a section, without its heading.
        let lines: [String]
    }

    /// Returns the text of the file with changes. All other bytes stay.
    func applying(_ changes: [Change]) -> [UInt8] {
        var edits: [(range: Range<Int>, text: String)] = []
        var added: [String] = []
        for change in changes {
            switch change.meaning {
            case .field(let key): edit(key, change.lines, &edits, &added)
            case .terms(let index): edit(form.questions[index].key, change.lines, &edits, &added)
            case .section(let index): edit(section: index, change.lines, &edits)
            case .id, .hidden, .ignored: break
            }
        }
        if !added.isEmpty, let end = endOfFrontMatter {
            edits.append((end..<end, added.joined(separator: "\n") + "\n"))
        }
        var bytes = parsed.text.utf8
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
        }
        return bytes
    }

    private func edit(
        _ key: String, _ lines: [String], _ edits: inout [(range: Range<Int>, text: String)], _ added: inout [String]
    ) {
        guard let entry = parsed.record.entries(named: key).first else {
            added += lines
            return
        }
        // A value on several lines ends with the last one.
        let last = max(entry.line.upperBound, entry.value.bytes.upperBound)
        let end = last > 0 && parsed.text.utf8[last - 1] == 0x0A ? last : lineEnd(last)
        edits.append((lineStart(entry.line.lowerBound)..<end, lines.map { $0 + "\n" }.joined()))
    }

    private func edit(section index: Int, _ lines: [String], _ edits: inout [(range: Range<Int>, text: String)]) {
        let text = lines.joined(separator: "\n")
        if let whole = whole(section: index), let content = content(section: index) {
            guard !lines.isEmpty else { return edits.append((whole, "")) }
            let isEmpty = content.isEmpty
            edits.append((isEmpty ? whole.upperBound..<whole.upperBound : content, isEmpty ? "\n\(text)\n\n" : text))
        } else if !lines.isEmpty {
            let next = parsed.sections.first { ($0.definition ?? -1) > index }?.heading.source.lowerBound
            let heading = "## \(form.schema.sections[index].definition.heading)\n\n"
            if let next {
                edits.append((lineStart(next)..<lineStart(next), heading + text + "\n\n"))
            } else {
                let end = parsed.text.utf8.count
                edits.append((end..<end, (parsed.text.utf8.last == 0x0A ? "\n" : "\n\n") + heading + text + "\n"))
            }
        }
    }

    /// The offset of the line that ends the front matter.
    private var endOfFrontMatter: Int? {
        var offset = lineEnd(0)
        while offset < parsed.text.utf8.count {
            let end = lineEnd(offset)
            if parsed.text.string(offset..<end).trimmingCharacters(in: .whitespacesAndNewlines) == "---" { return offset }
            offset = end
        }
        return nil
    }
}
