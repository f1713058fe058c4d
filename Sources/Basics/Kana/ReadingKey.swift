import Foundation

/// A sort key that puts readings in kana into 五十音 order (JIS X 4061).
///
/// Two readings are compared as a whole by the first of these steps in which they differ:
/// 1. the letters, voiced as unvoiced, small as full-sized, katakana as hiragana, a long vowel mark as the vowel that it
///    lengthens, an iteration mark as the letter that it repeats;
/// 2. unvoiced before voiced before half-voiced;
/// 3. the long vowel mark before small letters before iteration marks before full-sized letters;
/// 4. hiragana before katakana.
///
/// White space and symbols are ignored. Digits and other letters precede kana. Create each key once and sort by the keys.
///
/// It is our own code, because Foundation's comparison depends on the version of its Unicode tables and is not JIS X 4061.
public struct ReadingKey: Sendable, Hashable, Comparable {
    private var letters: [UInt32] = []
    private var voices: [UInt8] = []
    private var forms: [UInt8] = []
    private var scripts: [UInt8] = []

    /// Creates the key of a reading. O(n).
    public init(_ reading: String) {
        // The decomposition separates voiced letters into letter and mark, and makes half-width katakana full-width.
        for scalar in reading.decomposedStringWithCompatibilityMapping.unicodeScalars { append(scalar) }
    }

    /// The row of the kana table that contains the first letter; nil if the reading does not start with a kana.
    public var row: KanaRow? {
        letters.first.flatMap(KanaRow.init(letter:))
    }

    public static func < (left: Self, right: Self) -> Bool {
        if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
        if left.voices != right.voices { return left.voices.lexicographicallyPrecedes(right.voices) }
        if left.forms != right.forms { return left.forms.lexicographicallyPrecedes(right.forms) }
        return left.scripts.lexicographicallyPrecedes(right.scripts)
    }

    private enum Form {
        static let long: UInt8 = 0
        static let small: UInt8 = 1
        static let iteration: UInt8 = 2
        static let full: UInt8 = 3
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        let isKatakana = (0x30A1...0x30FF).contains(scalar.value) && scalar.value != 0x30FC
        let value = isKatakana && scalar.value != 0x30FB ? scalar.value - 0x60 : scalar.value
        switch value {
        case 0x3099, 0x309A:
            if !voices.isEmpty { voices[voices.count - 1] = UInt8(value - 0x3098) }
        case 0x30FC:
            let vowel = letters.last.flatMap(Self.vowel)
            append(vowel ?? value, vowel == nil ? Form.full : Form.long, isKatakana: false)
        case 0x309D: append(letters.last ?? value, Form.iteration, isKatakana: isKatakana)
        case 0x3041...0x3096:
            let full = Self.fullSized(value)
            append(full, full == value ? Form.full : Form.small, isKatakana: isKatakana)
        default:
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                append(value, Form.full, isKatakana: false)
            }
        }
    }

    private mutating func append(_ letter: UInt32, _ form: UInt8, isKatakana: Bool) {
        letters.append(letter)
        voices.append(0)
        forms.append(form)
        scripts.append(isKatakana ? 1 : 0)
    }

    /// The full-sized form of a letter, あ for ぁ. Most small letters directly precede it in Unicode.
    private static func fullSized(_ letter: UInt32) -> UInt32 {
        switch letter {
        case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E: letter + 1
        case 0x3095: 0x304B
        case 0x3096: 0x3051
        default: letter
        }
    }

    /// The vowel that a long vowel mark after a letter lengthens.
    private static func vowel(of letter: UInt32) -> UInt32? {
        let column = columns.firstIndex { $0.contains(letter) }
        return column.map { 0x3042 + 2 * UInt32($0) }
    }

    /// The letters of each vowel, あ to お.
    private static let columns: [Set<UInt32>] = [
        "あかさたなはまやらわ", "いきしちにひみりゐ", "うくすつぬふむゆる", "えけせてねへめれゑ", "おこそとのほもよろを",
    ].map { Set($0.unicodeScalars.map(\.value)) }
}

extension ReadingKey {
    /// Whether a text is a reading that 五十音 order can sort: kana, with spaces, middle dots and marks after the first letter. O(n).
    package static func isReading(_ text: String) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        guard let first = scalars.next(), isLetter(first) else { return false }
        while let scalar = scalars.next() {
            guard isLetter(scalar) || " 　・ーゝゞヽヾ゙゚".unicodeScalars.contains(scalar) else { return false }
        }
        return true
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x3096).contains(scalar.value) || (0x30A1...0x30FA).contains(scalar.value)
    }
}
