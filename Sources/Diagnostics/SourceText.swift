/// The text of a file, ready to parse: valid UTF-8, NFC, lines ended by LF, no byte order mark.
///
/// Parsers work on byte offsets into ``utf8``; an offset becomes a line and a column only when something has to be said
/// about it. Normalizing keeps both: it neither adds nor removes lines or characters.
public struct SourceText: Sendable {
    /// The path as people are told it.
    public let path: String
    public let utf8: [UInt8]
    private let places = PlaceIndex()

    /// Makes a text of bytes that are known to be valid UTF-8 in NFC with LF line ends.
    public init(path: String, utf8: [UInt8]) {
        self.path = path
        self.utf8 = utf8
    }

    /// The string in a stretch of bytes.
    public func string(_ bytes: Range<Int>) -> String {
        String(decoding: utf8[clamp(bytes)], as: UTF8.self)
    }

    /// The place of a byte offset. Walks once through the text: for diagnostics, not for parsing.
    public func position(ofByte offset: Int) -> SourcePosition {
        places.position(ofByte: min(max(offset, 0), utf8.count), in: utf8)
    }

    /// The places of the two ends of a stretch of bytes.
    public func range(ofBytes bytes: Range<Int>) -> SourceRange {
        let bytes = clamp(bytes)
        return SourceRange(start: position(ofByte: bytes.lowerBound), end: position(ofByte: bytes.upperBound))
    }

    /// The line that holds a byte offset, without its line end.
    public func line(atByte offset: Int) -> String {
        let offset = min(max(offset, 0), utf8.count)
        let start = utf8[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = utf8[offset...].firstIndex(of: 0x0A) ?? utf8.count
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }

    /// The text down to the end of the line that holds a byte offset; places in it are the same.
    public func lines(toByte offset: Int) -> SourceText {
        let offset = min(max(offset, 0), utf8.count)
        let end = offset == 0 ? 0 : utf8[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? utf8.count
        return SourceText(path: path, utf8: utf8[..<end].withUnsafeBufferPointer { Array($0) })
    }

    private func clamp(_ bytes: Range<Int>) -> Range<Int> {
        bytes.clamped(to: 0..<utf8.count)
    }
}
