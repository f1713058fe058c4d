/// Sixteen bytes of a text that are tested at once.
///
/// Writers use it to copy the long runs of text that need no escaping. Each test returns a mask of the bytes that match; combine
/// masks with `.|` and `.&`.
public struct ByteBlock: Sendable {
    /// Which of the sixteen bytes match a test.
    public typealias Mask = SIMDMask<SIMD16<UInt8>.MaskStorage>

    @usableFromInline let bytes: SIMD16<UInt8>

    @inlinable @inline(__always)
    init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

    /// Matches the bytes equal to `byte`.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8) -> Mask { bytes .== SIMD16(repeating: byte) }

    /// Matches the bytes equal to `byte` after setting the bits of `mask`: `matches(0x3E, or: 2)` matches `<` and `>`.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8, or mask: UInt8) -> Mask {
        (bytes | SIMD16(repeating: mask)) .== SIMD16(repeating: byte)
    }

    /// Matches the bytes equal to `byte` after keeping only the bits of `mask`: `matches(0x88, and: 0xF8)` matches 0x88 to 0x8F.
    @inlinable @inline(__always)
    public func matches(_ byte: UInt8, and mask: UInt8) -> Mask {
        (bytes & SIMD16(repeating: mask)) .== SIMD16(repeating: byte)
    }

    /// Matches the bytes less than a limit.
    @inlinable @inline(__always)
    public func matches(below limit: UInt8) -> Mask { bytes .< SIMD16(repeating: limit) }

    /// The index of the first byte that matches, from 0 to 15; nil if none does.
    @inlinable @inline(__always)
    static func firstIndex(of mask: Mask) -> Int? {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        let (low, high) = (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
        if low | high == 0 { return nil }
        return low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns the index of the first byte that matches, at or after `start`; `count` if there is none.
    ///
    /// - Parameter hits: Tests a block of sixteen bytes.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, hits: (ByteBlock) -> ByteBlock.Mask) -> Int {
        var index = start
        while index < count {
            if let found = ByteBlock.firstIndex(of: hits(block(at: index))) { return index + found }
            index += 16
        }
        return count
    }

    /// Returns the index of the first byte that matches together with the byte after it, at or after `start`; `count` if there is
    /// none.
    ///
    /// - Parameter hits: Tests a block of sixteen bytes, and the block that starts one byte later.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, hits: (ByteBlock, _ next: ByteBlock) -> ByteBlock.Mask) -> Int {
        var index = start
        while index < count {
            if let found = ByteBlock.firstIndex(of: hits(block(at: index), block(at: index + 1))) { return index + found }
            index += 16
        }
        return count
    }

    /// Returns the sixteen bytes that start at an index; past the end of the text they are the letter `a`, which no format escapes.
    @inlinable @inline(__always)
    func block(at index: Int) -> ByteBlock {
        if index + 16 <= count, let base = UnsafeRawPointer(baseAddress) {
            return ByteBlock(base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
        }
        return lastBlock(at: index)
    }

    @inline(never) @usableFromInline
    func lastBlock(at index: Int) -> ByteBlock {
        var bytes = SIMD16<UInt8>(repeating: UInt8(ascii: "a"))
        for (offset, byte) in self[Swift.min(index, count)...].enumerated() { bytes[offset] = byte }
        return ByteBlock(bytes)
    }
}
