/// A range of bytes in half the space of a `Range<Int>`, for the many ranges of a parsed text.
public struct ByteRange: Hashable, Sendable {
    @usableFromInline let lower: Int32
    @usableFromInline let upper: Int32

    /// The range of no bytes.
    public static let empty = ByteRange(0..<0)

    /// Stores a range; its ends are clamped to what 32 bits hold.
    @inlinable public init(_ range: Range<Int>) {
        lower = Int32(clamping: range.lowerBound)
        upper = Int32(clamping: range.upperBound)
    }

    /// The range in offsets of `Int`.
    @inlinable public var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Whether the range holds no byte.
    @inlinable public var isEmpty: Bool { lower == upper }
}
