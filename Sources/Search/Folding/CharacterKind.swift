/// The meaning of a character for the search, as far as its code alone decides.
enum CharacterKind: UInt8 {
    /// A letter or number that is kept. Words of these have spaces between them.
    case narrow
    /// A capital ASCII letter.
    case upper
    /// A full-width form of an ASCII character.
    case fullWidth
    /// Kana or kanji that are kept. Words of these have no spaces between them.
    case wide
    /// A space.
    case blank
    /// A character that ends a run of letters and numbers.
    case end
    /// A character that is removed.
    case dropped
    /// A character whose kind needs the tables of Unicode.
    case other

    /// The codes outside of which every character needs the tables of Unicode.
    static let known: [ClosedRange<UInt32>] = [0...0x7F, 0x2010...0x2606, 0x3000...0x9FEF, 0xFF01...0xFF5E]

    /// Creates the kind of a character in any text.
    @inline(__always)
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case ..<0x80: self = Self(ascii: value)
        case 0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x4E00...0x9FEF, 0x3400...0x4DB5,
            0x3005...0x3007:
            self = .wide
        case 0x30FB: self = .dropped
        case 0x3000: self = .blank
        case 0x3001...0x3003, 0x3008...0x3020, 0x2010, 0x2012...0x2016, 0x2018...0x2023, 0x2025...0x2027, 0x203B,
            0x2190...0x21FF, 0x2500...0x25FF, 0x2605...0x2606:
            self = .end
        case 0xFF01...0xFF5E: self = .fullWidth
        default: self = .other
        }
    }

    init(ascii value: UInt32) {
        switch value {
        case 0x61...0x7A, 0x30...0x39: self = .narrow
        case 0x41...0x5A: self = .upper
        case 0x20, 0x09: self = .blank
        default: self = .end
        }
    }

    /// Creates the kind of a character in a text in lower-case compatibility form; nil for a character that is kept.
    init?(normalized scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09: self = .blank
        case 0x30FB, 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .dropped
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
                return nil
            case .spaceSeparator: self = .blank
            case .format: self = .dropped
            default: self = .end
            }
        }
    }

    /// Whether a character that is kept has no spaces around it: kana, kanji, bopomofo and their marks, but not Hangul, which has
    /// spaces between words.
    static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E80...0x312F, 0x3190...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x1AFF0...0x1B16F,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
