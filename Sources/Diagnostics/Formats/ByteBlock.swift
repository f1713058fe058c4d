/// Eight bytes of a text, looked at at once: most texts are long stretches without what a writer has to change.
///
/// The tests give a mask that is not zero where they hit. Masks may be joined with `|`; ``index(of:)`` then tells the first byte
/// that hits.
///
/// Source: S. E. Anderson, "Bit Twiddling Hacks", on words that have a byte equal to or less than n.
public struct ByteBlock: Sendable {
    /// The first byte lowest.
    @usableFromInline let bits: UInt64

    @inlinable @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    @inlinable @inline(__always)
    static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    @inlinable @inline(__always)
    static func zeros(_ bits: UInt64) -> UInt64 { (bits &- all(1)) & ~bits & all(0x80) }

    /// Whether a byte is ASCII, as few are in most of a Japanese text.
    @inlinable @inline(__always)
    public var hasASCII: Bool { bits & Self.all(0x80) != Self.all(0x80) }

    /// The bytes that are `byte`.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8) -> UInt64 { Self.zeros(bits ^ Self.all(byte)) }

    /// The bytes that are `byte` once `mask` is set in them: `matches(0x3E, or: 2)` are `<` and `>`.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8, or mask: UInt8) -> UInt64 { Self.zeros((bits | Self.all(mask)) ^ Self.all(byte)) }

    /// The bytes below a limit, which is at most 0x80.
    @inlinable @inline(__always)
    public func matches(below limit: UInt8) -> UInt64 { (bits &- Self.all(limit)) & ~bits & Self.all(0x80) }

    /// The bytes, of the first seven, that are `byte` and stand before one that is `next` once all but `mask` is taken out.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8, before next: UInt8, mask: UInt8 = 0xFF) -> UInt64 {
        Self.zeros((bits ^ Self.all(byte)) | (((bits >> 8) & Self.all(mask)) ^ Self.all(next)))
    }

    /// The number of the first byte that hits.
    @inlinable @inline(__always)
    static func index(of mask: UInt64) -> Int { mask.trailingZeroBitCount / 8 }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes from an index on, which is below the count. Where they are fewer than eight, letters follow, which no writer
    /// changes.
    @inlinable @inline(__always)
    func block(at index: Int) -> ByteBlock {
        let rest = count - index
        if rest >= 8, let base = UnsafeRawPointer(baseAddress) {
            return ByteBlock(bits: UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        }
        return lastBlock(at: index)
    }

    @usableFromInline
    func lastBlock(at index: Int) -> ByteBlock {
        var bits = ByteBlock.all(UInt8(ascii: "a"))
        for place in stride(from: count - 1, through: index, by: -1) { bits = bits << 8 | UInt64(self[place]) }
        return ByteBlock(bits: bits)
    }

    /// The index of the first byte from `start` on that hits; the count where none does.
    ///
    /// - Parameters:
    ///   - step: How many bytes of a block `hits` tests.
    ///   - hits: Gives the mask of the bytes of a block that hit.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, step: Int = 8, hits: (ByteBlock) -> UInt64) -> Int {
        var index = start
        while index < count {
            let mask = hits(block(at: index))
            if mask != 0 { return Swift.min(index + ByteBlock.index(of: mask), count) }
            index += step
        }
        return count
    }
}
