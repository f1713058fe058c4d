/// A word with its reading, and what stands before and after it: what a row of `readings.csv` says.
///
/// Grammar of the word as it is written:
/// ```
/// word    = [before] core [after]
/// before  = "～" / "（" words "）"      ; directly after a kanji, katakana, letter or digit / after one of these
/// after   = "～" / "（" words "）"      ; directly before one / before one of these
/// words   = text *("・" text)
/// core    = 1*(kanji / kana / letter / digit)   ; with a kanji
/// ```
/// A core of a single kanji is found only where no kanji is next to it, on the sides about which nothing is said, and where no
/// okurigana follow. A core of one kanji with okurigana is not found after a kanji.
public struct ReadingPattern: Sendable {
    /// Why a word with its reading is no pattern.
    public enum Mistake: Error, Sendable, Hashable {
        /// Brackets that are not in pairs, or not at an end; `～` inside the word; nothing in brackets.
        case notation
        /// The word has no kanji.
        case noKanji
        /// The word has a character that is neither a kanji, kana, a letter nor a digit.
        case unfit(Character)
        /// The kana of the word are not those of the reading.
        case okurigana
    }

    enum Side: Sendable, Hashable {
        case anything
        /// A kanji, katakana, letter or digit.
        case joined
        case texts([[UInt32]])

        /// How much is said.
        var length: Int {
            switch self {
            case .anything: 0
            case .joined: 1
            case .texts(let texts): 1 + (texts.map(\.count).max() ?? 0)
            }
        }
    }

    /// The word without what stands before and after it.
    public let core: String
    /// The reading of the word.
    public let reading: String
    let scalars: [UInt32]
    let before: Side
    let after: Side
    /// The ranges of the word that get a reading, with it: okurigana are outside.
    let parts: [(range: Range<Int>, reading: String)]

    /// Whether the word has no kana, so that it can be a part of another word: ～者, but not ～向け.
    var isAffix: Bool { !scalars.contains(where: \.isHiragana) }

    /// Whether something is said about what stands before or after the word.
    public var hasContext: Bool { before != .anything || after != .anything }

    /// Reads a word and its reading.
    public static func read(_ word: String, reading: String) -> Result<ReadingPattern, Mistake> {
        var rest = Substring(word)
        guard let before = side(of: &rest, isBefore: true), let after = side(of: &rest, isBefore: false) else {
            return .failure(.notation)
        }
        if rest.contains(where: { "（）()～〜".contains($0) }) { return .failure(.notation) }
        let scalars = rest.unicodeScalars.map { ReadableText.folded($0.value) }
        for character in rest {
            guard let scalar = character.unicodeScalars.first.map({ ReadableText.folded($0.value) }),
                scalar.isKanji || scalar.isHiragana || scalar.isKatakana || scalar.isLatin || scalar.isDigit
            else { return .failure(.unfit(character)) }
        }
        guard scalars.contains(where: \.isKanji) else { return .failure(.noKanji) }
        guard let parts = aligned(scalars, reading) else { return .failure(.okurigana) }
        return .success(
            ReadingPattern(
                core: String(rest), reading: reading, scalars: scalars, before: before, after: after, parts: parts))
    }

    /// Takes what is said about one side from a word; nil if it is not written as it has to be.
    private static func side(of rest: inout Substring, isBefore: Bool) -> Side? {
        guard let edge = isBefore ? rest.first : rest.last else { return .anything }
        if "～〜".contains(edge) {
            rest = isBefore ? rest.dropFirst() : rest.dropLast()
            return .joined
        }
        guard "（）()".contains(edge) else { return .anything }
        let open = isBefore ? rest.startIndex : rest.lastIndex { "（(".contains($0) }
        let close = isBefore ? rest.firstIndex { "）)".contains($0) } : rest.index(before: rest.endIndex)
        guard let open, let close, open < close, "（(".contains(rest[open]), "）)".contains(rest[close]) else { return nil }
        let inner = rest[rest.index(after: open)..<close]
        let texts = inner.split(separator: "・", omittingEmptySubsequences: false)
        guard !texts.contains(where: { $0.isEmpty || $0.contains { "（）()～〜".contains($0) } }) else { return nil }
        rest = isBefore ? rest[rest.index(after: close)...] : rest[..<open]
        return .texts(texts.map { $0.unicodeScalars.map { ReadableText.folded($0.value) } })
    }

    // MARK: Okurigana

    /// Divides a reading among the runs of kanji of a word; nil if the kana of the word are not in the reading.
    private static func aligned(_ word: [UInt32], _ reading: String) -> [(range: Range<Int>, reading: String)]? {
        let sounds = reading.unicodeScalars.map(\.value)
        let heard = sounds.map(\.asHiragana)
        var runs: [(range: Range<Int>, isKana: Bool)] = []
        for index in word.indices {
            let isKana = word[index].isHiragana || word[index].isKatakana && word[index] != 0x30F6 && word[index] != 0x30F5
            if let last = runs.last, last.isKana == isKana {
                runs[runs.count - 1].range = last.range.lowerBound..<index + 1
            } else {
                runs.append((index..<index + 1, isKana))
            }
        }
        var solutions: [[Range<Int>]] = []
        // Few runs and short words: trying everything is quick.
        func divide(_ run: Int, from start: Int, _ ranges: [Range<Int>]) {
            guard solutions.count < 2 else { return }
            guard run < runs.count else {
                if start == heard.count { solutions.append(ranges) }
                return
            }
            let count = runs[run].range.count
            if runs[run].isKana {
                guard start + count <= heard.count,
                    zip(word[runs[run].range], heard[start...]).allSatisfy({ $0.asHiragana == $1 })
                else { return }
                divide(run + 1, from: start + count, ranges + [start..<start + count])
                return
            }
            guard start < heard.count else { return }
            for end in start + 1...heard.count { divide(run + 1, from: end, ranges + [start..<end]) }
        }
        guard heard.count <= 60 else { return nil }
        divide(0, from: 0, [])
        guard let first = solutions.first else { return nil }
        func text(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(sounds[range].compactMap(Unicode.Scalar.init)))
        }
        if solutions.count == 1 {
            return zip(runs, first).filter { !$0.0.isKana }.map { ($0.0.range, text($0.1)) }
        }
        // Several divisions are possible, so the reading stays whole: between the first and the last kanji.
        let head = runs[0].isKana ? runs[0].range.count : 0
        let tail = runs.last.map { $0.isKana ? $0.range.count : 0 } ?? 0
        return [(head..<word.count - tail, text(head..<sounds.count - tail))]
    }
}

// MARK: Finding

extension ReadingPattern {
    /// Whether the word is at an offset of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: The offset.
    ///   - isAfterNumber: Whether a number with its counter ends there, which is a word of its own: 1回行った.
    func matches(_ text: ReadableText, at start: Int, isAfterNumber: Bool) -> Bool {
        let end = start + scalars.count
        guard end <= text.count else { return false }
        for index in start..<end {
            guard text.folded[index] == scalars[index - start], !text.isRead(index),
                index == start || !text.isBoundary(index)
            else { return false }
        }
        return fits(text, before: start, isAfterNumber: isAfterNumber) && fits(text, after: end)
    }

    private func fits(_ text: ReadableText, before start: Int, isAfterNumber: Bool) -> Bool {
        let first = scalars[0]
        let previous = start > 0 ? text.folded[start - 1] : nil
        switch before {
        case .joined: return previous.map(Self.isWordCharacter) ?? false
        case .texts(let texts):
            return texts.contains { words in
                words.count <= start && words.elementsEqual(text.folded[start - words.count..<start])
            }
        case .anything:
            guard let previous else { return true }
            if first.isDigit { return !previous.isDigit && !(previous == 0x2E && start > 1 && text.folded[start - 2].isDigit) }
            if first.isLatin { return !previous.isLatin }
            guard previous.isKanji, first.isKanji else { return true }
            let isAlone = scalars.count == 1 || scalars[1].isHiragana && !isAfterNumber
            return !isAlone || scalars.count == 1 && after != .anything
        }
    }

    private func fits(_ text: ReadableText, after end: Int) -> Bool {
        let next = end < text.count ? text.folded[end] : nil
        switch after {
        case .joined: return next.map(Self.isWordCharacter) ?? false
        case .texts(let texts):
            return texts.contains { words in
                end + words.count <= text.count && words.elementsEqual(text.folded[end..<end + words.count])
            }
        case .anything:
            guard let next, let last = scalars.last else { return true }
            if last.isLatin { return !next.isLatin }
            guard scalars.count == 1, before != .joined else { return true }
            if next.isKanji { return before != .anything }
            return !Okurigana.start(text, at: end)
        }
    }

    private static func isWordCharacter(_ scalar: UInt32) -> Bool {
        scalar.isKanji || scalar.isKatakana || scalar.isLatin || scalar.isDigit
    }
}

/// The kana after a single kanji: a part of its word, as in 生きる, or the next word, as in 人は.
private enum Okurigana {
    /// The kana with which the next word can start, each with the kana that may follow then; nothing for any.
    private static let starts: [UInt32: Set<UInt32>] = {
        let table: [(Character, String)] = [
            ("は", ""), ("を", ""), ("に", ""), ("の", ""), ("と", ""), ("も", ""), ("へ", ""), ("で", ""), ("だ", ""), ("や", ""),
            ("が", ""), ("な", "どらのか"), ("か", "らもを"), ("ま", "で"), ("よ", "り"), ("し", "か"), ("さ", "え"), ("ほ", "ど"),
            ("す", "ら"), ("こ", "そ"), ("ば", "か"), ("ぐ", "ら"), ("く", "ら"), ("じ", "ゃ"), ("ご", "と"), ("だ", ""),
        ]
        return Dictionary(table.map { (value($0), Set($1.map(value))) }) { first, _ in first }
    }()

    /// What makes okurigana of が and や: 上がる, 速やか.
    private static let exceptions: [UInt32: Set<UInt32>] = [value("が"): Set("るりっれろら".map(value)), value("や"): [value("か")]]

    private static func value(_ character: Character) -> UInt32 { character.unicodeScalars.first?.value ?? 0 }

    static func start(_ text: ReadableText, at index: Int) -> Bool {
        let kana = text.folded[index]
        guard kana.isHiragana else { return false }
        guard let following = starts[kana] else { return true }
        let next = index + 1 < text.count ? text.folded[index + 1] : 0
        if let exception = exceptions[kana] { return exception.contains(next) }
        return !following.isEmpty && next.isHiragana && !following.contains(next)
    }
}
