import Basics
import Diagnostics
import Foundation

/// Decodes the bytes of a file into normalized text.
public enum SourceDecoder {
    /// Decodes UTF-8: removes a byte order mark, replaces CRLF and lone CR with LF, and composes
    /// characters as NFC does. Characters that NFC would replace by others stay (`composedKeepingCharacters`).
    ///
    /// - Returns: The text, or `nil` if the bytes are not UTF-8; and the problems.
    public static func decode(_ file: SourceFile) -> (text: SourceText?, diagnostics: [Diagnostic]) {
        let scan = file.bytes.withUnsafeBufferPointer(ByteScan.init)
        if let offset = scan.invalidOffset {
            return (nil, [unreadable(file, at: offset)])
        }
        var bytes = file.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if scan.hasCarriageReturn { bytes = withLineFeeds(bytes) }
        if scan.mayNeedNormalizing {
            bytes = Array(String(decoding: bytes, as: UTF8.self).composedKeepingCharacters.utf8)
        }
        let text = SourceText(path: file.path, utf8: bytes, mayHoldSuspects: scan.mayHoldSuspects)
        var diagnostics: [Diagnostic] = []
        if scan.nullOffset != nil, let offset = bytes.firstIndex(of: 0) {
            diagnostics.append(Diagnostic(NullCharacter(), in: text, bytes: offset..<offset + 1))
        }
        return (text, diagnostics)
    }

    /// Returns the bytes with LF instead of CRLF and lone CR.
    package static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if !(afterReturn && byte == 0x0A) { result.append(byte == 0x0D ? 0x0A : byte) }
            afterReturn = byte == 0x0D
        }
        return result
    }

    /// Returns the problem of a byte that is not UTF-8. Its line and column are counted in the text before it.
    private static func unreadable(_ file: SourceFile, at offset: Int) -> Diagnostic {
        var before = Array(file.bytes[..<offset])
        if before.starts(with: [0xEF, 0xBB, 0xBF]) { before.removeFirst(3) }
        before = withLineFeeds(before)
        let start = SourceText(path: file.path, utf8: before).position(ofByte: before.count)
        let end = SourcePosition(line: start.line, column: start.column + 1)
        let problem = UnreadableBytes(
            byte: file.bytes[offset], encoding: EncodingGuess(file.bytes, validUpTo: offset))
        return Diagnostic(problem, path: file.path, range: SourceRange(start: start, end: end))
    }
}
