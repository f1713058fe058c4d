/// Gives the words of a text their readings: from left to right, the longest word at each position.
///
/// Words are those of a list. Numbers with counters (2時間, 一人) are read by rule (``NumberReading``), unless the list has them. What
/// is on neither has no reading: nothing is guessed.
public struct ReadingFinder: Sendable {
    /// A part of a text with its reading.
    public struct Found: Sendable, Hashable {
        /// The range of the characters under the reading.
        public let range: Range<Int>
        public let reading: String
        /// The range of the whole word, with its okurigana.
        public let word: Range<Int>
        /// The indices of the patterns: none for a number that was read by rule, several for a word with a part that joins it, as 支援 and
        /// ～者.
        public let patterns: [Int]
    }

    /// The words, as given.
    public let patterns: [ReadingPattern]
    /// For each first character, the patterns: long ones first, and of equally long ones those that say most about what is around.
    private let byFirst: [UInt32: [Int]]

    /// Creates a finder of words. Of two that are written alike, the first counts.
    public init(_ patterns: [ReadingPattern]) {
        self.patterns = patterns
        var byFirst: [UInt32: [Int]] = [:]
        for (index, pattern) in patterns.enumerated() { byFirst[pattern.scalars[0], default: []].append(index) }
        func order(_ index: Int) -> (Int, Int, Int) {
            (-patterns[index].scalars.count, -patterns[index].before.length - patterns[index].after.length, index)
        }
        self.byFirst = byFirst.mapValues { $0.sorted { order($0) < order($1) } }
    }

    /// Reads a text.
    ///
    /// - Returns: What has a reading, and the ranges of the kanji that have none, both in the order of the text.
    /// - Complexity: O(length) for lists in which few words start with the same character.
    public func read(_ text: ReadableText) -> (found: [Found], missing: [Range<Int>]) {
        var found: [Found] = []
        var missing: [Range<Int>] = []
        var index = 0
        var numberEnd = 0
        while index < text.count {
            if text.isRead(index) {
                index += 1
                continue
            }
            let first = text.folded[index]
            let pattern = byFirst[first]?.first { patterns[$0].matches(text, at: index, isAfterNumber: index == numberEnd) }
            let number = NumberReading.canStart(with: first) ? NumberReading.match(text, at: index) : nil
            if let number, pattern.map({ isBefore(number, $0) }) ?? true {
                if number.base > index {
                    found.append(
                        Found(range: index..<number.base, reading: number.reading, word: index..<number.end, patterns: []))
                }
                index = number.end
                numberEnd = index
            } else if let pattern {
                let word = index..<index + patterns[pattern].scalars.count
                for part in patterns[pattern].parts {
                    let range = index + part.range.lowerBound..<index + part.range.upperBound
                    let new = Found(range: range, reading: part.reading, word: word, patterns: [pattern])
                    if let last = found.last, joins(last, new, in: text) {
                        found[found.count - 1] = Found(
                            range: last.range.lowerBound..<range.upperBound, reading: last.reading + part.reading,
                            word: last.word.lowerBound..<word.upperBound, patterns: last.patterns + [pattern])
                    } else {
                        found.append(new)
                    }
                }
                index = word.upperBound
            } else {
                if first.isKanji {
                    if let last = missing.last, last.upperBound == index, !text.isBoundary(index) {
                        missing[missing.count - 1] = last.lowerBound..<index + 1
                    } else {
                        missing.append(index..<index + 1)
                    }
                }
                index += 1
            }
        }
        return (found, missing)
    }

    /// Whether two parts of a text make one word: 支援 and ～者, 各～ and 部署.
    private func joins(_ first: Found, _ second: Found, in text: ReadableText) -> Bool {
        guard first.range.upperBound == second.range.lowerBound, !text.isBoundary(second.range.lowerBound) else { return false }
        return second.patterns.last.map { patterns[$0].isAffix && patterns[$0].before == .joined } ?? false
            || first.patterns.last.map { patterns[$0].isAffix && patterns[$0].after == .joined } ?? false
    }

    /// Whether a number that was read by rule counts more than a word of the list.
    private func isBefore(_ number: NumberReading, _ pattern: Int) -> Bool {
        let length = patterns[pattern].scalars.count
        return number.length > length || number.length == length && number.isDay && !patterns[pattern].hasContext
    }

    /// The text as it is read aloud: kana in place of each word that has a reading. Nil if a kanji has none.
    public func reading(of text: String) -> String? {
        let text = ReadableText(text)
        let (found, missing) = read(text)
        guard missing.isEmpty else { return nil }
        var reading = ""
        var index = 0
        for part in found {
            reading += text.string(index..<part.range.lowerBound) + part.reading
            index = part.range.upperBound
        }
        return reading + text.string(index..<text.count)
    }

    /// The text with each reading in brackets after its word, as books without ruby have it: 支援（しえん）.
    public func bracketed(_ text: ReadableText) -> String {
        var shown = ""
        var index = 0
        for part in read(text).found {
            shown += text.string(index..<part.range.upperBound) + "（\(part.reading)）"
            index = part.range.upperBound
        }
        return shown + text.string(index..<text.count)
    }
}
