/// The classes of scalars that the rules for Japanese ask for.
extension Unicode.Scalar {
    /// A character or a punctuation mark of Chinese, Japanese or Korean writing, in any width. The ideographic space is a
    /// space, not one of these; nor are pictographs.
    var isCJK: Bool {
        switch value {
        case 0..<0x1100: false
        case 0x3000: false
        case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE10...0xFE1F,
            0xFE30...0xFE6F, 0xFF01...0xFFEF, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// A letter of Hangul, which sets words apart by spaces.
    var isHangul: Bool {
        switch value {
        case 0x1100...0x11FF, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97F, 0xAC00...0xD7FF,
            0xFFA0...0xFFDC:
            true
        default: false
        }
    }

    /// A sign that is as wide as its neighbours are: dashes, dots, curly quotes, arrows, circled numbers, figures.
    var isOfAmbiguousWidth: Bool {
        switch value {
        case 0x00B1, 0x00B7, 0x00D7, 0x00F7, 0x2010...0x2027, 0x2030...0x203E, 0x2190...0x21FF, 0x2460...0x24FF,
            0x2500...0x26FF:
            true
        default: false
        }
    }

    /// A letter of Japanese writing; one of the common ones, told without a look into Unicode's tables.
    var isKanaOrIdeograph: Bool {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
        default: false
        }
    }

    /// A punctuation mark of Japanese writing; one of the common ones, told without a look into Unicode's tables.
    var isCommonJapanesePunctuation: Bool {
        switch value {
        case 0x3001...0x3003, 0x3008...0x3011, 0x30FB, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F: true
        default: false
        }
    }

    /// Says how the scalar before it looks, and is nothing by itself.
    var isVariationSelector: Bool {
        (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
    }

    /// Unicode whitespace as CommonMark defines it.
    var isMarkdownSpace: Bool {
        switch value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Punctuation as CommonMark 0.30 defines it: ASCII punctuation and the general categories P.
    var isMarkdownPunctuation: Bool {
        if value < 0x80 { return UInt8(value).isASCIIPunctuation }
        if isKanaOrIdeograph { return false }
        if isCommonJapanesePunctuation { return true }
        return switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}

extension UInt8 {
    var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    /// Space, tab, line feed, vertical tab, form feed, carriage return.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// ASCII upper case made lower; anything else as it is.
    var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
