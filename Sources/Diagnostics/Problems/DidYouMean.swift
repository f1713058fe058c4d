import Foundation

/// Returns the candidates that are most similar to a word that was not found: at most three, best first.
///
/// Words are compared after NFKC and in lower case, by optimal string alignment distance in characters. A candidate is similar if
/// at most a third of the longer word differs, or if one word contains the other, which has at least two characters.
///
/// - Complexity: O(candidates × length²). For diagnostics only.
public func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    let folded = fold(word)
    guard !folded.isEmpty else { return [] }
    var scored: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
        let other = fold(candidate)
        let longest = max(folded.count, other.count)
        let distance = alignmentDistance(folded, other)
        if distance * 3 <= longest {
            scored.append((distance, candidate))
        } else if min(folded.count, other.count) >= 2, contains(folded, other) || contains(other, folded) {
            scored.append((longest, candidate))
        }
    }
    scored.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
    return scored.prefix(3).map(\.candidate)
}

private func fold(_ word: String) -> [Character] {
    Array(word.precomposedStringWithCompatibilityMapping.lowercased())
}

private func contains(_ whole: [Character], _ part: [Character]) -> Bool {
    whole.count >= part.count && (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
}

/// The least number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
private func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for row in left.indices {
        current[0] = row + 1
        for column in right.indices {
            var best = previous[column] + (left[row] == right[column] ? 0 : 1)
            best = min(best, previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                best = min(best, beforePrevious[column - 1] + 1)
            }
            current[column + 1] = best
        }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count]
}
