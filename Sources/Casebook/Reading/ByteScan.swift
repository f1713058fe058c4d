/// What one pass over a file's bytes finds out: whether they are UTF-8, and what has to be done to them before parsing.
struct ByteScan {
    /// The offset of the first byte that cannot stand there in UTF-8.
    private(set) var invalidOffset: Int?
    /// The offset of the first U+0000.
    private(set) var nullOffset: Int?
    private(set) var hasCarriageReturn = false
    /// Whether there is a character outside those that are always normalized, whatever their neighbours.
    private(set) var mayNeedNormalizing = false

    /// Scans bytes up to the first that is not UTF-8. O(n).
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte == 0x0D { hasCarriageReturn = true }
                if byte == 0, nullOffset == nil { nullOffset = index }
                index += 1
                continue
            }
            guard let (scalar, length) = Self.decode(bytes, at: index) else {
                invalidOffset = index
                return
            }
            if !Self.isAlwaysNormalized(scalar) { mayNeedNormalizing = true }
            index += length
        }
    }

    /// The scalar of two to four bytes at an offset, as table 3-7 of the Unicode Standard allows it.
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

    /// Whether a scalar is in a range without any character that NFC changes or moves: Latin, most symbols, kana without
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
