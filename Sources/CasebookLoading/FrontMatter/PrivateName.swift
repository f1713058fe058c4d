import Diagnostics
import Foundation

/// A line that may start with the key `private`, in whatever way it is written.
///
/// Before the name, anything but letters is passed over: spaces of any width, quotation marks, `?`, `{`, bullets. In the name, only
/// letters, digits, `-` and `_` count, in half-width lower case; Cyrillic and Greek letters count as the Latin ones that look like
/// them. So `ｐｒｉｖａｔｅ：`, `"Private" :`, `? private` and `p\u{200B}rivate:` have the same name.
struct PrivateName {
    /// What kind of `private` a name is.
    enum Match {
        /// The name itself, or the Japanese word for it.
        case exact
        /// A name that starts with it, such as `private_notes`, or that is a spelling mistake away from it.
        case near
    }

    /// The letters of the name.
    private(set) var name = ""
    /// The letters up to the first character that is none.
    private var word = ""
    private var isInWord = true
    /// The range of the name in the file; everything up to the end of the line if there is no colon.
    private(set) var key: Range<Int>
    /// The range of the colon of any width.
    private(set) var colon: Range<Int>?
    /// Whether there are only spaces and quotation marks before the name.
    private(set) var isAlone = true

    /// The Japanese words that people write for the key.
    private static let words = ["非公開", "非公表", "公開しない", "プライベート", "ひこうかい"]
    /// The length in bytes above which a name is something else.
    private static let limit = 200

    /// Reads the start of a line.
    ///
    /// - Parameter line: The range of the line in a text of valid UTF-8.
    init(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        let end = min(line.upperBound, line.lowerBound + Self.limit)
        var offset = line.lowerBound
        var start: Int?
        var last = line.lowerBound
        for character in String(decoding: bytes[line.lowerBound..<end], as: UTF8.self) {
            let length = character.utf8.count
            defer { offset += length }
            // One byte is its own compatibility form, and the general way to find that out is slow.
            let form = length == 1 ? String(character) : String(character).precomposedStringWithCompatibilityMapping
            for scalar in form.lowercased().unicodeScalars {
                if start != nil, colon == nil, scalar == ":" || scalar == "∶" { colon = offset..<offset + length }
                guard colon == nil else { break }
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "ー" {
                    name.unicodeScalars.append(Self.latin[scalar] ?? scalar)
                    if isInWord { word.unicodeScalars.append(Self.latin[scalar] ?? scalar) }
                    if start == nil { start = offset }
                    last = offset + length
                } else if start != nil {
                    if scalar == "-" || scalar == "_" { name.unicodeScalars.append(scalar) }
                    if scalar.properties.generalCategory != .format { isInWord = false }
                } else if !Self.isPassedOver(scalar) {
                    isAlone = false
                }
            }
            if colon != nil { break }
        }
        key = (start ?? line.lowerBound)..<last
    }

    /// What kind of `private` the name is; `nil` if it is something else.
    var match: Match? {
        if name == FrontMatterParser.privateKey || Self.words.contains(name) { return .exact }
        let isLonger = name.hasPrefix(FrontMatterParser.privateKey) || Self.words.contains { name.hasPrefix($0) }
        if isLonger { return .near }
        return isNear(word) || colon != nil && isNear(name) ? .near : nil
    }

    private func isNear(_ name: String) -> Bool {
        (4...16).contains(name.utf8.count) && !nearest(to: name, among: [FrontMatterParser.privateKey]).isEmpty
    }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .control, .spaceSeparator, .nonspacingMark, .initialPunctuation, .finalPunctuation: true
        default: scalar == "'" || scalar == "\"" || scalar == "「" || scalar == "」" || scalar.properties.isWhitespace
        }
    }

    /// Letters of other scripts that look like those of the name.
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "α": "a", "е": "e", "ε": "e", "і": "i", "ι": "i", "р": "p", "ρ": "p", "г": "r", "т": "t", "τ": "t", "ѵ": "v",
        "ν": "v",
    ]
}
