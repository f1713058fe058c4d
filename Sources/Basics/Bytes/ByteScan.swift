/// The result of one pass over the bytes of a file: whether they are valid UTF-8, and what has to change before parsing.
///
/// It is our own code, because Foundation's decoding does not say at which byte it fails, and needs a second pass for the rest.
package struct ByteScan {
    /// The offset of the first byte that is invalid in UTF-8; nil if all are valid.
    package private(set) var invalidOffset: Int?
    /// The offset of the first U+0000; nil if there is none.
    package private(set) var nullOffset: Int?
    /// Whether there is a carriage return, so that line ends may have to be converted.
    package private(set) var hasCarriageReturn = false
    /// Whether the text may differ from its NFC: it has a character that NFC can change or reorder.
    package private(set) var mayNeedNormalizing = false
    /// Whether there may be a suspect character (``SuspectCharacter``), or is a tab.
    package private(set) var mayHoldSuspects = false

    /// Scans bytes up to the first that is invalid in UTF-8. O(n).
    ///
    /// Five kana or ideographs, which have three bytes each, are tested at once, and eight ASCII characters. All other characters
    /// are decoded.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        let count = bytes.count
        var index = 0
        while index < count {
            while index &+ 18 <= count, bytes[index] > 0xE2, Self.arePlainCJK(base + index) { index &+= 15 }
            guard index < count else { return }
            if index &+ 8 <= count {
                let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                if Self.isPlainCJK(word) {
                    index &+= Self.isPlainCJK(word >> 24) ? 6 : 3
                    continue
                }
                if Self.isPlainASCII(word) {
                    index &+= 8
                    continue
                }
            }
            if bytes[index] < 0x80 {
                scanASCII(bytes, &index)
            } else {
                guard let (scalar, length) = Self.decode(bytes, at: index) else {
                    invalidOffset = index
                    return
                }
                if !Self.isAlwaysNormalized(scalar) { mayNeedNormalizing = true }
                if SuspectCharacter.isPossible(scalar) { mayHoldSuspects = true }
                index += length
            }
        }
    }

    /// Scans ASCII characters up to the next other one, at most eight.
    private mutating func scanASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        let end = min(index + 8, bytes.count)
        while index < end, bytes[index] < 0x80 {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x7F { scanControl(byte, at: index) }
            index += 1
        }
    }

    private mutating func scanControl(_ byte: UInt8, at index: Int) {
        switch byte {
        case 0x0A: break
        case 0x0D: hasCarriageReturn = true
        case 0: if nullOffset == nil { nullOffset = index }
        default: mayHoldSuspects = true
        }
    }

    /// Whether eight bytes are printable ASCII.
    @inline(__always)
    private static func isPlainASCII(_ word: UInt64) -> Bool {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        // Subtracting 0x20 from a byte sets its highest bit if it was less, and adding 1 if it was 0x7F.
        return (word | (word &- (ones &* 0x20)) | (word &+ ones)) & highs == 0
    }

    /// Whether the lowest three bytes of a little-endian word are a character from U+3000 to U+9FFF in valid UTF-8.
    ///
    /// Excluded are U+3019 to U+302F and U+3099 to U+30AF, which contain marks that combine with the character before them.
    @inline(__always)
    private static func isPlainCJK(_ word: UInt64) -> Bool {
        guard word & 0xC0_C0F0 == 0x80_80E0 else { return false }
        let (first, second, third) = (word & 0xFF, word >> 8 & 0xFF, word >> 16 & 0xFF)
        return first > 0xE3 && first < 0xEA
            || first == 0xE3 && (second & 0xFD != 0x80 || third < 0x99 || third > 0xAF)
    }

    /// Whether fifteen bytes are five characters as ``isPlainCJK(_:)`` describes them. Eighteen bytes must be readable.
    @inline(__always)
    private static func arePlainCJK(_ address: UnsafeRawPointer) -> Bool {
        // In lanes 0, 3, 6, 9 and 12, the first, second and third bytes of the five characters.
        let first = ByteBlock(loading: address)
        let (second, third) = (ByteBlock(loading: address + 1), ByteBlock(loading: address + 2))
        // 0xE3 to 0xE9, of which all but one have bits that no other first byte has.
        let isFirst = first.matches(0xE4, and: 0xFC) .| first.matches(0xE8, and: 0xFE) .| first.matches(0xE3)
        let isNext = second.matches(0x80, and: 0xC0) .& third.matches(0x80, and: 0xC0)
        let mayCombine =
            first.matches(0xE3) .& second.matches(0x80, and: 0xFD)
            .& third.matches(below: 0xB0) .& .!third.matches(below: 0x99)
        let isPlain = unsafeBitCast(isFirst .& isNext .& .!mayCombine, to: SIMD2<UInt64>.self)
        let others: UInt64 = ~UInt64(littleEndian: isPlain[0]) & 0x00FF_0000_FF00_00FF
        return others | ~UInt64(littleEndian: isPlain[1]) & 0xFF_0000_FF00 == 0
    }

    /// Decodes a scalar of two to four bytes; nil if they are invalid (The Unicode Standard, table 3-7).
    @inline(__always)
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
        let first = UInt32(bytes[index])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return nil }
        var scalar = length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07
        for offset in 1..<length {
            let next = UInt32(bytes[index + offset])
            guard next & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | next & 0x3F
        }
        switch length {
        case 3: guard scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) else { return nil }
        case 4: guard (0x10000...0x10FFFF).contains(scalar) else { return nil }
        default: break
        }
        return (scalar, length)
    }

    /// Whether a scalar is in a range without characters that NFC changes or reorders: Latin, most symbols, kana without
    /// separate sound marks, unified ideographs, hangul syllables, full-width forms.
    @inline(__always)
    private static func isAlwaysNormalized(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x9FFF: true
        case 0xFF00...0xFFEF, 0..<0x300, 0x2002...0x20CF, 0x2100...0x2125, 0x212C...0x2328, 0x232B...0x2ADB: true
        case 0xAC00...0xD7A3: true
        default: false
        }
    }
}
