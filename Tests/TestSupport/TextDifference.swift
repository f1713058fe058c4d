/// The difference between an expected and an actual text, as `diff -u` shows it.
package struct TextDifference: CustomStringConvertible {
    /// The lines of the difference with their marks: `-` for expected only, `+` for actual only, a space for both, and `@@` lines.
    package let lines: [String]

    /// Compares two texts line by line.
    ///
    /// - Parameters:
    ///   - path: The name that the header shows.
    ///   - context: The number of equal lines shown around each change.
    /// - Complexity: O(*n* × *d*) for *n* lines and *d* changes.
    package init(from expected: String, to actual: String, path: String, context: Int = 3) {
        let steps = Self.steps(from: Self.split(expected), to: Self.split(actual))
        var lines = ["--- \(path) (expected)", "+++ \(path) (actual)"]
        var shown = 0
        var start = steps.firstIndex { $0.mark != " " }
        while let first = start {
            // Changes that are closer than twice the context are shown together.
            var last = first
            while let next = steps[(last + 1)...].prefix(2 * context + 1).firstIndex(where: { $0.mark != " " }) { last = next }
            let hunk = steps[max(shown, first - context)..<min(steps.count, last + context + 1)]
            shown = hunk.endIndex
            lines.append("@@ -\(hunk.first?.expectedLine ?? 0) +\(hunk.first?.actualLine ?? 0) @@")
            lines += hunk.map { "\($0.mark)\($0.text)" }
            start = steps[shown...].firstIndex { $0.mark != " " }
        }
        self.lines = lines
    }

    /// The difference, cut after the given number of lines.
    package func description(limit: Int) -> String {
        guard lines.count > limit else { return description }
        return (lines.prefix(limit) + ["… \(lines.count - limit) more lines"]).joined(separator: "\n")
    }

    package var description: String { lines.joined(separator: "\n") }

    private struct Step {
        let mark: Character
        let text: Substring
        /// Line numbers, counted from 1, of the next line on each side.
        let expectedLine: Int
        let actualLine: Int
    }

    private static func split(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func steps(from expected: [Substring], to actual: [Substring]) -> [Step] {
        let difference = actual.difference(from: expected)
        let removed = Set(difference.removals.map(offset))
        let inserted = Set(difference.insertions.map(offset))
        var steps: [Step] = []
        var (old, new) = (0, 0)
        while old < expected.count || new < actual.count {
            let (mark, text): (Character, Substring)
            let (expectedLine, actualLine) = (old + 1, new + 1)
            if removed.contains(old) {
                (mark, text) = ("-", expected[old])
                old += 1
            } else if inserted.contains(new) {
                (mark, text) = ("+", actual[new])
                new += 1
            } else {
                (mark, text) = (" ", actual[new])
                old += 1
                new += 1
            }
            steps.append(Step(mark: mark, text: text, expectedLine: expectedLine, actualLine: actualLine))
        }
        return steps
    }

    private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
