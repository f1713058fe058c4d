import CCMark
import Diagnostics

/// Turns a Markdown text into a tree: lets libcmark parse it, then walks what it found, once, without recursion.
struct DocumentParser {
    let text: SourceText
    /// The bytes of the body in the text.
    let body: Range<Int>
    var builder = TreeBuilder()
    var problems = ProblemList()

    init(text: SourceText, bytes: Range<Int>) {
        self.text = text
        body = bytes.clamped(to: 0..<text.utf8.count)
    }

    mutating func parse() {
        let source = text.utf8
        source.withUnsafeBufferPointer { all in
            let bytes = UnsafeBufferPointer(rebasing: all[body])
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
            let document = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                cmark_parse_document($0, bytes.count, CMARK_OPT_DEFAULT)
            }
            guard let document else { return }
            defer { cmark_node_free(document) }
            builder.tree.text.reserveCapacity(bytes.count)
            builder.tree.nodes.reserveCapacity(bytes.count / 48 + 8)
            walk(document)
        }
    }

    /// Visits every block below `root` in order.
    private mutating func walk(_ root: OpaquePointer) {
        var next = cmark_node_first_child(root)
        while let node = next {
            if enter(node), let child = cmark_node_first_child(node) {
                next = child
                continue
            }
            var last = node
            next = cmark_node_next(last)
            while next == nil, let parent = cmark_node_parent(last), parent != root {
                builder.close()
                last = parent
                next = cmark_node_next(last)
            }
        }
    }

    /// Adds a block; whether its children have to be visited, after which it has to be closed.
    private mutating func enter(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: return open(.quote, node)
        case CMARK_NODE_ITEM: return open(.item, node)
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return open(isOrdered ? .orderedList : .bulletList, node, number: cmark_node_get_list_start(node))
        case CMARK_NODE_PARAGRAPH:
            let index = builder.open(.paragraph)
            if isTight(node) { builder.tree.nodes[index].flags.insert(.tight) }
            inlines(of: node)
            builder.close()
        case CMARK_NODE_HEADING:
            let index = builder.open(.heading)
            builder.tree.nodes[index].number = cmark_node_get_heading_level(node)
            inlines(of: node)
            builder.close()
        case CMARK_NODE_CODE_BLOCK:
            let index = builder.add(.codeBlock)
            builder.tree.nodes[index].text = store(cmark_node_get_literal(node))
            builder.tree.nodes[index].extra = store(cmark_node_get_fence_info(node))
        case CMARK_NODE_HTML_BLOCK:
            builder.add(.htmlBlock)
        case CMARK_NODE_THEMATIC_BREAK:
            builder.add(.rule)
        default: break
        }
        return false
    }

    private mutating func open(_ kind: Node.Kind, _ node: OpaquePointer, number: Int32 = 0) -> Bool {
        let index = builder.open(kind)
        builder.tree.nodes[index].number = number
        if cmark_node_first_child(node) != nil { return true }
        builder.close()
        return false
    }

    private func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private mutating func inlines(of block: OpaquePointer) {
        var next = cmark_node_first_child(block)
        while let node = next {
            if enterInline(node), let child = cmark_node_first_child(node) {
                next = child
                continue
            }
            var last = node
            next = cmark_node_next(last)
            while next == nil, let parent = cmark_node_parent(last), parent != block {
                builder.close()
                last = parent
                next = cmark_node_next(last)
            }
        }
    }

    private mutating func enterInline(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            let index = builder.add(.text)
            builder.tree.nodes[index].text = store(cmark_node_get_literal(node))
        case CMARK_NODE_CODE:
            let index = builder.add(.code)
            builder.tree.nodes[index].text = store(cmark_node_get_literal(node))
        case CMARK_NODE_SOFTBREAK: builder.add(.softBreak)
        case CMARK_NODE_LINEBREAK: builder.add(.lineBreak)
        case CMARK_NODE_HTML_INLINE: builder.add(.html)
        case CMARK_NODE_EMPH: return open(.emphasis, node)
        case CMARK_NODE_STRONG: return open(.strong, node)
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
            let destination = String(cString: cmark_node_get_url(node))
            let isExternal = destination.hasPrefix("http") || destination.hasPrefix("mailto:")
            builder.tree.links.append(
                Link(
                    destination: destination, isImage: isImage, hasAlt: true, isExternal: isExternal, source: body,
                    destinationSource: body))
            let index = builder.open(isImage ? .image : .link)
            builder.tree.nodes[index].number = Int32(builder.tree.links.count - 1)
            builder.tree.nodes[index].extra = store(cmark_node_get_title(node))
            if isExternal { builder.tree.nodes[index].flags.insert(.external) }
            if cmark_node_first_child(node) != nil { return true }
            builder.close()
        default: break
        }
        return false
    }

    private mutating func store(_ literal: UnsafePointer<CChar>?) -> ByteRange {
        builder.store(bytes(of: literal))
    }
}

/// The bytes of a C string.
func bytes(of literal: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let literal else { return UnsafeBufferPointer(start: nil, count: 0) }
    let raw = UnsafeRawPointer(literal)
    return UnsafeBufferPointer(start: raw.assumingMemoryBound(to: UInt8.self), count: cStringLength(literal))
}

private func cStringLength(_ literal: UnsafePointer<CChar>) -> Int {
    var length = 0
    while literal[length] != 0 { length += 1 }
    return length
}
