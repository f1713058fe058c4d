import Diagnostics
import Markdown

/// Divides a case's body into sections at its headings of level two. One of level one divides too, and is told by Markdown.
struct BodyDivision {
    let text: SourceText
    let document: MarkdownDocument
    let headings: [Heading]
    let links: [Link]

    /// The sections under some headings, each with the definition whose heading it has, compared as names are.
    func sections(under tops: [Heading], _ definitions: [Schema.PlacedSection]) -> [ContentFile.Section] {
        let headingBlocks = headings.compactMap(\.block)
        return tops.indices.map { index in
            let heading = tops[index]
            let start = (heading.block ?? 0) + 1
            let end = index + 1 < tops.count ? max(start, tops[index + 1].block ?? start) : max(start, document.blockCount)
            let definition =
                definitions.firstIndex { $0.definition.heading == heading.text }
                ?? definitions.firstIndex { foldedName($0.definition.heading) == foldedName(heading.text) }
            let inner = headingBlocks.reduce(0) { $0 + ((start..<end).contains($1) ? 1 : 0) }
            let next = index + 1 < tops.count ? tops[index + 1].source.lowerBound : text.utf8.count
            let isEmpty = inner >= end - start || isComment(heading.source.upperBound..<next, start..<end)
            return ContentFile.Section(
                heading: heading, definition: definition, blocks: start..<end, isEmpty: isEmpty)
        }
    }

    /// Whether blocks hold no words, such as a comment alone; looked into only where they start with a tag.
    private func isComment(_ source: Range<Int>, _ blocks: Range<Int>) -> Bool {
        guard !source.isEmpty, let first = text.utf8[source].first(where: { $0 != 0x0A && $0 != 0x20 }), first == 0x3C
        else { return false }
        return document.plainText(blocks: blocks).allSatisfy(\.isWhitespace)
            && !links.contains { source.contains($0.source.lowerBound) }
    }
}
