import Diagnostics
import HTML

/// What tests need to compare this module with libcmark.
extension MarkdownDocument {
    /// Writes the document the way libcmark writes HTML.
    package func renderLikeLibcmark(into buffer: inout HTMLBuffer) {
        Renderer.render(tree, 0..<tree.nodes.count, options: RenderOptions(), dialect: .commonMark, into: &buffer)
    }

    /// Parses a text with all emphasis paired again by CommonMark's rule and every leaf read byte by byte.
    ///
    /// - Returns: The document, and the number of leaves whose bytes did not match libcmark's inlines.
    package static func parseAsCommonMark(_ text: SourceText) -> (document: MarkdownDocument, misalignedLeaves: Int) {
        let result = DocumentParser(text: text, bytes: 0..<text.utf8.count).parseAsCommonMark()
        return (MarkdownDocument(tree: result.tree), result.misalignedLeaves)
    }

    /// The number of leaves whose bytes do not match libcmark's inlines when a text is parsed as usual.
    package static func misalignedLeaves(in text: SourceText) -> Int {
        DocumentParser(text: text, bytes: 0..<text.utf8.count).parse().misalignedLeaves
    }
}
