/// A range of byte offsets that takes half the memory of a `Range<Int>`.
///
/// Parsed texts store many of them. Texts are far smaller than the 2 GiB that it can address.
public struct ByteRange: Hashable, Sendable {
    @usableFromInline let lower: Int32
    @usableFromInline let upper: Int32

    /// The empty range at offset 0.
    public static let empty = ByteRange(0..<0)

    /// Stores a range; bounds outside of 32 bits are clamped.
    @inlinable public init(_ range: Range<Int>) {
        lower = Int32(clamping: range.lowerBound)
        upper = Int32(clamping: range.upperBound)
    }

    /// The range with bounds of type `Int`.
    @inlinable public var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Whether the range contains no byte.
    @inlinable public var isEmpty: Bool { lower == upper }
}
