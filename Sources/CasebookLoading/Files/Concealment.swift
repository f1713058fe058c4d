import Basics
import Diagnostics

/// The lines of a file that no message shows, because they are private or may be.
///
/// What a key `private` hides is not read, so that no rule can quote it. This is the second half: it removes excerpts, and the words
/// of any message about a line that has `private:` after other text.
package struct Concealment: Sendable {
    /// The ranges of the private blocks.
    private let blocks: [Range<Int>]
    private let inner: Range<Int>

    init(_ matter: FrontMatter) {
        blocks = matter.privateBlocks.map(\.range)
        inner = matter.inner
    }

    /// Returns diagnostics about a file without anything private.
    ///
    /// - Parameters:
    ///   - diagnostics: The diagnostics.
    ///   - text: The text of the file, or its start.
    ///   - fields: The keys that the file can have.
    func applied(to diagnostics: [Diagnostic], in text: SourceText, fields: [Field]) -> [Diagnostic] {
        guard diagnostics.contains(where: { $0.range != nil && $0.path == text.path }) else { return diagnostics }
        let keys = (fields.isEmpty ? Field.ofCases : fields).map(\.key)
        let ranges = FrontMatterParser.concealedRanges(of: blocks, inner: inner, in: text, knownKeys: keys)
        guard !ranges.isEmpty else { return diagnostics }
        let hidden = HiddenLines(
            ranges.enumerated().map { index, range in
                let lines = text.position(ofByte: range.lowerBound).line...text.position(ofByte: range.upperBound).line
                return (lines, index < blocks.count)
            })
        return diagnostics.map { diagnostic in
            guard diagnostic.path == text.path, let start = diagnostic.range?.start.line,
                let isInBlock = hidden.isInBlock(start)
            else { return diagnostic }
            return isInBlock ? diagnostic.withoutLine : diagnostic.concealed
        }
    }
}

/// Lines that are not shown, found in O(log ranges).
private struct HiddenLines {
    /// The ranges by their first line, whether each is a block of `private:`, and the last line of it and all before it.
    private let ranges: [(lines: ClosedRange<Int>, isBlock: Bool, last: Int)]

    init(_ ranges: [(lines: ClosedRange<Int>, isBlock: Bool)]) {
        var last = 0
        self.ranges = ranges.sorted { $0.lines.lowerBound < $1.lines.lowerBound }.map { range in
            last = max(last, range.lines.upperBound)
            return (range.lines, range.isBlock, last)
        }
    }

    /// Whether a line is in a block of `private:`, and not only near one; nil if it is shown.
    func isInBlock(_ line: Int) -> Bool? {
        let next = ranges.partitioningIndex { $0.lines.lowerBound > line }
        guard next > 0, ranges[next - 1].last >= line else { return nil }
        return ranges[next - 1].isBlock && ranges[next - 1].lines.contains(line)
    }
}

extension Diagnostic {
    /// The same problem without the line and without what the fix writes, which is not shown either.
    fileprivate var withoutLine: Diagnostic {
        Diagnostic(
            Concealed(self, message: message, allowed: allowed, suggestions: suggestions), path: path, range: range,
            notes: notes, fixIt: fixIt?.hidden)
    }

    /// The kind of problem and its location, with a message that quotes nothing.
    fileprivate var concealed: Diagnostic {
        let message = Message(
            ja: "この行の書き方を確かめてください。公開しない情報（private）があるようなので、内容は示しません。"
                + "公開しない情報は「private:」だけの行の下に、半角の空白2つで字下げして書いてください",
            en: "Check the form of this line, which is not shown because it seems to be private: write “private:” on a line of"
                + " its own, and what is private on the next lines after two spaces")
        return Diagnostic(Concealed(self, message: message), path: path, range: range, fixIt: fixIt?.hidden)
    }

    private struct Concealed: Problem {
        let id: String
        let severity: Severity
        let message: Message
        let allowed: [String]
        let suggestions: [String]
        let count: Int

        init(_ diagnostic: Diagnostic, message: Message, allowed: [String] = [], suggestions: [String] = []) {
            id = diagnostic.id
            severity = diagnostic.severity
            count = diagnostic.count
            self.message = message
            self.allowed = allowed
            self.suggestions = suggestions
        }
    }
}
