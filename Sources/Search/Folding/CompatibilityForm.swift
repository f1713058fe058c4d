import Foundation

/// Converts text to the compatibility form of Unicode. Only few characters need it.
enum CompatibilityForm {
    /// Returns the scalars of a text in NFKC and NFC and in lower case, without the accents on the letters a to z. A final sigma becomes
    /// a sigma.
    static func lowercased(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        let composed = plain(
            String(decoding: text, as: UTF8.self).precomposedStringWithCompatibilityMapping
                .precomposedStringWithCanonicalMapping)
        for scalar in composed.unicodeScalars {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if let syllable = scalars.last.flatMap({ closed($0, by: lower) }) {
                    scalars[scalars.count - 1] = syllable
                } else {
                    scalars.append(lower == "\u{3C2}" ? "\u{3C3}" : lower)
                }
            }
        }
        return scalars
    }

    /// Returns a text in NFC without the accents (U+0300 to U+036F) directly after the letters a to z.
    private static func plain(_ text: String) -> String {
        let mayHaveAccents = text.unicodeScalars.contains {
            (0xC0...0x36F).contains($0.value) || (0x1E00...0x1EFF).contains($0.value)
        }
        guard mayHaveAccents else { return text }
        var plain = String.UnicodeScalarView()
        var isAfterLetter = false
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            if isAfterLetter, (0x300...0x36F).contains(scalar.value) { continue }
            isAfterLetter = scalar.properties.isAlphabetic && scalar.isASCII
            plain.append(scalar)
        }
        return String(plain).precomposedStringWithCanonicalMapping
    }

    /// Returns the Hangul syllable for an open syllable and a final letter (Unicode Standard, section 3.12), which Foundation does not
    /// join.
    private static func closed(_ syllable: Unicode.Scalar, by final: Unicode.Scalar) -> Unicode.Scalar? {
        let index = Int(syllable.value) - 0xAC00
        guard (0..<11_172).contains(index), index % 28 == 0, (0x11A8...0x11C2).contains(final.value) else { return nil }
        return Unicode.Scalar(syllable.value + final.value - 0x11A7)
    }
}
