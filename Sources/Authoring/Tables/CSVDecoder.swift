import Basics
import CasebookLoading
import Diagnostics

/// Turns a table's bytes into text, and says in what encoding they were.
///
/// UTF-8 is known by its form: no sentence in CP932 is valid UTF-8. Where both would do, nothing is guessed.
enum CSVDecoder {
    /// Decodes a file: no byte order mark, lines ended by LF.
    ///
    /// - Parameter encoding: In what encoding the file is; found out if nil.
    static func decode(
        _ file: SourceFile, as encoding: CSVEncoding?
    ) -> (text: SourceText?, encoding: CSVEncoding?, diagnostics: [Diagnostic]) {
        if let spreadsheet = SpreadsheetFile(path: file.path, bytes: file.bytes) {
            return (nil, nil, [Diagnostic(ImportProblem.spreadsheet(spreadsheet), path: file.path)])
        }
        let invalid = file.bytes.withUnsafeBufferPointer { ByteScan($0).invalidOffset }
        let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        switch encoding {
        case nil where hasMark || invalid == nil, .utf8:
            if let invalid { return (nil, nil, [unreadable(file, at: invalid, as: .utf8)]) }
            if encoding == nil, !hasMark, let offset = ambiguousOffset(file.bytes) {
                let range = place(Array(file.bytes[..<offset]), path: file.path)
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

    /// The first byte above ASCII of a text that is as good in CP932 as in UTF-8: all its characters above ASCII take two bytes,
    /// which are half-width kana in CP932. Longer characters of UTF-8 do not come about by chance.
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
        return Diagnostic(problem, path: file.path, range: place(readable, path: file.path))
    }

    /// The place of the character behind a text.
    private static func place(_ before: [UInt8], path: String) -> SourceRange {
        let text = SourceText(path: path, utf8: SourceDecoder.withLineFeeds(before))
        let start = text.position(ofByte: text.utf8.count)
        return SourceRange(start: start, end: SourcePosition(line: start.line, column: start.column + 1))
    }
}
