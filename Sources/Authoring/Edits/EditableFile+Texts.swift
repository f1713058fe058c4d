import CasebookLoading
import Diagnostics
import Markdown

/// Changes of sections and texts.
extension EditableFile {
    /// Returns the edits that give sections other texts. A new section goes where `casebook.yml` has it.
    func sectionEdits(_ texts: [String: String]) -> [StoredText.Edit] {
        form.schema.sections.indices.compactMap { index in
            let definition = form.schema.sections[index].definition
            guard let text = texts[definition.id] else { return nil }
            guard let section = sectionRange(of: index) else {
                return text.isEmpty ? nil : insertion("## \(definition.heading)\n\n\(text)", of: index)
            }
            if !text.isEmpty { return replacement(of: section.content, in: section.start..<section.whole.upperBound, text) }
            guard !definition.isRequired else {
                return .init(
                    range: section.content.lowerBound..<stored.text.startOfNextLine(section.content.upperBound), text: "")
            }
            let isLast = section.whole.upperBound == stored.text.utf8.count
            return .init(
                range: (isLast ? startOfBlankLines(before: section.whole.lowerBound) : section.whole.lowerBound)..<section.whole
                    .upperBound, text: "")
        }
    }

    /// Returns the edit that gives a file without sections another text.
    func bodyEdit(_ text: String) -> StoredText.Edit {
        let body = parsed.frontMatter.body
        guard !text.isEmpty else {
            return .init(range: bodyRange.lowerBound..<stored.text.startOfNextLine(bodyRange.upperBound), text: "")
        }
        return replacement(of: bodyRange, in: body, text)
    }

    /// Replaces a text, or writes one between the blank lines of a range that has none.
    private func replacement(of content: Range<Int>, in range: Range<Int>, _ text: String) -> StoredText.Edit {
        guard content.isEmpty else { return .init(range: content, text: text) }
        let source = stored.text
        let isAtLineStart = range.lowerBound == 0 || source.utf8[range.lowerBound - 1] == 0x0A
        let isLast = range.upperBound == source.utf8.count
        let before = range.lowerBound == 0 ? "" : isAtLineStart ? "\n" : "\n\n"
        return .init(range: range, text: "\(before)\(text)\n" + (isLast ? "" : "\n"))
    }

    /// Inserts a section after the nearest one that comes before it, or before the nearest one that comes after it.
    private func insertion(_ text: String, of index: Int) -> StoredText.Edit {
        let source = stored.text
        let before = (0..<index).reversed().lazy.compactMap { self.sectionRange(of: $0)?.whole.upperBound }.first
        let after = form.schema.sections.indices.dropFirst(index + 1).lazy.compactMap {
            self.sectionRange(of: $0)?.whole.lowerBound
        }.first
        let offset = before ?? after ?? source.utf8.count
        let start = source.startOfLine(max(0, offset - 1))
        let isAtLineStart = offset == 0 || source.utf8[offset - 1] == 0x0A
        let isAfterBlank = offset == 0 || isAtLineStart && source.isBlankLine(start)
        let prefix = isAfterBlank ? "" : isAtLineStart ? "\n" : "\n\n"
        return .init(range: offset..<offset, text: prefix + text + (offset == source.utf8.count ? "\n" : "\n\n"))
    }

    /// The offset after the last line before an offset that is not blank.
    private func startOfBlankLines(before offset: Int) -> Int {
        var start = offset
        while start > parsed.frontMatter.body.lowerBound {
            let line = stored.text.startOfLine(start - 1)
            guard stored.text.isBlankLine(line) else { break }
            start = line
        }
        return start
    }

    /// Checks that a text for a section ends before the next heading, and has no heading that starts another section.
    func checkSection(_ text: String, _ field: EditField) throws(EditRefusal) {
        let name = label(of: field).ja
        guard !text.utf8.contains(0) else { throw .nullCharacter(name, field: field) }
        let source = SourceText(path: "", utf8: Array("\(text)\n\n## x\n".utf8))
        let headings = MarkdownDocument.parse(source, bytes: 0..<source.utf8.count).document.headings.filter {
            $0.level <= 2 && $0.block != nil
        }
        let end = text.utf8.count + 2
        guard let first = headings.first else { throw unclosed(in: text, source, name, field) }
        guard first.source.lowerBound < end else { return }
        throw .heading(
            source.line(atByte: first.source.lowerBound), line: source.position(ofByte: first.source.lowerBound).line,
            isUnderlined: first.isUnderlined, section: name, field: field)
    }

    /// Names what is not closed in a text.
    private func unclosed(in text: String, _ source: SourceText, _ name: String, _ field: EditField) -> EditRefusal {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for mark in ["```", "~~~"] {
            let fences = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix(mark) }
            if fences.count % 2 == 1, let line = fences.last {
                return .unclosed(mark, line: line + 1, section: name, field: field)
            }
        }
        if let line = lines.lastIndex(where: { $0.contains("<!--") }), !lines[line...].contains(where: { $0.contains("-->") }) {
            return .unclosed("<!--", line: line + 1, section: name, field: field)
        }
        return .unclosed("", line: 1, section: name, field: field)
    }
}
