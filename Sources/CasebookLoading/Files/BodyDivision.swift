import Basics
import Diagnostics
import Markdown

/// Divides a case's body into sections at its headings of level two. One of level one divides too, and is told by Markdown.
package struct BodyDivision {
    package let text: SourceText
    package let document: MarkdownDocument
    package let headings: [Heading]

    /// The sections under the headings at some indices, each with the definition whose heading it has, compared as names are.
    package func sections(under tops: [Int], _ definitions: [Schema.PlacedSection]) -> [ParsedFile.Section] {
        tops.indices.map { position in
            let heading = headings[tops[position]]
            let nextIndex = position + 1 < tops.count ? tops[position + 1] : headings.count
            let next = nextIndex < headings.count ? headings[nextIndex] : nil
            let start = (heading.block ?? 0) + 1
            let end = max(start, next?.block ?? document.blockCount)
            let definition = self.definition(of: heading.text, in: definitions)
            let inner = headings[(tops[position] + 1)..<nextIndex].reduce(0) { $0 + ($1.block == nil ? 0 : 1) }
            let source = heading.source.upperBound..<max(heading.source.upperBound, next?.source.lowerBound ?? text.utf8.count)
            return ParsedFile.Section(
                heading: heading, definition: definition, blocks: start..<end,
                isEmpty: inner >= end - start || isComment(source, start..<end))
        }
    }

    /// The section with a heading, as it is written or as names are compared.
    private func definition(of heading: String, in definitions: [Schema.PlacedSection]) -> Int? {
        let length = heading.utf8.count
        let index = definitions.firstIndex {
            $0.definition.heading.utf8.count == length && $0.definition.heading == heading
        }
        if let index { return index }
        let folded = foldedName(heading)
        return definitions.firstIndex { foldedName($0.definition.heading) == folded }
    }

    /// Whether blocks hold no words, such as a comment alone; looked into only where they start with a tag.
    private func isComment(_ source: Range<Int>, _ blocks: Range<Int>) -> Bool {
        guard !source.isEmpty, let first = text.utf8[source].first(where: { $0 != 0x0A && $0 != 0x20 }), first == 0x3C
        else { return false }
        return document.plainText(blocks: blocks).allSatisfy(\.isWhitespace)
            && !document.links.contains { source.contains($0.source.lowerBound) }
    }
}

extension Heading {
    /// Whether a section of a case starts here.
    package var dividesBody: Bool { level <= 2 && block != nil }
}
