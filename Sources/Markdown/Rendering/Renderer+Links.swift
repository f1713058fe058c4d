import HTML

extension Renderer {
    // MARK: Links

    mutating func startLink(_ node: Node) {
        unlinkedDepth += 1
        let address = address(of: node)
        linkIsShown = address != nil
        guard let address else { return }
        buffer.append(markup: "<a href=\"")
        buffer.append(address: address)
        buffer.append(markup: "\"")
        appendTitle(of: node)
        if dialect == .site, node.flags.contains(.web) { buffer.append(markup: " rel=\"noopener noreferrer external\"") }
        buffer.append(markup: ">")
    }

    mutating func endLink(_ node: Node) {
        unlinkedDepth -= 1
        guard linkIsShown else { return }
        if dialect == .site, node.flags.contains(.web), !options.externalMark.isEmpty {
            buffer.append(markup: "<span class=\"external\">")
            buffer.append(plain: options.externalMark)
            buffer.append(markup: "</span>")
        }
        buffer.append(markup: "</a>")
    }

    // MARK: Images

    /// Starts an image. The text written until its end is its alternative text, or replaces the image if it has no address.
    mutating func startImage(_ node: Node) {
        imageDepth += 1
        guard imageDepth == 1 else { return }
        let address = address(of: node)
        imageIsShown = address != nil
        guard let address else { return }
        buffer.append(markup: "<img src=\"")
        buffer.append(address: address)
        buffer.append(markup: "\" alt=\"")
    }

    /// Writes an inline of an image's description, of which only the text is used.
    mutating func enterAlternative(_ node: Node) {
        switch node.kind {
        case .text, .code, .rubyPair: buffer.append(plain: slice(node.text))
        case .html: if dialect == .commonMark { buffer.append(plain: slice(node.text)) }
        case .softBreak where node.flags.contains(.joined): break
        case .softBreak, .lineBreak: buffer.append(markup: " ")
        case .image: startImage(node)
        default: break
        }
    }

    mutating func endImage(_ node: Node) {
        imageDepth -= 1
        guard imageDepth == 0, imageIsShown else { return }
        buffer.append(markup: "\"")
        appendTitle(of: node)
        guard dialect == .site else { return buffer.append(markup: " />") }
        if let size = options.imageSize(links[Int(node.number)].destination) {
            buffer.append(markup: " width=\"")
            buffer.append(number: size.width)
            buffer.append(markup: "\" height=\"")
            buffer.append(number: size.height)
            buffer.append(markup: "\"")
        }
        buffer.append(markup: " loading=\"lazy\" decoding=\"async\">")
    }

    // MARK: Addresses

    /// The address to write for a link or image; nil to show only its text.
    private func address(of node: Node) -> String? {
        let destination = links[Int(node.number)].destination
        if dialect == .commonMark { return Self.isDangerous(destination) ? "" : destination }
        if node.flags.contains(.refused) { return nil }
        if node.flags.contains(.external) { return destination }
        guard let address = options.address(destination) else { return nil }
        return address.utf8.first == UInt8(ascii: "#") ? "#" + options.idPrefix + address.dropFirst() : address
    }

    /// Whether libcmark leaves out an address in its safe mode.
    private static func isDangerous(_ destination: String) -> Bool {
        let address = destination.utf8.prefix(32).map(\.lowercasedASCII)
        if address.starts(with: "data:".utf8) {
            return !["png", "gif", "jpeg", "webp"].contains { address.starts(with: "data:image/\($0)".utf8) }
        }
        return ["javascript:", "vbscript:", "file:"].contains { address.starts(with: $0.utf8) }
    }

    private mutating func appendTitle(of node: Node) {
        guard !node.extra.isEmpty else { return }
        buffer.append(markup: " title=\"")
        buffer.append(plain: slice(node.extra))
        buffer.append(markup: "\"")
    }
}
