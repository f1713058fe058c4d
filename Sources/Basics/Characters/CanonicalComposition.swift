import Foundation

extension String {
    /// The text in NFC, but with every character that NFC always replaces by another one as it is.
    ///
    /// `か` and U+3099 become `が`. The kanji `福` (U+FA1B), for which NFC writes `福` (U+798F), stays: names appear as they are typed.
    /// The characters that stay are those with the property Full_Composition_Exclusion (UAX #15, section 5), and all outside the
    /// Basic Multilingual Plane: Foundation takes U+2304B with a mark after it for U+304B, and writes `が`.
    package var composedKeepingCharacters: String {
        guard unicodeScalars.contains(where: Self.stays) else { return precomposedStringWithCanonicalMapping }
        var result = String.UnicodeScalarView()
        var run = String.UnicodeScalarView()
        func append(_ run: String.UnicodeScalarView, to result: inout String.UnicodeScalarView) {
            result.append(contentsOf: String(run).precomposedStringWithCanonicalMapping.unicodeScalars)
        }
        for scalar in unicodeScalars {
            guard Self.stays(scalar) else {
                run.append(scalar)
                continue
            }
            append(run, to: &result)
            run.removeAll()
            result.append(scalar)
        }
        append(run, to: &result)
        return String(result)
    }

    private static func stays(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x10000 || scalar.properties.isFullCompositionExclusion
    }
}
