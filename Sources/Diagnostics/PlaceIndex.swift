import Synchronization

/// Where the lines of a text start, and some columns of its long lines: made when a place is first asked for, so that thousands of
/// problems in one file take no longer than they have to.
final class PlaceIndex: Sendable {
    private final class Made: Sendable {
        /// Where each line starts, ascending.
        let lines: [Int]
        /// In long lines, where every ``PlaceIndex/step``th character starts, ascending, with its column.
        let marks: [(offset: Int, column: Int)]

        init(_ utf8: [UInt8]) {
            var lines = [0]
            for index in utf8.indices where utf8[index] == 0x0A { lines.append(index + 1) }
            self.lines = lines
            marks = zip(lines, lines.dropFirst() + [utf8.count]).flatMap { start, end in
                end - start <= PlaceIndex.longLine ? [] : Self.marks(in: utf8, line: start..<end)
            }
        }

        private static func marks(in utf8: [UInt8], line: Range<Int>) -> [(offset: Int, column: Int)] {
            var marks: [(offset: Int, column: Int)] = []
            var (offset, column) = (line.lowerBound, 1)
            for character in String(decoding: utf8[line], as: UTF8.self) {
                if column % PlaceIndex.step == 0 { marks.append((offset, column)) }
                offset += character.utf8.count
                column += 1
            }
            return marks
        }
    }

    private static let step = 1_024
    /// In bytes.
    private static let longLine = 4_096

    private let made = AtomicLazyReference<Made>()

    /// The place of a byte offset in the text that the index is of.
    func position(ofByte offset: Int, in utf8: [UInt8]) -> SourcePosition {
        let made = made.load() ?? made.storeIfNil(Made(utf8))
        let line = made.lines.lastIndexInOrder { $0 <= offset } ?? 0
        let start = made.lines[line]
        let mark = made.marks.lastIndexInOrder { $0.offset <= offset }.map { made.marks[$0] }
        let near = mark.flatMap { $0.offset >= start ? $0 : nil } ?? (offset: start, column: 1)
        let column = near.column + String(decoding: utf8[near.offset..<offset], as: UTF8.self).count
        return SourcePosition(line: line + 1, column: column)
    }
}

extension Array {
    /// The last index whose element meets a condition, where all that meet it stand before those that do not; nil where none does.
    fileprivate func lastIndexInOrder(where meets: (Element) -> Bool) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if meets(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
