/// A stretch of bytes in half the space of a `Range<Int>`.
struct ByteSpan: Sendable {
    private let lower: Int32
    private let upper: Int32

    /// The range, its ends kept within what 32 bits hold.
    init(_ range: Range<Int>) {
        lower = Int32(clamping: range.lowerBound)
        upper = Int32(clamping: range.upperBound)
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }
}
