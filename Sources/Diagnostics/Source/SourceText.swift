/// The text of a file, ready to parse: valid UTF-8, composed as in NFC, line ends LF, no byte order mark.
///
/// Parsers work on byte offsets into ``utf8``. An offset becomes a line and a column only when a problem is reported. Both are
/// those of the file, because normalization neither adds nor removes lines or characters.
public struct SourceText: Sendable {
    /// The path as shown in messages.
    public let path: String
    /// The bytes of the text.
    public let utf8: [UInt8]
    /// Whether there may be characters that readers cannot see, or take for others. False only if there are none.
    package let mayHoldSuspects: Bool
    private let lines = LineTable()

    /// Creates a text from bytes that must be valid UTF-8, composed as in NFC, with LF line ends.
    public init(path: String, utf8: [UInt8]) {
        self.init(path: path, utf8: utf8, mayHoldSuspects: true)
    }

    /// Creates a text of which it is known whether it may hold suspect characters.
    package init(path: String, utf8: [UInt8], mayHoldSuspects: Bool) {
        self.path = path
        self.utf8 = utf8
        self.mayHoldSuspects = mayHoldSuspects
    }

    /// The string in a range of bytes; the range is clamped to the text.
    public func string(_ bytes: Range<Int>) -> String {
        String(decoding: utf8[clamp(bytes)], as: UTF8.self)
    }

    /// The position of a byte offset. For diagnostics, not for parsing.
    ///
    /// - Complexity: O(length) at the first call, then O(log lines) and the length of the line, at most a few thousand characters.
    public func position(ofByte offset: Int) -> SourcePosition {
        lines.position(ofByte: min(max(offset, 0), utf8.count), in: utf8)
    }

    /// The positions of the two ends of a range of bytes; the range is clamped to the text.
    public func range(ofBytes bytes: Range<Int>) -> SourceRange {
        let bytes = clamp(bytes)
        return SourceRange(start: position(ofByte: bytes.lowerBound), end: position(ofByte: bytes.upperBound))
    }

    /// The line that contains a byte offset, without its line end.
    public func line(atByte offset: Int) -> String {
        let offset = min(max(offset, 0), utf8.count)
        return String(decoding: utf8[lines.line(atByte: offset, in: utf8)], as: UTF8.self)
    }

    /// The line that contains a byte offset, as messages show it.
    ///
    /// - Complexity: as that of ``position(ofByte:)``.
    public func excerpt(atByte offset: Int) -> Excerpt {
        let offset = min(max(offset, 0), utf8.count)
        let line = lines.line(atByte: offset, in: utf8)
        let column = lines.position(ofByte: offset, in: utf8).column
        return Excerpt(of: utf8, line: line, around: offset, column: column)
    }

    /// The text up to the end of the line that contains a byte offset. Its offsets and positions are those of the whole text.
    public func lines(toByte offset: Int) -> SourceText {
        let offset = min(max(offset, 0), utf8.count)
        let end = offset == 0 ? 0 : utf8[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? utf8.count
        return SourceText(path: path, utf8: utf8[..<end].withUnsafeBufferPointer { Array($0) })
    }

    private func clamp(_ bytes: Range<Int>) -> Range<Int> {
        bytes.clamped(to: 0..<utf8.count)
    }
}
