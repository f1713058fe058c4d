/// A line of a file as messages show it: the whole line, or the part of a long line around a position.
public struct Excerpt: Sendable, Hashable {
    /// The largest number of characters that are shown.
    public static let limit = 200
    /// How many characters are shown before the position, if the line is too long to be shown from its start.
    private static let charactersBefore = 60
    /// The number of bytes on each side that are looked at. More than enough for characters of common length.
    private static let reach = 2_400

    /// The text. A `…` stands for the character at an end where the line goes on.
    public let text: String
    /// The column, from 1, of the first character of the text.
    public let column: Int

    /// Creates an excerpt.
    public init(text: String, column: Int = 1) {
        self.text = text
        self.column = column
    }

    /// The excerpt of a line around an offset in it, which is at `column`.
    ///
    /// - Complexity: O(1) in the length of the line.
    init(of utf8: [UInt8], line: Range<Int>, around offset: Int, column: Int) {
        // Not more bytes than characters are allowed: the line is shown as it is.
        guard line.count > Self.limit else {
            self.init(text: String(decoding: utf8[line], as: UTF8.self))
            return
        }
        let offset = min(max(offset, line.lowerBound), line.upperBound)
        let start = Self.scalarStart(max(line.lowerBound, offset - Self.reach), in: utf8, line)
        let end = Self.scalarStart(min(line.upperBound, offset + Self.reach), in: utf8, line)
        var before = Self.last(utf8[start..<offset])
        var after = Self.first(utf8[offset..<end])
        if start > line.lowerBound || end < line.upperBound || before.count + after.count > Self.limit {
            if start > line.lowerBound || before.count > Self.charactersBefore {
                // A character may have been cut at the start.
                if start > line.lowerBound, before.count <= Self.limit, !before.isEmpty { before.removeFirst() }
                before = Array(before.suffix(Self.charactersBefore))
                if !before.isEmpty { before[0] = "…" }
            }
            let room = Self.limit - before.count
            if end < line.upperBound || after.count > room {
                // Nor is a character cut at the end.
                if end < line.upperBound, after.count <= Self.limit, !after.isEmpty { after.removeLast() }
                after = Array(after.prefix(room - 1)) + ["…"]
            }
        }
        self.init(text: String(before + after), column: max(column - before.count, 1))
    }

    /// The first characters of a part of a line, one more than an excerpt shows.
    private static func first(_ utf8: ArraySlice<UInt8>) -> [Character] {
        Array(String(decoding: utf8, as: UTF8.self).prefix(limit + 1))
    }

    /// The last characters of a part of a line, one more than an excerpt shows.
    private static func last(_ utf8: ArraySlice<UInt8>) -> [Character] {
        Array(String(decoding: utf8, as: UTF8.self).suffix(limit + 1))
    }

    /// The offset of the first scalar at or after an offset.
    private static func scalarStart(_ offset: Int, in utf8: [UInt8], _ line: Range<Int>) -> Int {
        var offset = offset
        while offset < line.upperBound, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }
}
