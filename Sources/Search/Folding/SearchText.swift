/// Text in the form in which it is searched: words that are the same to a reader have the same UTF-16 code units.
///
/// The steps, in this order:
///
/// 1. NFKC, then NFC, because Foundation's NFKC does not join half-width kana and their voicing marks (Unicode Standard Annex 15).
/// 2. Lower case by the full mapping of Unicode without context. A final sigma becomes a sigma.
/// 3. `・`, invisible characters (general category Cf) and variation selectors are removed.
/// 4. Letters, marks and numbers are kept. Everything else ends a run of them, and so does the end of a line: it becomes a
///    ``separator``. Spaces do so too, except next to a wide character, where they are removed: `A 型` becomes `a型`.
///
/// Several separators become one, and none is at the start or the end. `templates/assets/finder.js/1-text.js` does the same;
/// `Tests/Fixtures/search/normalization.json` tests both.
public struct SearchText: Sendable {
    /// The code unit between two runs.
    public static let separator: UInt16 = 0x20

    /// The UTF-16 code units so far.
    public private(set) var units: [UInt16] = []
    private var start = 0
    private var hasEnd = false
    private var hasBlank = false
    private var isAfterWide = false

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

    /// Starts a text that is independent of the text before it.
    ///
    /// - Returns: The index of its first code unit.
    @discardableResult
    public mutating func beginText() -> Int {
        start = units.count
        hasEnd = false
        hasBlank = false
        isAfterWide = false
        return start
    }

    /// Appends a text.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a text of well-formed UTF-8. O(length).
    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var reader = ScalarReader(text)
        var next = reader.next()
        while let scalar = next {
            let start = reader.start
            next = reader.next()
            let kind = CharacterKind(scalar)
            let isFollowedByPlain = next.map { $0.value < 0x80 || CharacterKind($0) != .other } ?? true
            if kind != .other && isFollowedByPlain {
                take(kind, scalar)
            } else {
                while let other = next, CharacterKind(other) == .other { next = reader.next() }
                takeOthers(text[start..<(next == nil ? text.count : reader.start)])
            }
        }
    }

    private mutating func take(_ kind: CharacterKind, _ scalar: Unicode.Scalar) {
        switch kind {
        case .narrow: keep(scalar.value, isWide: false)
        case .upper: keep(scalar.value | 0x20, isWide: false)
        case .fullWidth: take(CharacterKind(ascii: scalar.value - 0xFEE0), Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case .wide: keep(scalar.value, isWide: true)
        case .blank: hasBlank = true
        case .end: hasEnd = true
        case .dropped, .other: break
        }
    }

    private mutating func keep(_ value: UInt32, isWide: Bool) {
        if hasEnd || hasBlank {
            if units.count > start, hasEnd || !(isWide || isAfterWide) { units.append(Self.separator) }
            hasEnd = false
            hasBlank = false
        }
        if value < 0x10000 {
            units.append(UInt16(truncatingIfNeeded: value))
        } else {
            units.append(UInt16(truncatingIfNeeded: 0xD7C0 + value >> 10))
            units.append(UInt16(truncatingIfNeeded: 0xDC00 | value & 0x3FF))
        }
        isAfterWide = isWide
    }

    /// Appends characters that may have a compatibility form, with the character before them, which they may join.
    private mutating func takeOthers(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        for scalar in CompatibilityForm.lowercased(text) {
            if let kind = CharacterKind(normalized: scalar) {
                take(kind, scalar)
            } else {
                keep(scalar.value, isWide: CharacterKind.isWide(scalar.value))
            }
        }
    }
}
