import Basics

/// Adds the inline content of leaves to the tree: text, ruby and links, with lines of wide characters joined.
struct InlineWriter {
    /// Where the last text of the current line ends in the tree's text; -1 for none.
    private var textEnd = -1
    /// The node of the soft break after that text, until the text after the break is known; -1 for none.
    private var waitingBreak = -1
    /// The number of visible texts that the leaf has had so far.
    private(set) var visibleCount = 0

    /// Starts a leaf.
    mutating func start() {
        endLine()
        visibleCount = 0
    }

    // MARK: Plain text

    /// Adds a text, or code, whose bytes are in the tree's text already.
    mutating func text(_ range: ByteRange, into builder: inout TreeBuilder, kind: Node.Kind = .text) {
        guard !range.isEmpty || kind == .code else { return }
        let index = builder.add(kind)
        builder.tree.nodes[index].text = range
        noteVisible(range, &builder)
    }

    mutating func softBreak(into builder: inout TreeBuilder) {
        waitingBreak = builder.add(.softBreak)
    }

    mutating func lineBreak(into builder: inout TreeBuilder) {
        builder.add(.lineBreak)
        endLine()
    }

    private mutating func endLine() {
        textEnd = -1
        waitingBreak = -1
    }

    /// Decides whether a waiting break is joined, now that the text after it is known.
    private mutating func noteVisible(_ range: ByteRange, _ builder: inout TreeBuilder) {
        guard !range.isEmpty else { return }
        if waitingBreak >= 0 {
            let before = LineJoin.Neighbour(builder.tree.text.baseScalar(before: textEnd))
            let after = LineJoin.Neighbour(builder.tree.text.scalar(at: range.range.lowerBound))
            if LineJoin.joins(before, after) { builder.tree.nodes[waitingBreak].flags.insert(.joined) }
            waitingBreak = -1
        }
        textEnd = range.range.upperBound
        if isVisible(builder.tree.text[range.range]) { visibleCount += 1 }
    }

    private func isVisible(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains { !$0.isASCIISpace }
    }

    // MARK: Tokens

    /// Adds the tokens of a leaf.
    mutating func write(_ tokens: [InlineToken], of leaf: InlineLeaf, into sink: inout InlineSink) {
        var links: [(node: Int, visibleBefore: Int)] = []
        for token in tokens {
            switch token.kind {
            case .literal: text(token.text, into: &sink.builder)
            case .raw: raw(token, of: leaf, into: &sink)
            case .code: text(token.text, into: &sink.builder, kind: .code)
            case .softBreak: softBreak(into: &sink.builder)
            case .lineBreak: lineBreak(into: &sink.builder)
            case .html: html(token, of: leaf, into: &sink)
            case .emphasisStart: sink.builder.open(.emphasis)
            case .strongStart: sink.builder.open(.strong)
            case .emphasisEnd, .strongEnd: sink.builder.close()
            case .linkStart, .autolinkStart:
                let draft = leaf.links[token.text.range.lowerBound]
                links.append((startLink(draft, of: leaf, into: &sink), visibleCount))
            case .linkEnd, .autolinkEnd:
                guard let link = links.popLast() else { break }
                endLink(
                    leaf.links[token.text.range.lowerBound], node: link.node, of: leaf,
                    shows: visibleCount > link.visibleBefore, &sink)
            }
        }
    }

    /// Adds raw text with the ruby in it.
    private mutating func raw(_ token: InlineToken, of leaf: InlineLeaf, into sink: inout InlineSink) {
        let range = token.bytes.range
        let offset = token.text.range.lowerBound - range.lowerBound
        var start = range.lowerBound
        var index = start
        while true {
            let brace = leaf.bytes.first(of: .openingBrace, in: index..<range.upperBound)
            guard brace < range.upperBound else { break }
            switch Ruby.match(in: leaf.bytes, at: brace, limit: range.upperBound) {
            case .none: index = brace + 1
            case .mismatch(let end, let characters, let readings):
                sink.report(.rubyMismatch(characters: characters, readings: readings), at: brace..<end, of: leaf)
                index = end
            case .ruby(let ruby):
                text(ByteRange(start + offset..<brace + offset), into: &sink.builder)
                sink.builder.open(.ruby)
                for pair in ruby.pairs {
                    let base = ByteRange(pair.base.lowerBound + offset..<pair.base.upperBound + offset)
                    text(base, into: &sink.builder, kind: .rubyPair)
                    let reading = ByteRange(pair.reading.lowerBound + offset..<pair.reading.upperBound + offset)
                    sink.builder.tree.nodes[sink.builder.tree.nodes.count - 1].extra = reading
                }
                sink.builder.close()
                start = ruby.end
                index = ruby.end
            }
        }
        text(ByteRange(start + offset..<range.upperBound + offset), into: &sink.builder)
    }

    /// Adds raw HTML, which pages do not show. `<br>` breaks the line. A tag is reported, except for end tags after a reported one.
    private mutating func html(_ token: InlineToken, of leaf: InlineLeaf, into sink: inout InlineSink) {
        let html = RawHTML(sink.builder.tree.text[token.text.range])
        let index = sink.builder.add(.html)
        sink.builder.tree.nodes[index].text = token.text
        if html.isLineBreak {
            sink.builder.tree.nodes[index].flags.insert(.breaks)
            endLine()
        }
        let isAllowed = html.isComment || html.isLineBreak && leaf.isTableCell || html.isEndTag && sink.leafHasTag
        if !isAllowed { sink.report(.rawHTML, at: token.bytes.range, of: leaf) }
        if !html.isComment { sink.leafHasTag = true }
    }

    // MARK: Links

    /// Opens the node of a link or image, and reports an address that is not allowed.
    private func startLink(_ draft: LinkDraft, of leaf: InlineLeaf, into sink: inout InlineSink) -> Int {
        let index = sink.builder.open(draft.isImage ? .image : .link)
        sink.builder.tree.nodes[index].extra = draft.title
        let destination = trimmed(draft, of: leaf, into: &sink)
        let address = Address(destination)
        switch address {
        case .refused:
            sink.report(.unsafeAddress(destination), at: draft.address ?? draft.range, of: leaf)
        case .web where draft.isImage, .contact where draft.isImage:
            sink.report(.imageFromOtherHost, at: draft.address ?? draft.range, of: leaf)
        case .web: sink.builder.tree.nodes[index].flags = [.external, .web]
        case .contact: sink.builder.tree.nodes[index].flags = .external
        case .site: break
        }
        let isRefused = address == .refused || draft.isImage && address != .site
        if isRefused { sink.builder.tree.nodes[index].flags.insert(.refused) }
        let range = leaf.source(of: draft.range)
        sink.builder.tree.nodes[index].number = Int32(sink.builder.tree.links.count)
        sink.builder.tree.links.append(
            Link(
                destination: destination, isImage: draft.isImage, hasAlt: true, isExternal: address != .site,
                isRefused: isRefused, source: range, destinationSource: draft.address.map(leaf.source(of:)) ?? range))
        return index
    }

    /// Returns the address without full-width spaces around it, which are reported: CommonMark takes them for a part of it.
    private func trimmed(_ draft: LinkDraft, of leaf: InlineLeaf, into sink: inout InlineSink) -> String {
        guard let first = draft.destination.unicodeScalars.first, let last = draft.destination.unicodeScalars.last,
            first.isMarkSpace || last.isMarkSpace, let range = draft.address
        else { return draft.destination }
        var scalars = draft.destination.unicodeScalars[...]
        while scalars.first?.isMarkSpace == true { scalars.removeFirst() }
        while scalars.last?.isMarkSpace == true { scalars.removeLast() }
        let address = String(scalars)
        guard !address.isEmpty else { return draft.destination }
        let isPlain = leaf.bytes[range].elementsEqual(draft.destination.utf8)
        sink.addMark(.spacesAroundAddress, leaf.source(of: range), isPlain ? address : nil)
        return address
    }

    private mutating func endLink(
        _ draft: LinkDraft, node: Int, of leaf: InlineLeaf, shows: Bool, _ sink: inout InlineSink
    ) {
        sink.builder.close()
        guard !shows else { return }
        sink.report(draft.isImage ? .imageWithoutAlt : .linkWithoutText, at: draft.range, of: leaf)
        sink.builder.tree.links[Int(sink.builder.tree.nodes[node].number)].hasAlt = !draft.isImage
    }
}
