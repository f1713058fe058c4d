/// Bits as ASCII text, six a character, the first bit highest: what a script can hold whatever its character set.
///
/// The characters are those of base64url (RFC 4648, section 5), which need no escape in a string, and which a host's compression
/// brings down to about their bits.
struct BitText {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The characters that are complete.
    private(set) var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingCount: UInt64 = 0

    /// The character for a number below 64.
    static func letter(_ number: Int) -> UInt8 { alphabet[number] }

    /// How many bits there are.
    var count: Int { 6 * bytes.count + Int(pendingCount) }

    /// Appends the lowest `count` bits of a value, at most 32; higher ones are 0.
    @inline(__always)
    mutating func append(_ value: UInt32, count: Int) {
        pending = pending << UInt64(count) | UInt64(value)
        pendingCount += UInt64(count)
        while pendingCount >= 6 {
            pendingCount -= 6
            bytes.append(Self.alphabet[Int(pending >> pendingCount & 63)])
        }
        pending &= 1 << pendingCount - 1
    }

    /// Appends ones and a zero.
    @inline(__always)
    mutating func append(unary value: UInt32) {
        var rest = value
        while rest >= 24 {
            append(0xFF_FFFF, count: 24)
            rest -= 24
        }
        append((1 << rest - 1) << 1, count: Int(rest) + 1)
    }

    /// Appends a number from 1 in Elias's gamma code: as many ones as it has bits behind its first, a zero, and those bits.
    @inline(__always)
    mutating func append(gamma value: UInt32) {
        let width = 31 - value.leadingZeroBitCount
        append(unary: UInt32(width))
        append(value & (1 << width - 1), count: width)
    }

    /// Appends a number in Rice's code: what is above `width` bits in unary, then those bits.
    @inline(__always)
    mutating func append(rice value: UInt32, width: Int) {
        append(unary: value >> UInt32(width))
        append(value & (1 << width - 1), count: width)
    }

    /// Fills the last character with zeros.
    mutating func finish() {
        if pendingCount > 0 { append(0, count: 6 - Int(pendingCount)) }
    }
}
