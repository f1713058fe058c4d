import Foundation

/// Splits a text that names several terms, such as `本人、家族`.
enum TermList {
    /// A part of the text.
    enum Part: Equatable {
        case known(Int)
        case unknown(String)
    }

    /// The separators between terms: `、` `，` `､` `,` `；` `;` `／` `/` and line breaks.
    private static let separators: Set<Character> = ["、", "，", "､", ",", "；", ";", "／", "/", "\n"]

    /// Reads a text from left to right and always takes the longest part that names a term, because names may contain separators.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isMultiple: Whether several terms are allowed. If not, a text with an unknown name is one unknown name.
    ///   - find: Returns the term with a name.
    static func read(_ text: String, isMultiple: Bool = true, find: (String) -> Int?) -> [Part] {
        if let term = find(trimmed(text[...])) { return [.known(term)] }
        let pieces = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
        var parts: [Part] = []
        var start = 0
        while start < pieces.count {
            // No name of a term contains more separators than this.
            let ends = (start + 1...min(pieces.count, start + 8)).reversed()
            var match: (term: Int, end: Int)?
            for end in ends where match == nil {
                let part = text[pieces[start].startIndex..<pieces[end - 1].endIndex]
                match = find(trimmed(part)).map { ($0, end) }
            }
            if let match {
                parts.append(.known(match.term))
                start = match.end
            } else {
                let piece = trimmed(pieces[start])
                if !piece.isEmpty { parts.append(.unknown(piece)) }
                start += 1
            }
        }
        let isUnknown = parts.contains { if case .unknown = $0 { true } else { false } }
        return isUnknown && !isMultiple ? [.unknown(trimmed(text[...]))] : parts
    }

    private static func trimmed(_ text: Substring) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
