import Foundation

/// Splits a text that names several terms, such as `本人、家族` or `本人・家族`.
package enum TermList {
    /// A part of the text.
    package enum Part: Equatable, Sendable {
        case known(Int)
        case unknown(String)
    }

    /// A part of the text, as it is written.
    package struct Piece: Sendable {
        package let part: Part
        package let text: String
    }

    /// Signs that stand between the items of a list.
    private static let separators = ["、", "，", "､", ",", "；", ";", "／", "/", "\n", "\r\n"]
    /// Signs and words that also stand in names. A text is split at them only if one of the parts is a term.
    private static let weakSeparators = [
        "・", "･", "＋", "+", "＆", "&", "｜", "|", "及び", "および", "並びに", "と", " ", "\u{3000}", "\t",
    ]
    /// The longest text, in bytes, that is split at ``weakSeparators``.
    private static let longest = 1_000

    /// Reads a text from left to right and always takes the longest part that names a term, because names may contain separators.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isMultiple: Whether several terms are allowed. If not, a text with an unknown name is one unknown name.
    ///   - find: Returns the term with a name.
    package static func read(_ text: String, isMultiple: Bool = true, find: (String) -> Int?) -> [Part] {
        let parts = pieces(of: text, find: find).map(\.part)
        let isUnknown = parts.contains { if case .unknown = $0 { true } else { false } }
        return isUnknown && !isMultiple ? [.unknown(trimmed(text[...]))] : parts
    }

    /// Returns the parts of a text with what is written for each.
    package static func pieces(of text: String, find: (String) -> Int?) -> [Piece] {
        if let term = find(trimmed(text[...])) { return [Piece(part: .known(term), text: trimmed(text[...]))] }
        return split(text[...], at: separators, find: find).flatMap { piece -> [Piece] in
            guard case .unknown = piece.part, piece.text.utf8.count <= longest else { return [piece] }
            let parts = split(piece.text[...], at: weakSeparators, find: find)
            let known = parts.count { if case .known = $0.part { true } else { false } }
            // Names in Latin letters are of several words, so that a part of a misspelt name may be the name of another term.
            if known < parts.count, hasWordsInLatinLetters(piece.text) { return [piece] }
            return known > 0 ? parts : [piece]
        }
    }

    /// Splits a text. Between two terms, what is no term stays one part where the separators are weak.
    private static func split(_ text: Substring, at separators: [String], find: (String) -> Int?) -> [Piece] {
        let pieces = ranges(of: text, between: separators)
        let joinsUnknown = separators == weakSeparators
        var parts: [Piece] = []
        var unknown: Range<String.Index>?
        func endUnknown() {
            guard let range = unknown else { return }
            unknown = nil
            let name = trimmed(text[range])
            if !name.isEmpty { parts.append(Piece(part: .unknown(name), text: name)) }
        }
        var start = 0
        while start < pieces.count {
            // No name of a term contains more separators than this.
            let ends = (start + 1...min(pieces.count, start + 8)).reversed()
            var match: (term: Int, name: String, end: Int)?
            for end in ends where match == nil {
                let name = trimmed(text[pieces[start].lowerBound..<pieces[end - 1].upperBound])
                match = name.isEmpty ? nil : find(name).map { ($0, name, end) }
            }
            if let match {
                endUnknown()
                parts.append(Piece(part: .known(match.term), text: match.name))
                start = match.end
            } else {
                if !joinsUnknown { endUnknown() }
                unknown = (unknown?.lowerBound ?? pieces[start].lowerBound)..<pieces[start].upperBound
                start += 1
            }
        }
        endUnknown()
        return parts
    }

    private static func ranges(of text: Substring, between separators: [String]) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            guard let separator = separators.first(where: { text[index...].hasPrefix($0) }) else {
                index = text.index(after: index)
                continue
            }
            ranges.append(start..<index)
            index = text.index(index, offsetBy: separator.count)
            start = index
        }
        return ranges + [start..<text.endIndex]
    }

    /// Whether a blank is between two Latin letters.
    private static func hasWordsInLatinLetters(_ text: String) -> Bool {
        let isLatin = { (character: Character?) in
            character.map { $0.isLetter && ($0.unicodeScalars.first?.value ?? 0) < 0x250 } ?? false
        }
        return zip(text.indices, text.indices.dropFirst()).contains { before, blank in
            text[blank] == " " && isLatin(text[before]) && isLatin(text[text.index(after: blank)...].first)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
