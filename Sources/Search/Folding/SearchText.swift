import Basics

/// Text in the form in which it is searched: words that are the same to a reader have the same UTF-16 code units.
///
/// The steps, in this order:
///
/// 1. NFKC, then NFC, because Foundation's NFKC does not join half-width kana and their voicing marks (Unicode Standard Annex 15).
///    Radicals from PDFs become the kanji that they look like.
/// 2. Accents on the letters a to z are removed (`café`). Lower case by the full mapping of Unicode without context. A final sigma becomes
///    a sigma.
/// 3. `・`, invisible characters (general category Cf) and variation selectors are removed.
/// 4. Letters, marks and numbers are kept. Everything else ends a run of them, and so does the end of a line: it becomes a
///    ``separator``. Spaces do so too, except next to a wide character or between a letter and a digit, where they are removed:
///    `A 型` becomes `a型`, `Windows 11` `windows11`.
/// 5. A single sign may belong to a word. A hyphen after a letter is removed (`Wi-Fi`, `e-ラーニング`), and so is the comma of
///    thousands (`1,000`). Between katakana, a hyphen, a minus sign or a dash is `ー` (`コ−ヒ−`).
/// 6. Characters with several forms get one: kanji (``KanjiForms``), the counter `か` (`3ヶ月`, `３カ月`, `三箇所`), `ウェ` (`ウエ`), `ヴァ` (`バ`).
///
/// Several separators become one, and none is at the start or the end. `templates/assets/finder.js/1-text.js` does the same;
/// `Tests/Fixtures/search/normalization.json` tests both.
public struct SearchText: Sendable {
    /// The code unit between two runs.
    public static let separator: UInt16 = 0x20

    /// What is between the last character that was kept and the next one.
    private struct Gap: OptionSet {
        let rawValue: UInt8

        static let end = Gap(rawValue: 1)
        static let blank = Gap(rawValue: 2)
        /// A single sign: a hyphen or a minus sign.
        static let hyphen = Gap(rawValue: 4)
        /// A single dash.
        static let dash = Gap(rawValue: 8)
        /// A single comma.
        static let comma = Gap(rawValue: 16)
    }

    /// What the next character may change.
    private enum Open {
        case nothing
        /// The last unit is `ブ` for `ヴ`.
        case voicedU
        /// The last unit is `ケ` after a kanji or a digit.
        case counter
        /// The digits after a comma, with the index at which the separator for it is, or was.
        case group(Int)
    }

    /// The UTF-16 code units so far.
    public private(set) var units: [UInt16] = []
    /// The characters so far that are searched in another form (``KanjiForms``), and that form.
    private(set) var forms: [UInt32: UInt32] = [:]
    private var start = 0
    private var gap: Gap = []
    private var isAfterWide = false
    private var open = Open.nothing
    private var isOpen = false
    private let characters = CharacterTable.shared

    /// Creates an empty text.
    public init() {}

    /// Creates the searched form of a text.
    public init(_ text: String) {
        append(text)
    }

    /// Returns the searched form of a text as a string.
    public static func normalized(_ text: String) -> String {
        String(decoding: SearchText(text).units, as: UTF16.self)
    }

    /// Removes all code units and keeps the memory.
    public mutating func removeAll() {
        units.removeAll(keepingCapacity: true)
        beginText()
    }

    /// Returns the characters so far that are searched in another form, and that form, and forgets them.
    mutating func takeForms() -> [UInt32: UInt32] {
        if forms.isEmpty { return [:] }
        defer { forms.removeAll() }
        return forms
    }

    /// Starts a text that is independent of the text before it.
    ///
    /// - Returns: The index of its first code unit.
    @discardableResult
    public mutating func beginText() -> Int {
        start = units.count
        gap = []
        isAfterWide = false
        isOpen = false
        return start
    }

    /// Appends a text.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a text of well-formed UTF-8. O(length).
    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        units.reserveCapacity(units.count + text.count / 3)
        let characters = characters
        characters.withEntries { entries in
            var reader = ScalarReader(text)
            var next = reader.next()
            var nextEntry = CharacterTable.entry(of: next, in: entries)
            while let scalar = next {
                let start = reader.start
                let entry = nextEntry
                next = reader.next()
                nextEntry = CharacterTable.entry(of: next, in: entries)
                if entry == CharacterTable.other || nextEntry == CharacterTable.other {
                    while next != nil, nextEntry == CharacterTable.other {
                        next = reader.next()
                        nextEntry = CharacterTable.entry(of: next, in: entries)
                    }
                    takeOthers(text[start..<(next == nil ? text.count : reader.start)])
                } else if entry == CharacterTable.plainWide, gap.isEmpty, !isOpen {
                    // Most characters of a text. Those that follow are taken together with it.
                    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 64) { run in
                        run[0] = UInt16(truncatingIfNeeded: scalar.value)
                        var count = 1
                        while count < run.count, nextEntry == CharacterTable.plainWide, let scalar = next {
                            let atNext = reader
                            let following = reader.next()
                            let entry = CharacterTable.entry(of: following, in: entries)
                            if entry == CharacterTable.other {
                                // It may join the one before it.
                                reader = atNext
                                break
                            }
                            run[count] = UInt16(truncatingIfNeeded: scalar.value)
                            count += 1
                            (next, nextEntry) = (following, entry)
                        }
                        units.append(contentsOf: UnsafeBufferPointer(rebasing: run[..<count]))
                    }
                    isAfterWide = true
                } else {
                    take(CharacterKind(scalar), scalar)
                }
            }
        }
    }

    private mutating func take(_ kind: CharacterKind, _ scalar: Unicode.Scalar) {
        switch kind {
        case .narrow: keep(scalar.value, isWide: false)
        case .upper: keep(scalar.value | 0x20, isWide: false)
        case .fullWidth: take(CharacterKind(ascii: scalar.value - 0xFEE0), Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case .wide: keep(scalar.value, isWide: true)
        case .blank: gap.insert(.blank)
        case .end: gap.insert(gap.isEmpty ? Self.sign(scalar) : .end)
        case .dropped, .other: break
        }
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Gap {
        switch scalar.value {
        case 0x2D, 0x2010, 0x2212: .hyphen
        case 0x2013...0x2015, 0x2500: .dash
        case 0x2C: .comma
        default: .end
        }
    }

    private mutating func keep(_ value: UInt32, isWide: Bool) {
        if !gap.isEmpty { closeGap(before: value, isWide: isWide) }
        isAfterWide = isWide
        if isOpen || characters.isSpecial(value) {
            keepSpecial(value)
        } else {
            push(value)
        }
    }

    private mutating func push(_ value: UInt32) {
        if value < 0x10000 {
            units.append(UInt16(truncatingIfNeeded: value))
        } else {
            units.append(UInt16(truncatingIfNeeded: 0xD7C0 + value >> 10))
            units.append(UInt16(truncatingIfNeeded: 0xDC00 | value & 0x3FF))
        }
    }

    /// Appends characters that may have a compatibility form, with the character before them, which they may join.
    private mutating func takeOthers(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        for written in CompatibilityForm.lowercased(text) {
            let scalar = (0x2E80...0x2EF3).contains(written.value) ? CJKRadicals.kanji(of: written) ?? written : written
            if scalar != written { forms[written.value] = KanjiForms.searched(scalar.value) }
            if let kind = CharacterKind(normalized: scalar) {
                take(kind, scalar)
            } else {
                keep(scalar.value, isWide: CharacterKind.isWide(scalar.value))
            }
        }
    }
}

// MARK: Words written in several ways

extension SearchText {
    /// Appends what is between two characters: nothing, a separator, or `ー` for a dash in a word in katakana.
    private mutating func closeGap(before value: UInt32, isWide: Bool) {
        let (gap, isAfterGroup) = (gap, isAfterGroup)
        self.gap = []
        isOpen = false
        guard units.count > start else { return }
        let last = units[units.count - 1]
        switch gap {
        case .blank:
            if isWide || isAfterWide || Self.isDigit(UInt32(last)) != Self.isDigit(value) { return }
        case .hyphen:
            if Self.isKatakana(last), Self.isKana(value) { return push(0x30FC) }
            if !isAfterWide, !Self.isDigit(UInt32(last)) || !isWide && !Self.isDigit(value) { return }
        case .dash:
            if Self.isKatakana(last), Self.isKana(value), !Self.isHiragana(value) { return push(0x30FC) }
        case .comma:
            var digits = 0
            while digits < 4, units.count - digits > start, Self.isDigit(UInt32(units[units.count - 1 - digits])) {
                digits += 1
            }
            if isAfterGroup || (1...3).contains(digits), Self.isDigit(value) {
                open = .group(units.count)
                isOpen = true
            }
        default: break
        }
        units.append(Self.separator)
    }

    /// Appends a character that has another form, or that changes the ones before it.
    private mutating func keepSpecial(_ value: UInt32) {
        let wasOpen = isOpen ? open : .nothing
        isOpen = false
        let written = value
        let value = KanjiForms.searched(value)
        if value != written { forms[written] = value }
        let last = units.count > start ? units[units.count - 1] : Self.separator
        switch wasOpen {
        case .group(let comma): return keepInGroup(value, comma: comma)
        case .voicedU:
            if let syllable = Self.voiced[value] {
                units[units.count - 1] = syllable
                if value != 0x30E5 { return }
            }
        case .counter where Self.isKanji(value): units[units.count - 1] = Self.counter
        case .counter, .nothing: break
        }
        switch value {
        case 0x30F5, 0x30F6: units.append(Self.counter)
        case 0x30F4:
            units.append(0x30D6)
            (open, isOpen) = (.voicedU, true)
        case 0x30A3, 0x30A7, 0x30A9: push(last == 0x30A6 ? value + 1 : value)
        case 0x30B1:
            units.append(0x30B1)
            if Self.isKanji(UInt32(last)) || Self.isDigit(UInt32(last)) { (open, isOpen) = (.counter, true) }
        case 0x6708, 0x6240, 0x56FD, 0x5E74, 0x6761:
            if isCounter(last) { units[units.count - 1] = Self.counter }
            push(value)
        default: push(value)
        }
    }

    /// Appends a character after a comma between digits. The separator for the comma is removed if exactly three digits follow it.
    private mutating func keepInGroup(_ value: UInt32, comma: Int) {
        guard Self.isDigit(value) else {
            return keepSpecial(value)
        }
        push(value)
        (open, isOpen) = (.group(comma), true)
        if units[comma] == Self.separator {
            if units.count - comma == 4 { units.remove(at: comma) }
        } else if units.count - comma == 4 {
            units.insert(Self.separator, at: comma)
            isOpen = false
        }
    }

    /// Whether three digits and no more are after the last comma between digits.
    private var isAfterGroup: Bool {
        guard isOpen, case .group(let comma) = open else { return false }
        return units.count - comma == 3 && units[comma] != Self.separator
    }

    /// Whether a unit before `月` or `所` counts them: `カ` or `ケ` that does not end a word in katakana, `箇` or `个`.
    private func isCounter(_ last: UInt16) -> Bool {
        switch last {
        case 0x7B87, 0x4E2A: true
        case 0x30AB, 0x30B1: units.count - start < 2 || !Self.isKatakana(units[units.count - 2])
        default: false
        }
    }

    /// `か`
    private static let counter: UInt16 = 0x304B
    /// The syllable for `ヴ` with each small vowel.
    private static let voiced: [UInt32: UInt16] = [
        0x30A1: 0x30D0, 0x30A3: 0x30D3, 0x30A7: 0x30D9, 0x30A9: 0x30DC, 0x30E5: 0x30D3,
    ]

    private static func isDigit(_ value: UInt32) -> Bool { 0x30...0x39 ~= value }
    private static func isHiragana(_ value: UInt32) -> Bool { 0x3041...0x3096 ~= value }
    private static func isKatakana(_ unit: UInt16) -> Bool { 0x30A1...0x30FA ~= unit || unit == 0x30FC }
    private static func isKana(_ value: UInt32) -> Bool { isHiragana(value) || 0x30A1...0x30FA ~= value || value == 0x30FC }
    private static func isKanji(_ value: UInt32) -> Bool { 0x3400...0x4DBF ~= value || 0x4E00...0x9FFF ~= value }
}
