import Foundation

/// The first difference between two words that look the same.
package struct LookalikeDifference: Sendable, Equatable {
    /// The character that is written; nil if one is missing.
    package let written: Unicode.Scalar?
    /// The character that is meant; nil if the written one is to be removed.
    package let meant: Unicode.Scalar?

    /// Compares two words; nil if they are equal, or if readers can tell them apart.
    package init?(written: String, meant: String) {
        let (left, right) = (Array(written.unicodeScalars), Array(meant.unicodeScalars))
        guard left != right, Self.shape(written) == Self.shape(meant) else { return nil }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let (here, there) = (left[start...].first, right[start...].first)
        if let here,
            here.properties.isWhitespace || SuspectCharacter.isInvisible(here) || SuspectCharacter.isDirectionMark(here)
        {
            self.written = here
            self.meant = nil
        } else {
            self.written = here
            self.meant = there
        }
    }

    /// The form of a word in which words that look the same are equal. Width and case make words look different.
    private static func shape(_ word: String) -> String {
        var shape = String.UnicodeScalarView()
        for scalar in word.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0xFE00...0xFE0F, 0xE0100...0xE01EF: continue
            case _ where SuspectCharacter.isInvisible(scalar) || SuspectCharacter.isDirectionMark(scalar): continue
            case 0xA0, 0x2007, 0x202F: shape.append(" ")
            case _ where SuspectCharacter.isWaveDash(scalar): shape.append("〜")
            default: shape.append(lookalikes[scalar] ?? CJKRadicals.kanji(of: scalar) ?? scalar)
            }
        }
        return String(shape)
    }

    /// For characters that look like another one: the other one.
    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            // Kanji, hiragana and signs that look like katakana.
            ("力口二工八夕卜才千三一へべぺ", "カロニエハタトオチミーヘベペ"), ("-‐‑–—―−─", "ーーーーーーーー"), ("·•‧∙⋅●", "・・・・・・"),
            ("○◯", "〇〇"), ("‘’′", "'''"), ("“”″", "\"\"\""),
            // Cyrillic and Greek letters that look like Latin ones.
            ("АВЕКМНОРСТХІЈаеорсухіј", "ABEKMHOPCTXIJaeopcyxij"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov"),
        ]
        var all: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (from, to) in pairs {
            for (here, there) in zip(from.unicodeScalars, to.unicodeScalars) { all[here] = there }
        }
        return all
    }()
}
