/// A set of ASCII characters, for searching bytes.
struct ASCIISet: Sendable {
    private let low: UInt64
    private let high: UInt64

    /// - Parameters:
    ///   - low: One bit per character below 64.
    ///   - high: One bit per character from 64 on.
    private init(low: UInt64 = 0, high: UInt64 = 0) {
        (self.low, self.high) = (low, high)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 != 0
    }

    /// The characters besides letters and digits that addresses keep unescaped: `! # $ % ( ) * + , - . / : ; = ? @ _ ~`.
    static let addressPunctuation = ASCIISet(
        low: 1 << 0x21 | 0x7 << 0x23 | 0xFF << 0x28 | 0x3 << 0x3A | 1 << 0x3D | 1 << 0x3F,
        high: 1 | 1 << (0x5F - 64) | 1 << (0x7E - 64))
    /// The characters that may start syntax which this module reads differently from libcmark: `* { $ ~ [ :`.
    static let ownSyntax = ASCIISet(
        low: 1 << 0x2A | 1 << 0x24 | 1 << 0x3A, high: 1 << (0x7B - 64) | 1 << (0x7E - 64) | 1 << (0x5B - 64))
    /// The characters that may make a text differ from its source: `\ & NUL`.
    static let escapes = ASCIISet(low: 1 << 0x26 | 1 << 0x00, high: 1 << (0x5C - 64))
    /// The characters that may start unsupported syntax: `$ ~ [ :`.
    static let unsupported = ASCIISet(low: 1 << 0x24 | 1 << 0x3A, high: 1 << (0x7E - 64) | 1 << (0x5B - 64))
    static let openingBrace = ASCIISet(high: 1 << (0x7B - 64))
    static let star = ASCIISet(low: 1 << 0x2A)
    static let exclamationMark = ASCIISet(low: 1 << 0x21)
    /// Line ends, `|` and `^`.
    static let lineEndsBarAndCaret = ASCIISet(low: 1 << 0x0A | 1 << 0x0D, high: 1 << (0x7C - 64) | 1 << (0x5E - 64))
    static let closingBracket = ASCIISet(high: 1 << (0x5D - 64))
    static let caret = ASCIISet(high: 1 << (0x5E - 64))
}

extension [UInt8] {
    /// The index of the first byte in `range` that is in the set; the end of the range if there is none.
    func first(of set: ASCIISet, in range: Range<Int>) -> Int {
        withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[..<range.upperBound]).first(of: set, from: range.lowerBound)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte from `start` on that is in the set; the count if there is none.
    ///
    /// Skips eight bytes at a time where none of them is ASCII, as in most of a Japanese text.
    @inline(__always)
    func first(of set: ASCIISet, from start: Int = 0) -> Int {
        guard let base = UnsafeRawPointer(baseAddress) else { return count }
        let nonASCII: UInt64 = 0x8080_8080_8080_8080
        var index = start
        while index < count {
            if index + 8 <= count, base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & nonASCII == nonASCII {
                index += 8
                continue
            }
            let end = Swift.min(index + 8, count)
            while index < end {
                if set.contains(self[index]) { return index }
                index += 1
            }
        }
        return count
    }
}
