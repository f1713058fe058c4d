/// Bits written as ASCII text, six bits per character with the first bit highest, so that a script in any character set can contain
/// them.
///
/// The characters are those of base64url (RFC 4648, section 5). They need no escapes in a string, and the compression of a host
/// reduces them to about the size of their bits.
struct BitText {
    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    /// The complete characters so far.
    private(set) var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingCount: UInt64 = 0

    /// Returns the character for a number below 64.
    @inline(__always)
    static func letter(_ number: Int) -> UInt8 { alphabet.utf8Start[number & 63] }

    /// The number of bits so far.
    var count: Int { 6 * bytes.count + Int(pendingCount) }

    /// Appends the lowest `count` bits of a value, at most 32. Its higher bits must be 0.
    @inline(__always)
    mutating func append(_ value: UInt32, count: Int) {
        pending = pending << UInt64(count) | UInt64(value)
        pendingCount += UInt64(count)
        while pendingCount >= 6 {
            pendingCount -= 6
            bytes.append(Self.letter(Int(truncatingIfNeeded: pending >> pendingCount)))
        }
        pending &= 1 << pendingCount - 1
    }

    /// Appends a number in unary: that many ones and a zero.
    @inline(__always)
    mutating func append(unary value: UInt32) {
        var rest = value
        while rest >= 24 {
            append(0xFF_FFFF, count: 24)
            rest -= 24
        }
        append((1 << rest - 1) << 1, count: Int(rest) + 1)
    }

    /// Appends a number from 1 in Elias gamma code: as many ones as it has bits after its first one, a zero, and those bits.
    @inline(__always)
    mutating func append(gamma value: UInt32) {
        let width = 31 - value.leadingZeroBitCount
        append(unary: UInt32(width))
        append(value & (1 << width - 1), count: width)
    }

    /// Appends a number in Rice code: its bits above the lowest `width` ones in unary, then the lowest `width` bits.
    @inline(__always)
    mutating func append(rice value: UInt32, width: Int) {
        append(unary: value >> UInt32(width))
        append(value & (1 << width - 1), count: width)
    }

    /// Appends a number in Rice code, then further bits, at most four.
    @inline(__always)
    mutating func append(rice value: UInt32, width: Int, then bits: UInt32, count: Int) {
        let high = value >> UInt32(width)
        guard high + UInt32(width) < 24 else {
            append(rice: value, width: width)
            return append(bits, count: count)
        }
        let unary: UInt32 = (1 << high - 1) << 1
        let code = unary << UInt32(width) | value & (1 << width - 1)
        append(code << UInt32(count) | bits, count: Int(high) + 1 + width + count)
    }

    /// Completes the last character with zeros.
    mutating func finish() {
        if pendingCount > 0 { append(0, count: 6 - Int(pendingCount)) }
    }
}
