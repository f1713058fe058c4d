/// Reads well-formed UTF-8 one scalar at a time.
struct ScalarReader {
    private let text: UnsafeBufferPointer<UInt8>
    /// The start of the last scalar.
    private(set) var start = 0
    private var end = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// Returns the next scalar, or nil at the end.
    @inline(__always)
    mutating func next() -> Unicode.Scalar? {
        start = end
        guard end < text.count else { return nil }
        let lead = UInt32(text[end])
        if lead & 0xF0 == 0xE0, end + 2 < text.count {
            let value = (lead & 0x0F) << 12 | UInt32(text[end + 1] & 0x3F) << 6 | UInt32(text[end + 2] & 0x3F)
            end += 3
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        }
        if lead < 0x80 {
            end += 1
            return Unicode.Scalar(UInt8(truncatingIfNeeded: lead))
        }
        return nextOfOtherLength(lead)
    }

    @inline(never)
    private mutating func nextOfOtherLength(_ lead: UInt32) -> Unicode.Scalar {
        var (value, length) = (lead, 1)
        switch lead {
        case ..<0xC0: break
        case ..<0xE0: (value, length) = (lead & 0x1F, 2)
        case ..<0xF0: (value, length) = (lead & 0x0F, 3)
        default: (value, length) = (lead & 0x07, 4)
        }
        length = min(length, text.count - end)
        for offset in 1..<max(1, length) { value = value << 6 | UInt32(text[end + offset] & 0x3F) }
        end += length
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
