import Foundation

/// A sort key that puts names in Latin letters into alphabetical order, word by word: `leaf mould` before `leaflet`.
///
/// Case, diacritics and punctuation make no difference, unless two names differ in nothing else. Digits come before letters, and
/// letters of other scripts after the Latin ones. Create each key once and sort by the keys.
///
/// It is our own code, because Foundation's comparison depends on the version of its tables and on the locale.
package struct LetterKey: Sendable, Hashable, Comparable {
    /// The folded letters and digits, with one space between words.
    private let letters: [UInt32]
    private let name: String

    /// Creates the key of a name. O(n).
    package init(_ name: String) {
        self.name = name
        var letters: [UInt32] = []
        var endsWord = false
        for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark || Self.apostrophes.contains(scalar) { continue }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                endsWord = !letters.isEmpty
                continue
            }
            if endsWord { letters.append(0x20) }
            endsWord = false
            letters += Self.spelledOut[scalar] ?? [scalar.value]
        }
        self.letters = letters
    }

    /// The first letter, as the heading of an index: `A`; nil if the name starts with a digit, a kanji or kana, or has no letter.
    package var initial: String? {
        guard let first = letters.first, first < 0x2E80, let scalar = Unicode.Scalar(first), scalar.properties.isAlphabetic
        else { return nil }
        return scalar.properties.uppercaseMapping
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.letters == right.letters
            ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
            : left.letters.lexicographicallyPrecedes(right.letters)
    }

    /// Sorts elements by their names and groups them by their initials.
    ///
    /// The last group, with a nil initial, has the elements whose names start with no letter. Elements with equal names keep their
    /// order. O(n log n).
    package static func divide<Element>(
        _ elements: [Element], by name: (Element) -> String
    ) -> [(initial: String?, elements: [Element])] {
        let sorted = elements.enumerated().map { (key: LetterKey(name($1)), index: $0, element: $1) }
            .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
        var groups: [(initial: String?, elements: [Element])] = []
        for entry in sorted where entry.key.initial != nil {
            if groups.last?.initial != entry.key.initial { groups.append((entry.key.initial, [])) }
            groups[groups.count - 1].elements.append(entry.element)
        }
        let others = sorted.filter { $0.key.initial == nil }.map(\.element)
        return others.isEmpty ? groups : groups + [(nil, others)]
    }

    /// Marks inside a word.
    private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{02BC}"]

    /// Letters that no decomposition separates.
    private static let spelledOut: [Unicode.Scalar: [UInt32]] = Dictionary(
        uniqueKeysWithValues: [
            ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ħ", "h"),
            ("ı", "i"), ("ŋ", "n"),
        ].map { ($0, $1.unicodeScalars.map(\.value)) })
}
