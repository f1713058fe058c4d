/// For each character, its kind and whether it is special, so that reading a text classifies each character in one step.
///
/// A special character has another form, or may change the ones before it.
final class CharacterTable: Sendable {
    static let shared = CharacterTable()

    /// The entry of a character whose kind needs the tables of Unicode. It is the only entry with that kind.
    static let other = CharacterKind.other.rawValue
    /// The entry of kana or kanji that are kept as they are.
    static let plainWide = CharacterKind.wide.rawValue
    private static let special: UInt8 = 0x80

    /// The entries of the characters of the basic plane: the kind, and the highest bit if the character is special.
    private let entries: [UInt8]

    private init() {
        var entries = [UInt8](repeating: Self.other, count: 0x10000)
        for range in CharacterKind.known {
            for value in range { entries[Int(value)] = Unicode.Scalar(value).map { CharacterKind($0).rawValue } ?? Self.other }
        }
        // ァ ィ ェ ォ ケ ュ ヴ ヵ ヶ 月 所 国 年 条
        let kana: [UInt32] = [0x30A1, 0x30A3, 0x30A7, 0x30A9, 0x30B1, 0x30E5, 0x30F4, 0x30F5, 0x30F6]
        let counted: [UInt32] = [0x6708, 0x6240, 0x56FD, 0x5E74, 0x6761]
        for value in kana + counted + KanjiForms.all where value < 0x10000 && entries[Int(value)] != Self.other {
            entries[Int(value)] |= Self.special
        }
        self.entries = entries
    }

    /// Calls a closure with the entries of all characters of the basic plane.
    @inline(__always)
    func withEntries(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        entries.withUnsafeBufferPointer(body)
    }

    /// Returns the entry of a character, or that of a sign for the end of a text.
    @inline(__always)
    static func entry(of scalar: Unicode.Scalar?, in entries: UnsafeBufferPointer<UInt8>) -> UInt8 {
        guard let scalar else { return CharacterKind.end.rawValue }
        return scalar.value < 0x10000 ? entries[Int(scalar.value)] : other
    }

    /// Whether a character that is kept is special, or may be.
    @inline(__always)
    func isSpecial(_ value: UInt32) -> Bool {
        guard value < 0xA000 else { return value >= 0xF900 }
        return entries[Int(value)] & Self.special != 0
    }
}
