import Basics
import CCMark

/// Turns libcmark's inline nodes of a leaf into tokens, each with its exact range in the leaf.
///
/// libcmark's own positions of inlines are not exact (they are wrong after indentation, on the later lines of quotes, and for
/// links and code over several lines), and its texts do not distinguish `\*` from `*`. So the reader walks the nodes and the
/// leaf's bytes together: the kind of each node determines which bytes must be at the cursor. If other bytes are there, which no
/// known text causes, the rest of the leaf is taken as literal: pages show it as libcmark reads it, without the corrections of
/// this module.
struct InlineReader {
    var tokens: [InlineToken] = []
    private(set) var links: [LinkDraft] = []
    /// Whether all nodes were found in the leaf's bytes, up to its end.
    var isAligned = true

    /// The bytes of the leaf.
    private(set) var bytes: [UInt8] = []
    /// The index of the next byte to read.
    var cursor = 0
    /// The indices in ``links`` of the links that are not closed yet.
    private var openLinks: [Int] = []

    /// Reads the inline nodes of a block whose text is `leaf`.
    mutating func read(_ block: OpaquePointer, leaf: LeafText, into builder: inout TreeBuilder) {
        tokens.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        openLinks.removeAll(keepingCapacity: true)
        bytes = leaf.bytes
        cursor = 0
        isAligned = true
        var next = cmark_node_first_child(block)
        while let node = next {
            if enter(node, &builder), let child = cmark_node_first_child(node) {
                next = child
                continue
            }
            var last = node
            next = cmark_node_next(last)
            while next == nil, let parent = cmark_node_parent(last), parent != block {
                leave(parent)
                last = parent
                next = cmark_node_next(last)
            }
        }
        skipSpaces()
        if cursor != bytes.count { isAligned = false }
        // Releases the shared storage, so that the next leaf can reuse it without a copy.
        bytes = []
    }

    /// Reads the start of a node. Returns whether its children must be visited and ``leave(_:)`` called after them.
    private mutating func enter(_ node: OpaquePointer, _ builder: inout TreeBuilder) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: readText(LibcmarkText.bytes(cmark_node_get_literal(node)), &builder)
        case CMARK_NODE_CODE: readCode(LibcmarkText.bytes(cmark_node_get_literal(node)), &builder)
        case CMARK_NODE_HTML_INLINE: readHTML(LibcmarkText.bytes(cmark_node_get_literal(node)), &builder)
        case CMARK_NODE_SOFTBREAK: readBreak(.softBreak)
        case CMARK_NODE_LINEBREAK: readBreak(.lineBreak)
        case CMARK_NODE_EMPH: return readMark(.emphasisStart, length: 1, node)
        case CMARK_NODE_STRONG: return readMark(.strongStart, length: 2, node)
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return readLink(node, &builder)
        default: break
        }
        return false
    }

    private mutating func leave(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_EMPH: tokens.append(InlineToken(.emphasisEnd, at: take(marks: 1)))
        case CMARK_NODE_STRONG: tokens.append(InlineToken(.strongEnd, at: take(marks: 2)))
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: endLink()
        default: break
        }
    }

    // MARK: Emphasis and breaks

    private mutating func readMark(_ kind: InlineToken.Kind, length: Int, _ node: OpaquePointer) -> Bool {
        tokens.append(InlineToken(kind, at: take(marks: length)))
        if cmark_node_first_child(node) != nil { return true }
        leave(node)
        return false
    }

    /// Moves past `count` equal marks of emphasis.
    private mutating func take(marks count: Int) -> Range<Int> {
        let start = cursor
        let mark = byte(start)
        let isMark = mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
        return take(count, if: isMark && (count == 1 || byte(start + 1) == mark))
    }

    private mutating func readBreak(_ kind: InlineToken.Kind) {
        let start = cursor
        while cursor < bytes.count, bytes[cursor].isASCIISpace, bytes[cursor] != 0x0A { cursor += 1 }
        let isEscape = kind == .lineBreak && byte(cursor) == UInt8(ascii: "\\")
        if isEscape { cursor += 1 }
        _ = take(1, if: byte(cursor) == 0x0A)
        // After an escaped line end libcmark keeps the spaces of a line that omits marks.
        while !isEscape, cursor < bytes.count, bytes[cursor].isSpaceOrTab { cursor += 1 }
        tokens.append(InlineToken(kind, at: start..<max(start, cursor)))
    }

    // MARK: Code and HTML

    private mutating func readCode(_ literal: UnsafeBufferPointer<UInt8>, _ builder: inout TreeBuilder) {
        let start = cursor
        let open = run(of: UInt8(ascii: "`"), at: start)
        var index = start + open
        var length = 0
        while index < bytes.count {
            length = run(of: UInt8(ascii: "`"), at: index)
            index += max(length, 1)
            if length == open { break }
        }
        _ = take(index - start, if: open > 0 && length == open)
        tokens.append(InlineToken(.code, text: builder.store(literal), at: start..<cursor))
    }

    private mutating func readHTML(_ literal: UnsafeBufferPointer<UInt8>, _ builder: inout TreeBuilder) {
        let start = cursor
        var index = 0
        while index < literal.count, cursor < bytes.count, let step = step(literal, index) {
            index += step
            cursor += 1
        }
        if index < literal.count { isAligned = false }
        tokens.append(InlineToken(.html, text: builder.store(literal), at: start..<cursor))
    }

    /// The number of bytes of the literal that match the byte at the cursor: 3 for NUL, which libcmark reads as U+FFFD; nil if the
    /// literal has something else.
    func step(_ literal: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        if bytes[cursor] == literal[index] { return 1 }
        let isReplaced = bytes[cursor] == 0 && index + 2 < literal.count && literal[index] == 0xEF
        return isReplaced && literal[index + 1] == 0xBF && literal[index + 2] == 0xBD ? 3 : nil
    }

    // MARK: Links

    private mutating func readLink(_ node: OpaquePointer, _ builder: inout TreeBuilder) -> Bool {
        let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
        let start = cursor
        links.append(
            LinkDraft(
                destination: String(decoding: LibcmarkText.bytes(cmark_node_get_url(node)), as: UTF8.self),
                title: builder.store(LibcmarkText.bytes(cmark_node_get_title(node))), isImage: isImage,
                range: start..<start, address: nil))
        if !isImage, byte(start) == UInt8(ascii: "<") {
            readAutolink(node, &builder)
            return false
        }
        let isOpen = byte(start) == UInt8(ascii: isImage ? "!" : "[") && (!isImage || byte(start + 1) == UInt8(ascii: "["))
        tokens.append(token(.linkStart, at: take(isImage ? 2 : 1, if: isOpen)))
        openLinks.append(links.count - 1)
        if cmark_node_first_child(node) != nil { return true }
        endLink()
        return false
    }

    private mutating func endLink() {
        guard let link = openLinks.popLast() else { return }
        let start = cursor
        _ = take(1, if: byte(cursor) == UInt8(ascii: "]"))
        let syntax = LinkSyntax(bytes: bytes)
        if isAligned, let tail = syntax.inlineTail(at: cursor) {
            links[link].address = tail.address
            cursor = tail.end
        } else if isAligned, let end = syntax.label(at: cursor) {
            cursor = end
        }
        links[link].range = links[link].range.lowerBound..<cursor
        tokens.append(token(.linkEnd, link: link, at: start..<cursor))
    }

    private mutating func readAutolink(_ node: OpaquePointer, _ builder: inout TreeBuilder) {
        let start = cursor
        let link = links.count - 1
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        let range = take((end ?? start) - start + 1, if: end != nil)
        links[link].range = range
        tokens.append(token(.autolinkStart, at: start..<min(start + 1, cursor)))
        if let child = cmark_node_first_child(node) {
            let text = builder.store(LibcmarkText.bytes(cmark_node_get_literal(child)))
            tokens.append(InlineToken(.literal, text: text, at: range))
        }
        tokens.append(token(.autolinkEnd, at: max(start, cursor - 1)..<cursor))
    }

    private func token(_ kind: InlineToken.Kind, link: Int? = nil, at range: Range<Int>) -> InlineToken {
        let link = link ?? links.count - 1
        return InlineToken(kind, text: ByteRange(link..<link), at: range)
    }

    // MARK: Cursor

    /// Moves past `count` bytes if the expected bytes are at the cursor; otherwise marks the leaf as not aligned.
    private mutating func take(_ count: Int, if isExpected: Bool) -> Range<Int> {
        let start = cursor
        if isExpected, isAligned { cursor = min(start + count, bytes.count) } else { isAligned = false }
        return start..<cursor
    }

    private mutating func skipSpaces() {
        while cursor < bytes.count, bytes[cursor].isASCIISpace { cursor += 1 }
    }

    private func run(of byte: UInt8, at start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == byte { index += 1 }
        return index - start
    }

    /// The byte at `index`; NUL after the last byte.
    func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }
}
