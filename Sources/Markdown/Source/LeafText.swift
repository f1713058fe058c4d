/// The inline text of one paragraph, heading or table cell, with the place of each byte in the file.
///
/// It is what libcmark's inline parser sees: lines without the marks and the indentation of the blocks around them.
struct LeafText {
    /// From `leaf` on, the bytes of the leaf follow those of the file from `source` on.
    private struct Segment {
        let leaf: Int
        let source: Int
    }

    private(set) var bytes: [UInt8] = []
    private var segments: [Segment] = []

    /// Empties the text but keeps its storage.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
    }

    /// Appends bytes of one line that stand in the file from `source` on. Its end, if it has one, becomes LF.
    mutating func append(_ piece: Slice<UnsafeBufferPointer<UInt8>>, source: Int) {
        segments.append(Segment(leaf: bytes.count, source: source))
        bytes.append(contentsOf: piece)
        guard piece.last?.isLineEnd == true else { return }
        let end = piece.dropLast().last == 0x0D ? 2 : 1
        bytes.removeLast(end)
        bytes.append(0x0A)
    }

    /// Appends a part of a text that stands on one line.
    mutating func append(part: Range<Int>, of line: LeafText) {
        segments.append(Segment(leaf: bytes.count, source: line.source(at: part.lowerBound)))
        bytes.append(contentsOf: line.bytes[part])
    }

    /// Appends blanks that a tab at `source` stands for.
    mutating func append(blanks: Int, source: Int) {
        guard blanks > 0 else { return }
        segments.append(Segment(leaf: bytes.count, source: source))
        bytes.append(contentsOf: repeatElement(0x20, count: blanks))
    }

    /// Drops leading bytes; what follows keeps its place in the file.
    mutating func removeFirst(_ count: Int) {
        guard count > 0, count <= bytes.count else { return }
        let source = self.source(at: count)
        let kept = segments.filter { $0.leaf > count }
        bytes.removeFirst(count)
        segments = [Segment(leaf: 0, source: source)] + kept.map { Segment(leaf: $0.leaf - count, source: $0.source) }
    }

    /// Where a byte of the leaf stands in the file. O(log lines).
    func source(at offset: Int) -> Int {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].leaf <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return segments.first?.source ?? 0 }
        return segments[low - 1].source + offset - segments[low - 1].leaf
    }

    /// Where a stretch of the leaf stands in the file.
    func source(of range: Range<Int>) -> Range<Int> {
        let start = source(at: range.lowerBound)
        return start..<(range.isEmpty ? start : max(start, source(at: range.upperBound - 1) + 1))
    }
}
