/// A text whose kanji get readings: its characters, and where a reading may not reach across.
///
/// Offsets count Unicode scalars.
public struct ReadableText: Sendable {
    /// The characters.
    public private(set) var scalars: [UInt32] = []
    /// The characters as words are compared: letters and digits in half width, kanji instead of the radicals that look like them.
    private(set) var folded: [UInt32] = []
    private var marks: [UInt8] = []
    private var isAtBoundary = false

    private enum Mark {
        /// No word reaches from the character before to this one.
        static let boundary: UInt8 = 1
        /// The character has its reading, or needs none.
        static let read: UInt8 = 2
    }

    /// Creates an empty text.
    public init() {}

    /// Creates a text without boundaries.
    public init(_ text: String) {
        append(text)
    }

    /// Appends characters.
    ///
    /// - Parameters:
    ///   - text: The characters.
    ///   - isRead: Whether they have their reading already, as those of `{漢字|かんじ}`.
    public mutating func append(_ text: some StringProtocol, isRead: Bool = false) {
        for scalar in text.unicodeScalars { append(scalar.value, isRead: isRead) }
    }

    /// Ends a part of the text: words do not reach across, but what comes before and after a word is looked for there too.
    public mutating func appendBoundary() {
        isAtBoundary = true
    }

    /// Removes all characters, and keeps the memory for others.
    package mutating func removeAll() {
        scalars.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        isAtBoundary = false
    }

    /// Appends a character.
    package mutating func append(_ scalar: UInt32, isRead: Bool) {
        scalars.append(scalar)
        folded.append(Self.folded(scalar))
        marks.append((isAtBoundary ? Mark.boundary : 0) | (isRead ? Mark.read : 0))
        isAtBoundary = false
    }

    /// The number of characters.
    public var count: Int { scalars.count }

    /// Whether there is a kanji that has no reading yet.
    public var needsReadings: Bool { scalars.indices.contains { scalars[$0].isKanji && !isRead($0) } }

    package func isBoundary(_ index: Int) -> Bool { marks[index] & Mark.boundary != 0 }

    package func isRead(_ index: Int) -> Bool { marks[index] & Mark.read != 0 }

    /// The characters in a range.
    public func string(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for value in scalars[range] { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        return String(text)
    }

    static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        case 0x2E80...0x2FDF:
            Unicode.Scalar(scalar).flatMap(CJKRadicals.kanji(of:))?.value ?? scalar
        default: scalar
        }
    }
}

extension ReadableText {
    /// How many bytes of UTF-8 the characters in a range take.
    package func byteCount(_ range: Range<Int>) -> Int {
        scalars[range].reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 < 0x800 ? 2 : $1 < 0x10000 ? 3 : 4) }
    }
}

extension UInt32 {
    /// Whether a scalar is a kanji, a sign for one (々, 〆, 〇), or chooses the form of one.
    @inlinable package var isKanji: Bool {
        switch self {
        case 0x4E00...0x9FFF, 0x3005...0x3007, 0x303B, 0x3400...0x4DBF, 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
            0xFE00...0xFE0F, 0xE0100...0xE01EF:
            true
        default: false
        }
    }

    /// Whether a scalar is hiragana.
    @inlinable package var isHiragana: Bool { (0x3041...0x309F).contains(self) }

    /// Whether a scalar is katakana or the mark of a long vowel. The middle dot is none.
    @inlinable package var isKatakana: Bool { (0x30A1...0x30FF).contains(self) && self != 0x30FB }

    /// Whether a folded scalar is a Latin letter.
    @inlinable package var isLatin: Bool {
        (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || (0xC0...0x24F).contains(self)
    }

    /// Whether a folded scalar is a digit.
    @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }

    /// The hiragana of a katakana; every other scalar is unchanged.
    @inlinable package var asHiragana: UInt32 { (0x30A1...0x30F6).contains(self) ? self - 0x60 : self }
}
