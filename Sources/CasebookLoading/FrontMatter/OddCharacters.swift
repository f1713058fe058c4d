/// Tests for characters that look like the ones that YAML uses. Each test returns the character's length in UTF-8, or 0.
package enum OddCharacters {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Full-width, no-break and zero-width spaces, and other characters without width.
    static func space(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        guard let scalar = wide(bytes, index, before: end) else { return 0 }
        switch scalar.value {
        case 0xA0, 0xAD, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return scalar.length
        default: return 0
        }
    }

    /// Colons of other widths.
    static func colon(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        guard let scalar = wide(bytes, index, before: end) else { return 0 }
        switch scalar.value {
        case 0xFF1A, 0xFE55, 0x2236: return scalar.length
        default: return 0
        }
    }

    /// Hyphens, dashes, minus signs and long vowel marks.
    static func hyphen(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        guard let scalar = wide(bytes, index, before: end) else { return 0 }
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0x2500, 0x30FC, 0xFF0D, 0xFF70: return scalar.length
        default: return 0
        }
    }

    /// Dots that start the items of lists in word processors.
    static func bullet(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        guard let scalar = wide(bytes, index, before: end) else { return 0 }
        switch scalar.value {
        case 0x2022, 0x25CF, 0x30FB, 0xFF65: return scalar.length
        default: return 0
        }
    }

    /// Commas of other widths.
    static func comma(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        guard let scalar = wide(bytes, index, before: end) else { return 0 }
        switch scalar.value {
        case 0x3001, 0xFF0C, 0xFF64: return scalar.length
        default: return 0
        }
    }

    /// The full-width bracket `［`.
    static func openingBracket(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        wide(bytes, index, before: end)?.value == 0xFF3B ? 3 : 0
    }

    /// The full-width bracket `］`.
    static func closingBracket(_ bytes: Bytes, _ index: Int, before end: Int) -> Int {
        wide(bytes, index, before: end)?.value == 0xFF3D ? 3 : 0
    }

    /// Returns the scalar with two or three bytes at an offset of valid UTF-8.
    private static func wide(_ bytes: Bytes, _ index: Int, before end: Int) -> (value: UInt32, length: Int)? {
        guard index < end else { return nil }
        let first = UInt32(bytes[index])
        if first >= 0xE0, first < 0xF0, index + 2 < end {
            return ((first & 0xF) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
        }
        if first >= 0xC2, first < 0xE0, index + 1 < end {
            return ((first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
        }
        return nil
    }
}
