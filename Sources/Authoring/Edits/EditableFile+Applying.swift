import CasebookLoading
import Diagnostics
import Markdown

extension EditableFile {
    /// Returns the bytes of the file with an edit.
    ///
    /// What is the same as in the file changes nothing, so that a whole form can be given. A value keeps its form as far as it can:
    /// quotation marks, a list with one item per line, a comment after it. Everything else keeps its bytes: other keys, comments, blank
    /// lines, line ends, other sections. The result is read again: it says what was given, and nothing else changed.
    ///
    /// - Throws: If the file could not be read again as it was meant, for example because a section has a heading that starts another one.
    /// - Complexity: O(length).
    public func applying(_ edit: FileEdit) throws(EditRefusal) -> [UInt8] {
        let edit = try changes(edit)
        guard !edit.isEmpty else { return file.bytes }
        var first: EditRefusal?
        for keepsForm in [true, false] {
            let bytes = stored.applying(edits(edit, keepsForm: keepsForm))
            guard let refusal = refusal(of: bytes, edit) else { return bytes }
            first = first ?? refusal
        }
        if let first { throw first }
        return file.bytes
    }

    /// The part of an edit that differs from the file.
    func changes(_ edit: FileEdit) throws(EditRefusal) -> FileEdit {
        var result = FileEdit()
        for (key, value) in edit.values {
            guard let field = fields.first(where: { $0.key == key }) else { continue }
            let value = normalized(value, of: field)
            guard !value.isSame(as: self.value(of: key)) else { continue }
            guard !value.items.contains(where: { $0.utf8.contains(0) }) else {
                throw .nullCharacter(label(of: .key(key)).ja, field: .key(key))
            }
            result.values[key] = value
        }
        for (id, text) in edit.sections {
            let text = Self.withoutBlankLines(text)
            guard kind == .caseFile, sectionIndex(id) != nil, !isSame(text, self.text(ofSection: id)) else { continue }
            try checkSection(text, .section(id))
            result.sections[id] = text
        }
        if let body = edit.body.map(Self.withoutBlankLines), kind != .caseFile, !isSame(body, self.body) {
            guard !body.utf8.contains(0) else { throw .nullCharacter(label(of: .body).ja, field: .body) }
            result.body = body
        }
        return result
    }

    /// A value as the file holds it.
    private func normalized(_ value: EditedValue, of field: Field) -> EditedValue {
        let items = value.items.map(StoredText.normalized)
        if isList(field) { return .list(items) }
        let text = items.joined(separator: "、")
        return .text(field.isHidden ? Self.withoutBlankLines(text) : text)
    }

    /// A text as the file holds it: with LF line ends, composed, without blank lines around it.
    static func withoutBlankLines(_ text: String) -> String {
        let source = SourceText(path: "", utf8: Array(StoredText.normalized(text).utf8))
        return source.string(source.withoutBlankLines(0..<source.utf8.count))
    }

    /// The name of a part of the file, for messages.
    public func label(of field: EditField) -> Message {
        switch field {
        case .key(let key): keys.first { $0.key == key }?.label ?? Message(ja: key, en: key)
        case .section(let id):
            sections.first { $0.id == id }.map { Message(ja: $0.heading, en: $0.heading) } ?? Message(ja: id, en: id)
        case .body: Message(ja: "本文", en: "the text")
        }
    }

    private func edits(_ edit: FileEdit, keepsForm: Bool) -> [StoredText.Edit] {
        var edits: [StoredText.Edit] = []
        var added: [(rank: Int, line: String)] = []
        for (rank, field) in fields.enumerated() {
            guard let value = edit.values[field.key] else { continue }
            let writer = ValueWriter(field: field, isList: isList(field), keepsForm: keepsForm)
            if let entry = parsed.record.entries(named: field.key).first {
                edits += field.isHidden ? privateEdits(entry, value) : writer.edits(entry, value, in: stored.text)
            } else if field.isHidden {
                added.append((rank, "private:" + Self.privateLines(value)))
            } else if !value.isEmpty {
                added.append((rank, writer.line(value)))
            }
        }
        edits += insertions(added)
        if kind == .caseFile {
            edits += sectionEdits(edit.sections)
        } else if let body = edit.body {
            edits.append(bodyEdit(body))
        }
        return edits
    }

    /// Compares the new file with what was meant. Returns why it cannot be used; nil if it can.
    private func refusal(of bytes: [UInt8], _ edit: FileEdit) -> EditRefusal? {
        guard let new = try? EditableFile(SourceFile(path: file.path, bytes: bytes), location: location, form: form) else {
            return .unclear(title, field: nil)
        }
        for field in fields {
            let value = edit.values[field.key]
            guard new.value(of: field.key).isSame(as: value ?? self.value(of: field.key)) else {
                let changed = value == nil ? edit.values.keys.sorted().first ?? field.key : field.key
                return .unclear(label(of: .key(changed)).ja, field: .key(changed))
            }
        }
        let field = edit.onlyField
        let name = field.map { label(of: $0).ja } ?? title
        guard isSame(new.otherEntries(edit), otherEntries(edit)), isSame(new.body, edit.body ?? body) else {
            return .unclear(name, field: field)
        }
        for (index, section) in form.schema.sections.enumerated() where kind == .caseFile {
            let id = section.definition.id
            guard isSame(new.text(ofSection: id), edit.sections[id] ?? text(ofSection: id)) else {
                return .unclear(label(of: .section(id)).ja, field: .section(id))
            }
            guard edit.sections[id] == nil, (new.sectionRange(of: index) == nil) != (sectionRange(of: index) == nil) else {
                continue
            }
            return .unclear(name, field: field)
        }
        let (others, newOthers) = (otherSections, new.otherSections)
        guard isSame(others.map(\.heading), newOthers.map(\.heading)), isSame(others.map(\.text), newOthers.map(\.text)) else {
            return .unclear(name, field: field)
        }
        return nil
    }

    /// What is written for each key that an edit does not change, in order.
    private func otherEntries(_ edit: FileEdit) -> [String] {
        parsed.frontMatter.entries.filter { edit.values[$0.name] == nil && $0.name != "private" }.map {
            string($0.line.lowerBound..<$0.lines.upperBound).trimmingLineEnds
        }
    }
}

extension FileEdit {
    /// Whether it changes nothing.
    public var isEmpty: Bool { values.isEmpty && sections.isEmpty && body == nil }

    /// The part that it changes, if it is only one.
    var onlyField: EditField? {
        let all =
            values.keys.map(EditField.key) + sections.keys.map(EditField.section) + (body == nil ? [] : [.body])
        return all.count == 1 ? all.first : nil
    }
}

extension String {
    fileprivate var trimmingLineEnds: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}

/// Keys that are added, and what is private.
extension EditableFile {
    /// Inserts lines of keys that the file does not have, where the order of the keys has them.
    private func insertions(_ added: [(rank: Int, line: String)]) -> [StoredText.Edit] {
        guard !added.isEmpty else { return [] }
        let (text, matter) = (stored.text, parsed.frontMatter)
        guard matter.opening != nil else {
            let lines = added.map { $0.line + "\n" }.joined()
            return [.init(range: 0..<0, text: "---\n\(lines)---\n" + (text.utf8.isEmpty || text.isBlankLine(0) ? "" : "\n"))]
        }
        return added.map { rank, line in
            if let range = placeholder(of: fields[rank].key) { return .init(range: range, text: line) }
            let before = fields[..<rank].reversed().lazy.compactMap { field in
                matter.entries.first { $0.name == field.key }
            }.first
            guard let before else { return .init(range: matter.inner.lowerBound..<matter.inner.lowerBound, text: line + "\n") }
            var end = before.lines.upperBound
            // What follows a private block up to the next key is read as a part of it.
            if before.name == "private" { end = min(text.startOfNextLine(privateLines(before).upperBound), end) }
            let isAtLineStart = end == 0 || text.utf8[end - 1] == 0x0A
            return .init(range: end..<end, text: isAtLineStart ? line + "\n" : "\n" + line)
        }
    }

    /// The range of the line `# key:` with which a new case shows where the key goes.
    private func placeholder(of key: String) -> Range<Int>? {
        let (text, inner) = (stored.text, parsed.frontMatter.inner)
        let privates = parsed.frontMatter.privateBlocks.map(\.range)
        var start = inner.lowerBound
        while start < inner.upperBound {
            let next = text.startOfNextLine(start)
            let end = next > start && text.utf8[next - 1] == 0x0A ? next - 1 : next
            if text.utf8[start] == 0x23, text.string(start..<end).filter({ $0 != " " }) == "#\(key):",
                !privates.contains(where: { $0.contains(start) })
            {
                return start..<end
            }
            start = next
        }
        return nil
    }

    private func privateEdits(_ entry: FrontMatter.Entry, _ value: EditedValue) -> [StoredText.Edit] {
        let text = stored.text
        let lines = privateLines(entry)
        guard !value.isEmpty else {
            return [
                .init(
                    range: entry.line.lowerBound..<text.startOfNextLine(max(lines.upperBound, entry.colon.upperBound)), text: ""
                )
            ]
        }
        let colon = entry.colon
        return [
            .init(
                range: colon.upperBound..<max(lines.upperBound, colon.upperBound),
                text: (colon.isEmpty ? ":" : "") + Self.privateLines(value))
        ]
    }

    /// The lines after the key `private`, with a line end before each.
    private static func privateLines(_ value: EditedValue) -> String {
        value.items.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "\n" : "\n  \($0)" }.joined()
    }
}
