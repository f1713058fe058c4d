import Basics
import CasebookLoading
import Diagnostics

/// The character encoding of a table.
public enum CSVEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    case cp932

    /// The name that people know.
    public var name: String { self == .utf8 ? "UTF-8" : "CP932（Shift_JIS）" }
}

/// Decodes the bytes of a table and detects their encoding.
///
/// UTF-8 is detected by its form, because no sentence in CP932 is valid UTF-8. If the bytes could be either, nothing is guessed.
enum CSVDecoder {
    /// Decodes a file. The text has no byte order mark, and its lines end with LF.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - encoding: The encoding of the file. `nil` means that it is detected.
    ///   - language: The language of the texts. In other languages than Japanese, what is valid UTF-8 is UTF-8.
    static func decode(
        _ file: SourceFile, as encoding: CSVEncoding?, in language: Language = .ja
    ) -> (text: SourceText?, encoding: CSVEncoding?, diagnostics: [Diagnostic]) {
        if let spreadsheet = SpreadsheetFile(path: file.path, bytes: file.bytes) {
            let problem = SpreadsheetFile.hasPassword(file.bytes) ? ImportProblem.lockedWorkbook : .spreadsheet(spreadsheet)
            return (nil, nil, [Diagnostic(problem, path: file.path)])
        }
        let invalid = file.bytes.withUnsafeBufferPointer { ByteScan($0).invalidOffset }
        let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        switch encoding {
        case nil where hasMark || invalid == nil, .utf8:
            if let invalid { return (nil, nil, [unreadable(file, at: invalid, as: .utf8)]) }
            if encoding == nil, !hasMark, language == .ja, let offset = ambiguousOffset(file.bytes) {
                let range = location(after: Array(file.bytes[..<offset]), path: file.path)
                return (nil, nil, [Diagnostic(ImportProblem.ambiguousEncoding, path: file.path, range: range)])
            }
            let bytes = hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes
            return (SourceText(path: file.path, utf8: SourceDecoder.withLineFeeds(bytes)), .utf8, [])
        case nil:
            let guess = EncodingGuess(file.bytes, validUpTo: invalid ?? 0)
            guard guess == .cp932 else { return (nil, nil, [unreadable(file, at: invalid ?? 0, as: .utf8, guess: guess)]) }
            return decodeCP932(file)
        case .cp932:
            return decodeCP932(file)
        }
    }

    private static func decodeCP932(
        _ file: SourceFile
    ) -> (text: SourceText?, encoding: CSVEncoding?, diagnostics: [Diagnostic]) {
        switch CP932.decode(file.bytes) {
        case .invalid(let offset): return (nil, nil, [unreadable(file, at: offset, as: .cp932)])
        case .text(let bytes):
            let text = SourceText(path: file.path, utf8: SourceDecoder.withLineFeeds(bytes))
            return (text, .cp932, [])
        }
    }

    /// Returns the offset of the first non-ASCII byte of a text that is equally plausible in CP932 and in UTF-8.
    ///
    /// In such a text every non-ASCII character has two bytes in UTF-8, which are half-width kana in CP932. Longer sequences are not
    /// valid UTF-8 by chance.
    private static func ambiguousOffset(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.firstIndex(where: { $0 >= 0x80 }), !bytes.contains(where: { $0 >= 0xE0 }),
            bytes.allSatisfy({ $0 < 0x80 || (0xA1...0xDF).contains($0) })
        else { return nil }
        return first
    }

    private static func unreadable(
        _ file: SourceFile, at offset: Int, as encoding: CSVEncoding, guess: EncodingGuess? = nil
    ) -> Diagnostic {
        let before = Array(file.bytes[..<offset])
        var readable = before.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(before.dropFirst(3)) : before
        if encoding == .cp932, case .text(let text) = CP932.decode(before) { readable = text }
        let problem = ImportProblem.unreadableBytes(byte: file.bytes[offset], encoding: encoding, guess: guess)
        return Diagnostic(problem, path: file.path, range: location(after: readable, path: file.path))
    }

    /// Returns the location of the character that follows a text.
    private static func location(after before: [UInt8], path: String) -> SourceRange {
        let text = SourceText(path: path, utf8: SourceDecoder.withLineFeeds(before))
        let start = text.position(ofByte: text.utf8.count)
        return SourceRange(start: start, end: SourcePosition(line: start.line, column: start.column + 1))
    }
}
