import Basics
import CasebookLoading
import Diagnostics

/// The bytes of a file together with its text, so that a change of the text keeps all other bytes: byte order mark, line ends,
/// characters that are not composed.
struct StoredText: Sendable {
    /// A range of the text that becomes other text.
    struct Edit: Sendable {
        let range: Range<Int>
        /// With LF line ends.
        let text: String
    }

    let bytes: [UInt8]
    /// The text with LF line ends and without a byte order mark. Unlike a text that is read, it is not composed.
    let text: SourceText
    /// The length of the byte order mark.
    private let start: Int
    /// The offsets in the text of the line ends that are CRLF.
    private let pairs: [Int]
    /// The most frequent line end.
    private let lineEnd: [UInt8]

    /// Returns nil if the file is not UTF-8.
    init?(_ file: SourceFile) {
        guard file.bytes.withUnsafeBufferPointer({ ByteScan($0).invalidOffset }) == nil else { return nil }
        bytes = file.bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var pairs: [Int] = []
        var (returns, feeds) = (0, 0)
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
                pairs.append(text.count)
                text.append(0x0A)
                index += 1
            case 0x0D:
                returns += 1
                text.append(0x0A)
            case let byte:
                if byte == 0x0A { feeds += 1 }
                text.append(byte)
            }
            index += 1
        }
        self.pairs = pairs
        if pairs.count > max(returns, feeds) {
            lineEnd = [0x0D, 0x0A]
        } else {
            lineEnd = returns > feeds ? [0x0D] : [0x0A]
        }
        self.text = SourceText(path: file.path, utf8: text)
    }

    /// Returns the bytes with edits, which must not overlap. Edits at the same offset are made in their order.
    func applying(_ edits: [Edit]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
        var offset = 0
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, edit) in ordered {
            let lower = max(offset, stored(edit.range.lowerBound))
            result += bytes[offset..<lower]
            for byte in edit.text.utf8 {
                if byte == 0x0A { result += lineEnd } else { result.append(byte) }
            }
            offset = max(lower, stored(edit.range.upperBound))
        }
        return result + bytes[offset...]
    }

    /// The offset in the file of an offset in the text.
    private func stored(_ offset: Int) -> Int { start + offset + pairs.partitioningIndex { $0 >= offset } }

    /// Returns a text as it is stored: with LF line ends, and composed as ``SourceDecoder`` does.
    static func normalized(_ text: String) -> String {
        let lines = text.utf8.contains(0x0D) ? SourceDecoder.withLineFeeds(Array(text.utf8)) : Array(text.utf8)
        return String(decoding: lines, as: UTF8.self).composedKeepingCharacters
    }
}

/// Lines of a text.
extension SourceText {
    /// The offset of the start of the line with an offset.
    func startOfLine(_ offset: Int) -> Int {
        var start = offset
        while start > 0, utf8[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// The offset after the end of the line with an offset.
    func startOfNextLine(_ offset: Int) -> Int {
        var end = offset
        while end < utf8.count, utf8[end] != 0x0A { end += 1 }
        return min(end + 1, utf8.count)
    }

    /// Whether the line that starts at an offset has only ASCII spaces and tabs.
    func isBlankLine(_ start: Int) -> Bool {
        var index = start
        while index < utf8.count, utf8[index] == 0x20 || utf8[index] == 0x09 { index += 1 }
        return index == utf8.count || utf8[index] == 0x0A
    }

    /// Returns a range of whole lines without the blank lines at its ends and without the last line end.
    func withoutBlankLines(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, isBlankLine(start) { start = startOfNextLine(start) }
        var end = range.upperBound
        while end > start {
            let line = startOfLine(utf8[end - 1] == 0x0A ? end - 1 : end)
            guard line >= start, isBlankLine(line) else { break }
            end = line
        }
        if end > start, utf8[end - 1] == 0x0A { end -= 1 }
        return min(start, range.upperBound)..<max(end, min(start, range.upperBound))
    }
}

/// Whether two texts have the same bytes. `==` also takes different kanji of a name for the same.
func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

/// Whether two lists have the same texts in the same order.
func isSame(_ left: [String], _ right: [String]) -> Bool { left.elementsEqual(right, by: isSame) }
