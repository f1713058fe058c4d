import CCMark
import Diagnostics
import HTML
import Markdown

/// Parses a text and renders it as on a page; addresses within the site stay as they are written.
func html(_ markdown: String, options: RenderOptions = RenderOptions(address: { $0 })) -> String {
    var buffer = HTMLBuffer()
    parse(markdown).document.render(into: &buffer, options: options)
    return buffer.finish().string
}

func parse(_ markdown: String) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
    parse(Array(markdown.utf8))
}

func parse(_ bytes: [UInt8]) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
    MarkdownDocument.parse(SourceText(path: "a.md", utf8: bytes), bytes: 0..<bytes.count)
}

/// The problems of a text, one string per problem: `line:column-line:column id`.
func problems(_ markdown: String) -> [String] {
    parse(markdown).diagnostics.map { diagnostic in
        guard let range = diagnostic.range else { return diagnostic.id }
        return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column) \(diagnostic.id)"
    }
}

/// A text parsed by this module and written the way libcmark writes HTML.
func asCommonMark(_ bytes: [UInt8]) -> String {
    var buffer = HTMLBuffer()
    parse(bytes).document.renderLikeLibcmark(into: &buffer)
    return buffer.finish().string
}

/// The HTML that libcmark writes for a text, without the empty titles that it writes for some links.
func libcmark(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { raw in
        guard let start = raw.bindMemory(to: CChar.self).baseAddress,
            let html = cmark_markdown_to_html(start, raw.count, CMARK_OPT_DEFAULT)
        else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html).split(separator: " title=\"\"").joined()
    }
}

/// A text parsed by CommonMark's rules alone and written the way libcmark writes HTML, and the number of leaves whose bytes did not
/// match libcmark's inlines.
func parsedAsCommonMark(_ bytes: [UInt8]) -> (html: String, misaligned: Int) {
    var buffer = HTMLBuffer()
    let (document, misaligned) = MarkdownDocument.parseAsCommonMark(SourceText(path: "a.md", utf8: bytes))
    document.renderLikeLibcmark(into: &buffer)
    return (buffer.finish().string, misaligned)
}

/// Whether every element is closed in the right order, with quotes and angle brackets only in markup.
func isBalanced(_ page: String) -> Bool {
    var open: [Substring.UTF8View] = []
    var rest = page.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
        guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return false }
        let tag = rest[rest.index(after: start)..<end]
        rest = rest[rest.index(after: end)...]
        guard tag.filter({ $0 == UInt8(ascii: "\"") }).count % 2 == 0 else { return false }
        let isEnd = tag.first == UInt8(ascii: "/")
        let name = tag.dropFirst(isEnd ? 1 : 0).prefix { $0 != UInt8(ascii: " ") }
        if isEnd {
            guard let last = open.popLast(), last.elementsEqual(name) else { return false }
        } else if !["br", "hr", "img"].contains(where: { name.elementsEqual($0.utf8) }) {
            open.append(name)
        }
    }
    return open.isEmpty && !rest.contains(UInt8(ascii: ">"))
}
