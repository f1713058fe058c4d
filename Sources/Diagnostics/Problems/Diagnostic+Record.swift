import Basics

/// A diagnostic in a record, from which it is printed again without reading its file.
///
/// A record holds what the formats print (``DiagnosticFormat``) and nothing else: the new text of a fix that must not be shown is left
/// out, with the fix.
extension Diagnostic {
    /// Appends the diagnostic to a record.
    package func write(to record: inout RecordWriter) {
        record.text(id)
        record.flag(severity == .error)
        record.text(path)
        Self.write(range, to: &record)
        record.flag(line != nil)
        if let line {
            record.text(line.text)
            record.number(line.column)
        }
        Self.write(message, to: &record)
        record.texts(allowed)
        record.texts(suggestions)
        record.number(notes.count)
        for note in notes {
            Self.write(note.message, to: &record)
            record.text(note.path)
            Self.write(note.range, to: &record)
        }
        let shownFix = fixIt.flatMap { $0.isHidden ? nil : $0 }
        record.flag(shownFix != nil)
        if let shownFix {
            Self.write(shownFix.range, to: &record)
            record.number(shownFix.bytes.lowerBound)
            record.number(shownFix.bytes.count)
            record.text(shownFix.replacement)
        }
        record.number(count)
    }

    /// Reads what ``write(to:)`` wrote; nil if the bytes are anything else.
    package init?(from record: inout RecordReader) {
        guard let id = record.text(), let isError = record.flag(), let path = record.text(),
            let range = Self.range(from: &record), let hasLine = record.flag()
        else { return nil }
        var line: Excerpt?
        if hasLine {
            guard let text = record.text(), let column = record.number() else { return nil }
            line = Excerpt(text: text, column: column)
        }
        guard let message = Self.message(from: &record), let allowed = record.texts(), let suggestions = record.texts(),
            let noteCount = record.number()
        else { return nil }
        var notes: [Note] = []
        while notes.count < noteCount {
            guard let message = Self.message(from: &record), let path = record.text(), let range = Self.range(from: &record)
            else { return nil }
            notes.append(Note(message, path: path, range: range))
        }
        guard let hasFix = record.flag() else { return nil }
        var fixIt: FixIt?
        if hasFix {
            guard let range = Self.range(from: &record), let range, let start = record.number(), let length = record.number(),
                length <= Int.max - start, let replacement = record.text()
            else { return nil }
            fixIt = FixIt(range: range, bytes: start..<(start + length), replacement: replacement)
        }
        guard let count = record.number() else { return nil }
        self.init(
            id: id, severity: isError ? .error : .warning, path: path, range: range, line: line, message: message,
            allowed: allowed, suggestions: suggestions, notes: notes, fixIt: fixIt, count: count)
    }

    private static func write(_ message: Message, to record: inout RecordWriter) {
        record.text(message.ja)
        record.text(message.en)
    }

    private static func message(from record: inout RecordReader) -> Message? {
        guard let ja = record.text(), let en = record.text() else { return nil }
        return Message(ja: ja, en: en)
    }

    private static func write(_ range: SourceRange?, to record: inout RecordWriter) {
        record.flag(range != nil)
        guard let range else { return }
        for position in [range.start, range.end] {
            record.number(position.line)
            record.number(position.column)
        }
    }

    /// The outer value is nil if the bytes are no range; the inner one is the range, if there is one.
    private static func range(from record: inout RecordReader) -> SourceRange?? {
        guard let hasRange = record.flag() else { return .none }
        guard hasRange else { return .some(nil) }
        guard let start = position(from: &record), let end = position(from: &record) else { return .none }
        return SourceRange(start: start, end: end)
    }

    private static func position(from record: inout RecordReader) -> SourcePosition? {
        guard let line = record.number(), let column = record.number() else { return nil }
        return SourcePosition(line: line, column: column)
    }
}
