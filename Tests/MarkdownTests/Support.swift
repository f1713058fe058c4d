import CCMark
import Diagnostics
import HTML

@testable import Markdown

/// Parses a text and renders it as a page would have it; every address within the site stands as it is written.
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

/// What a text is told, a line a problem: `line:column-line:column id`.
func problems(_ markdown: String) -> [String] {
    parse(markdown).diagnostics.map { diagnostic in
        guard let range = diagnostic.range else { return diagnostic.id }
        return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column) \(diagnostic.id)"
    }
}

/// Our tree, written the way libcmark writes HTML.
func asCommonMark(_ bytes: [UInt8]) -> String {
    var buffer = HTMLBuffer()
    let tree = parse(bytes).document.tree
    Renderer.render(tree, 0..<tree.nodes.count, options: RenderOptions(), dialect: .commonMark, into: &buffer)
    return buffer.finish().string
}

/// What libcmark makes of a text, without the empty titles that it writes for some links.
func libcmark(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { raw in
        guard let start = raw.bindMemory(to: CChar.self).baseAddress,
            let html = cmark_markdown_to_html(start, raw.count, CMARK_OPT_DEFAULT)
        else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html).split(separator: " title=\"\"").joined()
    }
}

/// Our tree with all emphasis paired anew by CommonMark's rule, written the way libcmark writes HTML, and how many leaves were
/// not understood byte by byte.
func pairedAnew(_ bytes: [UInt8]) -> (html: String, misaligned: Int) {
    bytes.withUnsafeBufferPointer { buffer in
        let document = buffer.withMemoryRebound(to: CChar.self) {
            cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
        }
        guard let document else { return ("", 0) }
        defer { cmark_node_free(document) }
        var reader = BlockReader(bytes: buffer, start: 0, lines: LineIndex(buffer), task: .read(cells: nil))
        reader.pairsAllAsCommonMark = true
        reader.readsAllClosely = true
        reader.read(document)
        let tree = reader.sink.builder.tree
        var output = HTMLBuffer()
        Renderer.render(tree, 0..<tree.nodes.count, options: RenderOptions(), dialect: .commonMark, into: &output)
        return (output.finish().string, reader.misalignedLeaves)
    }
}

/// Whether every element is closed in the order that HTML asks for, with quotes and brackets only where markup puts them.
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
