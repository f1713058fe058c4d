/// Sixteen bytes of a text that are tested at once.
///
/// Writers use it to copy the long runs of text that need no escaping. Each test returns a mask of the bytes that match; combine
/// masks with `.|` and `.&`.
public struct ByteBlock: Sendable {
    /// Which of the sixteen bytes match a test.
    public typealias Mask = SIMDMask<SIMD16<UInt8>.MaskStorage>

    /// The bytes, in the order of the text.
    public let bytes: SIMD16<UInt8>

    @inlinable @inline(__always)
    init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

    /// Loads the sixteen bytes at an address, which need not be aligned.
    @inlinable @inline(__always)
    public init(loading address: UnsafeRawPointer) { self.init(address.loadUnaligned(as: SIMD16<UInt8>.self)) }

    /// Loads the bytes at an address, one to sixteen. After `count` bytes, the block has the letter `a`, which no format escapes.
    @inlinable @inline(__always)
    public init(loading address: UnsafeRawPointer, count: Int) {
        self = count >= 16 ? ByteBlock(loading: address) : Self.partial(address, count)
    }

    /// Loads one to fifteen bytes without reading others: in two or three parts, which may overlap.
    @inlinable
    static func partial(_ address: UnsafeRawPointer, _ count: Int) -> ByteBlock {
        let padding: UInt64 = 0x6161_6161_6161_6161
        var (low, high) = (padding, padding)
        let bits = UInt64(count) &* 8
        if count >= 8 {
            low = UInt64(littleEndian: address.loadUnaligned(as: UInt64.self))
            let end = UInt64(littleEndian: address.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
            high = end >> (128 &- bits) | padding << (bits &- 64)
        } else if count >= 4 {
            let start = UInt32(littleEndian: address.loadUnaligned(as: UInt32.self))
            let end = UInt32(littleEndian: address.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
            low = UInt64(start) | UInt64(end) &<< (bits &- 32) | padding &<< bits
        } else {
            let middle = count / 2
            low = UInt64(address.load(as: UInt8.self)) | padding &<< bits
            low |= UInt64(address.load(fromByteOffset: middle, as: UInt8.self)) &<< (UInt64(middle) &* 8)
            low |= UInt64(address.load(fromByteOffset: count &- 1, as: UInt8.self)) &<< (bits &- 8)
        }
        let words = SIMD2<UInt64>(low.littleEndian, high.littleEndian)
        return ByteBlock(unsafeBitCast(words, to: SIMD16<UInt8>.self))
    }

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
    public static func firstIndex(of mask: Mask) -> Int? {
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
        guard index < count, let base = UnsafeRawPointer(baseAddress) else {
            return ByteBlock(SIMD16(repeating: UInt8(ascii: "a")))
        }
        return ByteBlock(loading: base + index, count: count - index)
    }
}
