import Basics
import Synchronization

/// The start of each line of a text, used to turn byte offsets into lines and columns.
///
/// The table is built when a position is first asked for. It also holds some columns of long lines, so that thousands of problems
/// in one long line do not take quadratic time.
final class LineTable: Sendable {
    private final class Contents: Sendable {
        /// The byte offset of each line's start, ascending.
        let lines: [Int]
        /// In long lines, the byte offset of a character every ``LineTable/step`` bytes, ascending, with its column. In a long
        /// character also the offset after its first byte: from there to its end, all offsets have one column.
        let columns: [(offset: Int, column: Int, isInside: Bool)]

        init(_ utf8: [UInt8]) {
            var lines = [0]
            for index in utf8.indices where utf8[index] == 0x0A { lines.append(index + 1) }
            self.lines = lines
            columns = zip(lines, lines.dropFirst() + [utf8.count]).flatMap { start, end in
                end - start <= LineTable.longLine ? [] : Self.columns(in: utf8, line: start..<end)
            }
        }

        private static func columns(in utf8: [UInt8], line: Range<Int>) -> [(offset: Int, column: Int, isInside: Bool)] {
            var columns: [(offset: Int, column: Int, isInside: Bool)] = []
            var (offset, column, last) = (line.lowerBound, 1, line.lowerBound)
            for character in String(decoding: utf8[line], as: UTF8.self) {
                let length = character.utf8.count
                if offset - last >= LineTable.step || length >= LineTable.step {
                    columns.append((offset, column, false))
                    last = offset
                }
                offset += length
                column += 1
                if length >= LineTable.step { columns.append((last + 1, column, true)) }
            }
            return columns
        }
    }

    /// The distance in bytes between stored columns; more where a character has more bytes.
    private static let step = 512
    /// The length in bytes above which a line is long.
    private static let longLine = 1_024

    private let contents = AtomicLazyReference<Contents>()

    /// The table, which is built at the first call. `utf8` must be the same text at every call.
    private func contents(of utf8: [UInt8]) -> Contents {
        contents.load() ?? contents.storeIfNil(Contents(utf8))
    }

    /// The position of a byte offset in `utf8`.
    ///
    /// - Complexity: O(length) at the first call, then O(log(lines) + characters from the last stored column).
    func position(ofByte offset: Int, in utf8: [UInt8]) -> SourcePosition {
        let contents = contents(of: utf8)
        let line = max(contents.lines.partitioningIndex { $0 > offset }, 1)
        let start = contents.lines[line - 1]
        let after = contents.columns.partitioningIndex { $0.offset > offset }
        let isInLine = after > 0 && contents.columns[after - 1].offset >= start
        let known = isInLine ? contents.columns[after - 1] : (offset: start, column: 1, isInside: false)
        if known.isInside { return SourcePosition(line: line, column: known.column) }
        let column = known.column + String(decoding: utf8[known.offset..<offset], as: UTF8.self).count
        return SourcePosition(line: line, column: column)
    }

    /// The range of the line that contains a byte offset in `utf8`, without its line end. O(log(lines)) after the first call.
    func line(atByte offset: Int, in utf8: [UInt8]) -> Range<Int> {
        let lines = contents(of: utf8).lines
        let next = max(lines.partitioningIndex { $0 > offset }, 1)
        return lines[next - 1]..<(next < lines.count ? lines[next] - 1 : utf8.count)
    }
}
