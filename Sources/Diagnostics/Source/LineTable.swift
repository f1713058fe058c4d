import Algorithms
import Synchronization

/// The start of each line of a text, used to turn byte offsets into lines and columns.
///
/// The table is built when a position is first asked for. It also holds some columns of long lines, so that thousands of problems
/// in one long line do not take quadratic time.
final class LineTable: Sendable {
    private final class Contents: Sendable {
        /// The byte offset of each line's start, ascending.
        let lines: [Int]
        /// In long lines, the byte offset of every ``LineTable/step``th character, ascending, with its column.
        let columns: [(offset: Int, column: Int)]

        init(_ utf8: [UInt8]) {
            var lines = [0]
            for index in utf8.indices where utf8[index] == 0x0A { lines.append(index + 1) }
            self.lines = lines
            columns = zip(lines, lines.dropFirst() + [utf8.count]).flatMap { start, end in
                end - start <= LineTable.longLine ? [] : Self.columns(in: utf8, line: start..<end)
            }
        }

        private static func columns(in utf8: [UInt8], line: Range<Int>) -> [(offset: Int, column: Int)] {
            var columns: [(offset: Int, column: Int)] = []
            var (offset, column) = (line.lowerBound, 1)
            for character in String(decoding: utf8[line], as: UTF8.self) {
                if column % LineTable.step == 0 { columns.append((offset, column)) }
                offset += character.utf8.count
                column += 1
            }
            return columns
        }
    }

    private static let step = 1_024
    /// The length in bytes above which a line is long.
    private static let longLine = 4_096

    private let contents = AtomicLazyReference<Contents>()

    /// The position of a byte offset in `utf8`, which must be the same text at every call.
    ///
    /// - Complexity: O(length) at the first call, then O(log(lines) + characters from the last stored column).
    func position(ofByte offset: Int, in utf8: [UInt8]) -> SourcePosition {
        let contents = contents.load() ?? contents.storeIfNil(Contents(utf8))
        let line = max(contents.lines.partitioningIndex { $0 > offset }, 1)
        let start = contents.lines[line - 1]
        let after = contents.columns.partitioningIndex { $0.offset > offset }
        let isInLine = after > 0 && contents.columns[after - 1].offset >= start
        let known = isInLine ? contents.columns[after - 1] : (offset: start, column: 1)
        let column = known.column + String(decoding: utf8[known.offset..<offset], as: UTF8.self).count
        return SourcePosition(line: line, column: column)
    }
}
