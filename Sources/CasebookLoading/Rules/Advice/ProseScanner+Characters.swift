import Foundation

extension ProseScanner {
    /// Scans a run of machine-dependent characters, which is one finding, or else one other character.
    package mutating func scanMachineDependent() {
        let start = index
        while index < end, MachineDependent.isOne(bytes, index, before: end) {
            take(bytes[index] < 0xF0 ? 3 : 4, isWide: true)
        }
        guard index > start else { return take(bytes[index] < 0xF0 ? 3 : 4, isWide: bytes[index] != 0xE2) }
        let text = string(start..<index)
        // ㈱ and ㈲ are next to a company's name.
        if text == "㈱" || text == "㈲" {
            findCompany(start..<index)
        }
        find(MachineDependentCharacter(text: text, common: Self.common(text)), start..<index)
    }

    /// Scans a run of half-width kana, which is one finding.
    package mutating func scanHalfWidthKana() {
        let start = index
        while index + 3 <= end, bytes[index] == 0xEF,
            bytes[index + 1] == 0xBD && bytes[index + 2] >= 0xA1 || bytes[index + 1] == 0xBE && bytes[index + 2] <= 0x9F
        {
            take(3, isWide: true)
        }
        let text = string(start..<index)
        find(HalfWidthKana(text: text, wide: Self.folded(text)), start..<index)
    }

    /// What to write instead of a sign, if there is something.
    private static func common(_ text: String) -> String? {
        let folded = folded(text)
        return folded == text ? nil : folded
    }

    /// Foundation's NFKC leaves half-width kana and their marks apart, so that NFC has to follow.
    private static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
    }
}

/// Signs that older Japanese character sets encode differently, or not at all (機種依存文字).
///
/// Kanji are none: a name is not written in another one.
package enum MachineDependent {
    /// Whether such a sign is at an offset of valid UTF-8.
    package static func isOne(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, before end: Int) -> Bool {
        guard index + 3 <= end else { return false }
        let (first, second, third) = (UInt32(bytes[index]), UInt32(bytes[index + 1]), UInt32(bytes[index + 2]))
        if first == 0xF0 {
            guard index + 4 <= end else { return false }
            let scalar = (second & 0x3F) << 12 | (third & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
            return (0x1F100...0x1F2FF).contains(scalar)
        }
        switch (first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F {
        case 0x2103, 0x212B: return false  // ℃ and Å, which JIS X 0208 has
        case 0x2100...0x214F, 0x2150...0x218B: return first == 0xE2  // №, ℡, ½, Ⅳ
        case 0x2460...0x24FF: return first == 0xE2  // ①, ⑴, Ⓐ
        case 0x3200...0x33FF: return first == 0xE3  // ㈱, ㊤, ㌔, ㍻
        default: return false
        }
    }
}
