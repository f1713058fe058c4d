/// Sixteen bytes of a text, looked at at once: most texts are long stretches without what a writer has to change.
///
/// Each test gives a mask of the bytes that hit; masks are joined with `.|`.
public struct ByteBlock: Sendable {
    public typealias Mask = SIMDMask<SIMD16<UInt8>.MaskStorage>

    @usableFromInline package let bytes: SIMD16<UInt8>

    @inlinable @inline(__always)
    package init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

    /// The bytes that are `byte`.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8) -> Mask { bytes .== SIMD16(repeating: byte) }

    /// The bytes that are `byte` once the bits of `mask` are set in them: `matches(0x3E, or: 2)` are `<` and `>`.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8, or mask: UInt8) -> Mask {
        (bytes | SIMD16(repeating: mask)) .== SIMD16(repeating: byte)
    }

    /// The bytes that are `byte` once only the bits of `mask` are left: `matches(0x88, and: 0xF8)` are those from 0x88 to 0x8F.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8, and mask: UInt8) -> Mask {
        (bytes & SIMD16(repeating: mask)) .== SIMD16(repeating: byte)
    }

    /// The bytes below a limit.
    @inlinable @inline(__always)
    public func matches(below limit: UInt8) -> Mask { bytes .< SIMD16(repeating: limit) }

    /// The number of the first byte that hits; nil where none does.
    @inlinable @inline(__always)
    package static func firstIndex(of mask: Mask) -> Int? {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        let (low, high) = (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
        if low | high == 0 { return nil }
        return low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte from `start` on that hits; the count where none does.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, hits: (ByteBlock) -> ByteBlock.Mask) -> Int {
        var index = start
        while index < count {
            if let found = ByteBlock.firstIndex(of: hits(block(at: index))) { return index + found }
            index += 16
        }
        return count
    }

    /// The index of the first byte from `start` on that hits, told from itself and the one behind it; the count where none does.
    ///
    /// - Parameter hits: Gets a block, and the one that starts a byte later.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, hits: (ByteBlock, _ next: ByteBlock) -> ByteBlock.Mask) -> Int {
        var index = start
        while index < count {
            if let found = ByteBlock.firstIndex(of: hits(block(at: index), block(at: index + 1))) { return index + found }
            index += 16
        }
        return count
    }

    /// The bytes from an index on. Where they are fewer than sixteen, letters follow, which no writer changes.
    @inlinable @inline(__always)
    package func block(at index: Int) -> ByteBlock {
        if index + 16 <= count, let base = UnsafeRawPointer(baseAddress) {
            return ByteBlock(base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
        }
        return lastBlock(at: index)
    }

    @inline(never) @usableFromInline
    package func lastBlock(at index: Int) -> ByteBlock {
        var bytes = SIMD16<UInt8>(repeating: UInt8(ascii: "a"))
        for (place, byte) in self[Swift.min(index, count)...].enumerated() { bytes[place] = byte }
        return ByteBlock(bytes)
    }
}
