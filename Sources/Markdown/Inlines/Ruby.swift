/// Ruby: a base with its reading, such as `{漢字|かんじ}`.
///
/// Grammar:
/// ```
/// ruby    = "{" base ("|" reading)+ "}"
/// base    = reading = characters of one line other than { } | \ & < > [ ] * _ `, without spaces at its ends
/// ```
/// The base or a reading must hold a CJK character, so that `{yes|no}` is not ruby. One reading belongs to the whole base;
/// several readings belong to the characters of the base one by one.
struct Ruby {
    enum Match {
        /// There is no ruby here.
        case none
        /// The form is that of ruby, but the number of readings does not fit the base.
        case mismatch(end: Int, characters: Int, readings: Int)
        case ruby(Ruby)
    }

    /// The ranges of the parts of the base, each with the range of its reading.
    let pairs: [(base: Range<Int>, reading: Range<Int>)]
    /// The offset after `}`.
    let end: Int

    /// Matches ruby that starts at a `{` and ends before `limit`.
    static func match(in bytes: [UInt8], at start: Int, limit: Int) -> Match {
        guard let parts = parts(in: bytes, at: start, limit: limit), parts.count > 1 else { return .none }
        guard parts.contains(where: { hasCJK(bytes, $0) }), !parts.contains(where: { hasSpaceAtEnds(bytes, $0) })
        else { return .none }
        let end = parts[parts.count - 1].upperBound + 1
        let base = parts[0]
        let readings = parts.dropFirst()
        let characters = characters(bytes, base)
        let isWhole = readings.count == 1
        guard !parts.contains(where: \.isEmpty), isWhole || readings.count == characters.count else {
            return .mismatch(end: end, characters: characters.count, readings: readings.count)
        }
        let bases = isWhole ? [base] : characters
        return .ruby(Ruby(pairs: zip(bases, readings).map { (base: $0, reading: $1) }, end: end))
    }

    /// The ranges of the base and the readings; nil if they hold a character that is not allowed.
    private static func parts(in bytes: [UInt8], at start: Int, limit: Int) -> [Range<Int>]? {
        var parts: [Range<Int>] = []
        var partStart = start + 1
        for index in start + 1..<max(limit, start + 1) {
            switch bytes[index] {
            case UInt8(ascii: "|"):
                parts.append(partStart..<index)
                partStart = index + 1
            case UInt8(ascii: "}"): return parts + [partStart..<index]
            case 0..<0x20, UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
                return nil
            default: break
            }
        }
        return nil
    }

    private static func hasSpaceAtEnds(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
        bytes[part].first == 0x20 || bytes[part].last == 0x20
    }

    private static func hasCJK(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
        String(decoding: bytes[part], as: UTF8.self).unicodeScalars.contains { $0.isCJK }
    }

    private static func characters(_ bytes: [UInt8], _ part: Range<Int>) -> [Range<Int>] {
        var start = part.lowerBound
        return String(decoding: bytes[part], as: UTF8.self).map { character in
            let end = min(start + character.utf8.count, part.upperBound)
            defer { start = end }
            return start..<end
        }
    }
}
