import Foundation

/// Returns the candidates that are most similar to a word that was not found: at most three, best first.
///
/// Words are compared after NFKC and in lower case, by optimal string alignment distance in Unicode scalars. A candidate is similar
/// if at most a third of the longer word differs, or if one word contains the other, which has at least two scalars. Nothing is
/// similar to a text of more than ``WordSimilarity/longestWord`` scalars: it is no word with a mistake in it.
///
/// - Complexity: O(length of all candidates), because only distances up to ``WordSimilarity/largestDistance`` are looked for.
public func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    guard let similarity = WordSimilarity(word) else { return [] }
    var scored: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
        if let distance = similarity.distance(to: candidate) { scored.append((distance, candidate)) }
    }
    scored.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
    return scored.prefix(3).map(\.candidate)
}

/// Compares one word with others.
struct WordSimilarity {
    /// The length in Unicode scalars above which a text is not compared.
    static let longestWord = 200
    /// The largest distance between similar words.
    static let largestDistance = 16

    private let word: [UInt32]

    /// Nil for an empty or a very long word.
    init?(_ word: String) {
        guard let folded = Self.fold(word), !folded.isEmpty else { return nil }
        self.word = folded
    }

    /// How different a candidate is; nil if it is not similar.
    func distance(to candidate: String) -> Int? {
        guard let other = Self.fold(candidate) else { return nil }
        let longest = max(word.count, other.count)
        let limit = min(longest / 3, Self.largestDistance)
        if let distance = Self.alignmentDistance(word, other, limit: limit) { return distance }
        let shortest = min(word.count, other.count)
        return shortest >= 2 && (Self.contains(word, other) || Self.contains(other, word)) ? longest : nil
    }

    /// The scalars of a text after NFKC in lower case; nil for a text that is too long.
    private static func fold(_ text: String) -> [UInt32]? {
        // A scalar has at most four bytes.
        guard text.utf8.count <= longestWord * 4 else { return nil }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: scalars.append(scalar.value + 0x20)
            // ASCII, kana and the common kanji are the same in NFKC, but for voicing marks of their own.
            case 0..<0x80, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF: scalars.append(scalar.value)
            default:
                scalars = text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.map(\.value)
                return scalars.count <= longestWord ? scalars : nil
            }
        }
        return scalars.count <= longestWord ? scalars : nil
    }

    private static func contains(_ whole: [UInt32], _ part: [UInt32]) -> Bool {
        whole.count >= part.count && (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }

    /// The least number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other; nil if it
    /// is above the limit.
    ///
    /// Only the cells of the table at most `limit` away from its diagonal are computed: all others are above the limit (Ukkonen 1985).
    private static func alignmentDistance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        let above = limit + 1
        var beforePrevious = [Int](repeating: above, count: right.count + 1)
        var previous = (0...right.count).map { min($0, above) }
        var current = beforePrevious
        for row in left.indices {
            let first = max(0, row - limit)
            let last = min(right.count, row + limit + 1)
            guard first < last else { break }
            current[first] = first == 0 ? min(row + 1, above) : above
            var least = current[first]
            for column in first..<last {
                var best = previous[column] + (left[row] == right[column] ? 0 : 1)
                best = min(best, previous[column + 1] + 1, current[column] + 1, above)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = best
                least = min(least, best)
            }
            if last < right.count { current[last + 1] = above }
            // A swap reaches back two rows, so a row alone says nothing; two rows above the limit do, and the next one shows it.
            if least >= above, previous.min().map({ $0 >= above }) ?? true { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
