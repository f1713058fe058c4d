/// A character that readers cannot see, or that they take for another one.
///
/// This is the only list of such characters: reports, fixes, the comparison of names and the search use it.
package struct SuspectCharacter: Sendable, Hashable {
    /// What is wrong with a character.
    package enum Kind: Sendable, Hashable {
        /// It has no width: U+200B, U+200E, U+FEFF, U+00AD.
        case invisible
        /// It changes the order of the text around it: U+202E, U+2066.
        case direction
        /// It is a control character.
        case control
        /// It ends a line or a paragraph outside Markdown: U+2028, U+000B.
        case lineBreak
        /// It looks like a space, but is not the usual one: U+00A0.
        case noBreakSpace
        /// It is a symbol that looks like a kanji: U+2ED1.
        case radical
        /// It is a dash in a word in katakana, where `ー` is meant.
        case dash
        /// It stands for a character that was lost: U+FFFD.
        case replacement
    }

    package let scalar: Unicode.Scalar
    package let kind: Kind

    package init(scalar: Unicode.Scalar, kind: Kind) {
        self.scalar = scalar
        self.kind = kind
    }

    /// What to write instead; empty if the character is to be removed, nil if what was meant is lost.
    package var meant: String? {
        switch kind {
        case .invisible, .direction: ""
        case .control: scalar == "\t" ? " " : ""
        case .lineBreak: scalar.value == 0x2029 ? "\n\n" : "\n"
        case .noBreakSpace: " "
        case .radical: CJKRadicals.kanji(of: scalar).map { String($0) }
        case .dash: "ー"
        case .replacement: nil
        }
    }

    /// Whether it is an error: it breaks feeds, tables or the order of a page.
    package var isUnsafe: Bool {
        switch kind {
        case .control, .lineBreak, .direction: true
        case .invisible, .noBreakSpace, .radical, .dash, .replacement: false
        }
    }

    // MARK: Classes

    /// Whether a scalar from U+0080 on may be a suspect character, whatever is around it.
    @inline(__always)
    package static func isPossible(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0xA0, 0xAD, 0x61C, 0x180E, 0x2007, 0x200B...0x2015, 0x2028...0x202F, 0x2060...0x206F, 0x2212, 0x2500,
            0x2E80...0x2FD5, 0xFEFF, 0xFF0D, 0xFFFD:
            true
        default: false
        }
    }

    /// Whether a scalar has no width and no meaning between Japanese characters.
    package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0xFEFF: true
        default: false
        }
    }

    /// Whether a scalar changes the direction of the text around it (UAX #9, section 2).
    package static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether a scalar is a dash or minus sign that is typed for `ー`.
    package static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0x2500, 0xFF0D: true
        default: false
        }
    }

    /// Whether a scalar is one of the wave dashes that look the same: Macs type `〜`, Windows types `～`.
    package static func isWaveDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x301C || scalar.value == 0xFF5E || scalar.value == 0x223C || scalar.value == 0x223E
    }

    /// Whether a scalar is a letter of katakana or `ー`.
    package static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF, 0xFF66...0xFF9D: true
        default: false
        }
    }
}

extension SuspectCharacter {
    /// Returns what is wrong with a scalar between two others; nil if nothing is.
    ///
    /// Joiners in emoji and in scripts that need them, direction marks next to letters that run from right to left, and dashes
    /// outside words in katakana are right. So are variation selectors: `葛󠄀` is a name.
    package init?(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?) {
        let kind: Kind
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: return nil
        case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: kind = .lineBreak
        case 0..<0x20, 0x7F..<0xA0: kind = .control
        case 0xA0, 0x2007, 0x202F: kind = .noBreakSpace
        case 0xFFFD: kind = .replacement
        case 0x2E80...0x2FD5:
            guard CJKRadicals.kanji(of: scalar) != nil else { return nil }
            kind = .radical
        case _ where Self.isDash(scalar):
            guard let previous, let next, Self.canLengthen(previous), Self.isKatakana(next), next != "ー" else { return nil }
            kind = .dash
        case _ where Self.isDirectionMark(scalar):
            // Left-to-right marks and right-to-left marks belong to Hebrew and Arabic text.
            let isMark = scalar.value < 0x2028
            if isMark, [previous, next].contains(where: { $0.map(Self.isRightToLeft) ?? false }) { return nil }
            kind = isMark ? .invisible : .direction
        case _ where Self.isInvisible(scalar):
            if scalar.value == 0x200C || scalar.value == 0x200D, let previous, Self.mayJoin(previous) { return nil }
            kind = .invisible
        default: return nil
        }
        self.init(scalar: scalar, kind: kind)
    }

    /// Whether `ー` can follow: after a letter of katakana other than `ン` and `ッ`.
    private static func canLengthen(_ scalar: Unicode.Scalar) -> Bool {
        isKatakana(scalar) && !"ンッーｯﾝｰヽヾ".unicodeScalars.contains(scalar)
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Whether a joiner after a scalar has a meaning: emoji, and the scripts from Hebrew to Myanmar.
    private static func mayJoin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x109F, 0x1780...0x18AF: true
        case 0xFE0F, 0x20E3: true
        case 0x2190...: scalar.properties.isEmoji || scalar.properties.isEmojiModifier
        default: false
        }
    }
}

extension SuspectCharacter {
    /// A suspect character in a text.
    package struct Found: Sendable, Hashable {
        package let character: SuspectCharacter
        /// The range in bytes.
        package let bytes: Range<Int>
    }

    /// Returns the suspect characters in a range of valid UTF-8, in order. U+0000 is not among them. O(length).
    package static func find(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Found] {
        var found: [Found] = []
        var index = range.lowerBound
        var previous = index
        while index < range.upperBound {
            let start = index
            let lead = bytes[index]
            index = min(index + length(of: lead), range.upperBound)
            defer { previous = start }
            // Kana and kanji, which are nearly all of a Japanese text, are never suspect, and nor is printable ASCII.
            if lead >= 0xE4 && lead <= 0xEE || lead >= 0x20 && lead < 0x7F || lead == 0x0A { continue }
            guard let scalar = scalar(bytes, start..<index), scalar.value != 0,
                scalar.value < 0x80 || isPossible(scalar.value)
            else { continue }
            let before = start > range.lowerBound ? self.scalar(bytes, previous..<start) : nil
            let after =
                index < range.upperBound
                ? self.scalar(bytes, index..<min(index + length(of: bytes[index]), range.upperBound)) : nil
            guard let character = SuspectCharacter(scalar, after: before, before: after) else { continue }
            found.append(Found(character: character, bytes: start..<index))
        }
        return found
    }

    @inline(__always)
    private static func length(of lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
        guard let lead = bytes[range].first else { return nil }
        // The bits of a lead byte that belong to the value (Unicode 15.0, table 3-6).
        let mask: UInt8 = lead < 0x80 ? 0x7F : lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07
        return Unicode.Scalar(bytes[range].dropFirst().reduce(UInt32(lead & mask)) { $0 << 6 | UInt32($1 & 0x3F) })
    }

    /// Returns a text with what is meant instead of the suspect characters, except those that are errors.
    package static func corrected(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer { find(in: $0, 0..<$0.count) }
        guard !found.isEmpty else { return text }
        var result: [UInt8] = []
        var offset = 0
        for suspect in found where !suspect.character.isUnsafe {
            guard let meant = suspect.character.meant else { continue }
            result += bytes[offset..<suspect.bytes.lowerBound] + Array(meant.utf8)
            offset = suspect.bytes.upperBound
        }
        return String(decoding: result + bytes[offset...], as: UTF8.self)
    }
}
