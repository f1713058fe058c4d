import Basics

/// Writes the inline contents of leaves into the tree: text, ruby and links, with breaks between wide characters joined.
struct InlineWriter {
    /// Where the text before a break ends in the tree's text, and the break that waits for the text after it; -1 for none.
    private var textEnd = -1
    private var waitingBreak = -1
    /// How many pieces of visible text the leaf has had so far.
    private(set) var visibleCount = 0

    /// Starts a leaf.
    mutating func start() {
        endLine()
        visibleCount = 0
    }

    // MARK: Plain text

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

    /// Decides on a waiting break now that the text after it is known.
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

    /// Writes the tokens of a leaf.
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

    /// Writes raw text with its ruby.
    private mutating func raw(_ token: InlineToken, of leaf: InlineLeaf, into sink: inout InlineSink) {
        let place = token.place.range
        let offset = token.text.range.lowerBound - place.lowerBound
        var start = place.lowerBound
        var index = start
        while true {
            let brace = leaf.bytes.first(of: .brace, in: index..<place.upperBound)
            guard brace < place.upperBound else { break }
            switch Ruby.match(in: leaf.bytes, at: brace, limit: place.upperBound) {
            case .none: index = brace + 1
            case .mismatch(let end, let characters, let readings):
                sink.problem(.rubyMismatch(characters: characters, readings: readings), at: brace..<end, of: leaf)
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
        text(ByteRange(start + offset..<place.upperBound + offset), into: &sink.builder)
    }

    /// A tag is left out and told, but for the end of one that was told before; `<br>` breaks the line.
    private mutating func html(_ token: InlineToken, of leaf: InlineLeaf, into sink: inout InlineSink) {
        let html = HTMLText(sink.builder.tree.text[token.text.range])
        let index = sink.builder.add(.html)
        sink.builder.tree.nodes[index].text = token.text
        if html.isLineBreak {
            sink.builder.tree.nodes[index].flags.insert(.breaks)
            endLine()
        }
        let isAllowed = html.isComment || html.isLineBreak && leaf.isTableCell || html.isEndTag && sink.leafHasTag
        if !isAllowed { sink.problem(.rawHTML, at: token.place.range, of: leaf) }
        if !html.isComment { sink.leafHasTag = true }
    }

    // MARK: Links

    /// Opens the node of a link; one that is refused shows its text alone.
    private func startLink(_ draft: LinkDraft, of leaf: InlineLeaf, into sink: inout InlineSink) -> Int {
        let index = sink.builder.open(draft.isImage ? .image : .link)
        sink.builder.tree.nodes[index].extra = draft.title
        let address = Address(draft.destination)
        switch address {
        case .refused:
            sink.problem(.unsafeAddress(draft.destination), at: draft.address ?? draft.place, of: leaf)
        case .web where draft.isImage, .contact where draft.isImage:
            sink.problem(.imageFromOtherHost, at: draft.address ?? draft.place, of: leaf)
        case .web: sink.builder.tree.nodes[index].flags = [.external, .web]
        case .contact: sink.builder.tree.nodes[index].flags = .external
        case .site: break
        }
        let isRefused = address == .refused || draft.isImage && address != .site
        if isRefused { sink.builder.tree.nodes[index].flags.insert(.refused) }
        let place = leaf.source(of: draft.place)
        sink.builder.tree.nodes[index].number = Int32(sink.builder.tree.links.count)
        sink.builder.tree.links.append(
            Link(
                destination: draft.destination, isImage: draft.isImage, hasAlt: true, isExternal: address != .site,
                isRefused: isRefused, source: place, destinationSource: draft.address.map(leaf.source(of:)) ?? place))
        return index
    }

    private mutating func endLink(
        _ draft: LinkDraft, node: Int, of leaf: InlineLeaf, shows: Bool, _ sink: inout InlineSink
    ) {
        sink.builder.close()
        guard !shows else { return }
        sink.problem(draft.isImage ? .imageWithoutAlt : .linkWithoutText, at: draft.place, of: leaf)
        sink.builder.tree.links[Int(sink.builder.tree.nodes[node].number)].hasAlt = !draft.isImage
    }
}
