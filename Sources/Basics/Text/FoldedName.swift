import Foundation

/// Returns the form in which names are compared: as readers see them, without regard to width, case and white space.
///
/// This is NFKC in lower case, without white space, invisible characters and variation selectors, with one form for the wave
/// dashes, `ー` for a dash after katakana, and kanji for the radicals that look like them. `Ａ 型` becomes `a型`, `センタ―` `センター`.
package func foldedName(_ name: String) -> String {
    let compatible = name.precomposedStringWithCompatibilityMapping.lowercased()
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in compatible.unicodeScalars {
        guard let seen = seen(scalar, after: previous) else { continue }
        result.append(seen)
        previous = seen
    }
    return String(result)
}

/// Returns a scalar as readers see it; nil if they do not.
private func seen(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x7A, 0x3041...0x30FF, 0x3400...0x9FFF: return scalar
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return nil
    default: break
    }
    if SuspectCharacter.isInvisible(scalar) || SuspectCharacter.isDirectionMark(scalar) { return nil }
    if scalar.properties.isWhitespace { return nil }
    if SuspectCharacter.isWaveDash(scalar) { return "~" }
    if scalar == "-" || SuspectCharacter.isDash(scalar), let previous, SuspectCharacter.isKatakana(previous) { return "ー" }
    return CJKRadicals.kanji(of: scalar) ?? scalar
}
