import Basics

/// The text of one leaf (a paragraph, heading or table cell), with the offset of each byte in the file.
///
/// This is the text that libcmark's inline parser reads: lines without the marks and the indentation of the blocks around them.
struct LeafText {
    /// A run of bytes that is the same in the leaf, from `leaf` on, and in the file, from `source` on.
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

    /// Appends bytes of one line, which start at `source` in the file. The line end, if any, becomes LF.
    mutating func append(_ line: Slice<UnsafeBufferPointer<UInt8>>, source: Int) {
        segments.append(Segment(leaf: bytes.count, source: source))
        bytes.append(contentsOf: line)
        guard line.last?.isLineEnd == true else { return }
        let end = line.dropLast().last == 0x0D ? 2 : 1
        bytes.removeLast(end)
        bytes.append(0x0A)
    }

    /// Appends a part of a text of one line.
    mutating func append(part: Range<Int>, of line: LeafText) {
        segments.append(Segment(leaf: bytes.count, source: line.source(at: part.lowerBound)))
        bytes.append(contentsOf: line.bytes[part])
    }

    /// Appends the spaces that replace a tab at `source`.
    mutating func append(spaces: Int, source: Int) {
        guard spaces > 0 else { return }
        segments.append(Segment(leaf: bytes.count, source: source))
        bytes.append(contentsOf: repeatElement(0x20, count: spaces))
    }

    /// Removes the first bytes; the offsets of the others in the file stay the same.
    mutating func removeFirst(_ count: Int) {
        guard count > 0, count <= bytes.count else { return }
        let source = self.source(at: count)
        let kept = segments.filter { $0.leaf > count }
        bytes.removeFirst(count)
        segments = [Segment(leaf: 0, source: source)] + kept.map { Segment(leaf: $0.leaf - count, source: $0.source) }
    }

    /// The offset in the file of a byte of the leaf. O(log lines).
    func source(at offset: Int) -> Int {
        let after = segments.partitioningIndex { $0.leaf > offset }
        guard after > 0 else { return segments.first?.source ?? 0 }
        return segments[after - 1].source + offset - segments[after - 1].leaf
    }

    /// The range in the file of a range of the leaf.
    func source(of range: Range<Int>) -> Range<Int> {
        let start = source(at: range.lowerBound)
        return start..<(range.isEmpty ? start : max(start, source(at: range.upperBound - 1) + 1))
    }
}
