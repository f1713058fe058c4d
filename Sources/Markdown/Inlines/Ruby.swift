/// A reading beside its base: `{漢字|かんじ}`.
///
/// Grammar: `"{" base ("|" reading)+ "}"`. Base and readings are characters of one line other than `{ } | \ & < > [ ] * _ `` ` ``,
/// without blanks at their ends. One of them must hold a CJK character, so that `{yes|no}` is no ruby. One reading goes with
/// the whole base; several pair with its characters one by one.
struct Ruby {
    enum Match {
        /// No ruby stands here.
        case none
        /// The form is that of ruby, but the readings do not fit the base.
        case mismatch(end: Int, characters: Int, readings: Int)
        case ruby(Ruby)
    }

    /// The stretches of the base, each with its reading.
    let pairs: [(base: Range<Int>, reading: Range<Int>)]
    /// The offset after `}`.
    let end: Int

    /// Looks for ruby at a `{`, to be closed before `limit`.
    static func match(in bytes: [UInt8], at start: Int, limit: Int) -> Match {
        guard let parts = parts(in: bytes, at: start, limit: limit), parts.count > 1 else { return .none }
        guard parts.contains(where: { hasCJK(bytes, $0) }), !parts.contains(where: { hasBlankEnds(bytes, $0) })
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

    /// The parts between `{`, `|` and `}`; nil where a sign stands that they cannot hold.
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

    private static func hasBlankEnds(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
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
