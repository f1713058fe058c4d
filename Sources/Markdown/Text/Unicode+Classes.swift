extension Unicode.Scalar {
    /// Whether this is a character or punctuation mark of Chinese, Japanese or Korean writing, in any width.
    ///
    /// By Unicode block. Neither the ideographic space, which is a space, nor emoji are.
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

    /// Whether this is a letter of Hangul, which separates words by spaces.
    var isHangul: Bool {
        switch value {
        case 0x1100...0x11FF, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97F, 0xAC00...0xD7FF,
            0xFFA0...0xFFDC:
            true
        default: false
        }
    }

    /// Whether this is a common character of East Asian Ambiguous width (UAX #11), which is as wide as its neighbours: dashes,
    /// dots, curly quotes, arrows, circled numbers, geometric shapes.
    var isOfAmbiguousWidth: Bool {
        switch value {
        case 0x00B1, 0x00B7, 0x00D7, 0x00F7, 0x2010...0x2027, 0x2030...0x203E, 0x2190...0x21FF, 0x2460...0x24FF,
            0x2500...0x26FF:
            true
        default: false
        }
    }

    /// Whether this is a common letter of Japanese writing; found without a look-up in Unicode's tables.
    var isKanaOrIdeograph: Bool {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
        default: false
        }
    }

    /// Whether this is a common punctuation mark of Japanese writing; found without a look-up in Unicode's tables.
    var isCommonJapanesePunctuation: Bool {
        switch value {
        case 0x3001...0x3003, 0x3008...0x3011, 0x30FB, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F: true
        default: false
        }
    }

    /// Whether this is a variation selector, which selects a form of the scalar before it.
    var isVariationSelector: Bool {
        (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
    }

    /// Whether this is Unicode whitespace (CommonMark 0.30, section 2.1).
    var isMarkdownSpace: Bool {
        switch value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether this is Unicode punctuation (CommonMark 0.30, section 2.1): ASCII punctuation or a general category P.
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
    /// Whether this is a space, tab, line feed, vertical tab, form feed or carriage return.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// This byte with ASCII upper case changed to lower case.
    var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
