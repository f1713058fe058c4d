extension String {
    /// The first sentence of a text, with its mark.
    ///
    /// A sentence ends at 。, at the end of its line, or at a full stop, ! or ? before white space; not after an abbreviation
    /// (`e.g. leaves`) or an initial (`J. Smith`), and not before a small letter. Japanese text without a mark gets one.
    package var firstSentence: String {
        let line = prefix { !$0.isNewline }
        var index = line.startIndex
        while index < line.endIndex {
            let mark = line[index]
            index = line.index(after: index)
            if mark == "。" { return String(line[..<index]) }
            guard ".!?".contains(mark) else { continue }
            let end = line[index...].firstIndex { !"\"”’')".contains($0) } ?? line.endIndex
            if Self.endsSentence(line[..<index], before: line[end...]) { return String(line[..<end]) }
        }
        let isWide = line.unicodeScalars.last.map { $0.value >= 0x2E80 } ?? false
        return isWide ? "\(line)。" : String(line)
    }

    /// Returns whether a text that ends with a mark ends a sentence.
    private static func endsSentence(_ text: Substring, before rest: Substring) -> Bool {
        guard let space = rest.first else { return true }
        guard space.isWhitespace else { return false }
        let next = rest.drop { $0.isWhitespace || "\"“‘'(".contains($0) }.first
        if next?.isLowercase == true { return false }
        guard text.last == "." else { return true }
        let word = text.split(whereSeparator: \.isWhitespace).last.map { $0.drop { "\"“‘'(".contains($0) }.lowercased() } ?? ""
        return !abbreviations.contains(word) && !isInitials(word)
    }

    /// Returns whether a word is letters with a full stop after each: `j.`, `u.s.`, but not `p.m.`, which often ends a sentence.
    private static func isInitials(_ word: String) -> Bool {
        guard word != "a.m.", word != "p.m." else { return false }
        return word.enumerated().allSatisfy { $0.offset.isMultiple(of: 2) ? $0.element.isLetter : $0.element == "." }
    }

    /// Abbreviations that a name or a number may follow.
    private static let abbreviations: Set<String> = [
        "approx.", "ca.", "cf.", "dr.", "ed.", "fig.", "max.", "min.", "mr.", "mrs.", "ms.", "mt.", "no.", "pp.", "prof.",
        "st.",
        "viz.", "vol.", "vs.",
    ]
}
