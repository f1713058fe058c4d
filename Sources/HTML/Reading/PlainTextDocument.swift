/// Writes HTML as plain text that can be read line by line, for example by a screen reader or in a simple editor.
///
/// - A heading is a line of its own between empty lines, and starts with a word that says that it is one.
/// - A paragraph is one line; lines are not wrapped.
/// - An entry of a list starts with a sign or its number, a term and its descriptions are one line: 分野：A、B.
/// - Each cell of a table is a line that starts with the header of its column. An empty line ends a row.
/// - A link is followed by its address in brackets, and ruby is 漢字（かんじ）.
///
/// The input is HTML that this program wrote from templates.
public struct PlainTextDocument {
    /// The words and signs of a text, which depend on the language of its readers.
    public struct Style: Sendable {
        /// What starts a heading, by its level from 1; the last one is for all deeper levels.
        public var headings: [String] = [""]
        public var bullet = "- "
        /// What an entry of an inner list is indented by, per level.
        public var indent = "  "
        /// What is after a term and after the header of a column.
        public var colon = ": "
        /// What is between descriptions of one term.
        public var comma = ", "
        /// What starts a quotation.
        public var quote = ""
        /// What starts the alternative text of an image.
        public var image = ""
        /// The line after a table.
        public var tableEnd = ""
        /// What is before and after the address of a link.
        public var brackets = (" (", ")")

        public init() {}
    }

    private static let lineBreak: [UInt8] = [0x0D, 0x0A]
    private static let spacedBlocks: Set<String> = ["p", "ul", "ol", "dl", "pre", "blockquote", "table"]
    private static let plainBlocks: Set<String> = [
        "address", "article", "aside", "body", "details", "div", "figure", "figcaption", "footer", "header", "main", "nav",
        "section", "summary",
    ]
    private static let skippedElements: Set<String> = ["head", "script", "style", "svg"]

    private let style: Style
    private let address: (String) -> String?
    private var reader: MarkupReader
    private var output: [UInt8] = []
    /// The current line, without what starts it.
    private var line: [UInt8] = []
    /// What starts the current line, if it gets any words.
    private var start = ""
    /// How many empty lines come before the current line.
    private var gap = 0
    private var isAfterSign = false
    /// For each list around the current position, the number of its next entry; nil for a list without numbers.
    private var lists: [Int?] = []
    /// How many descriptions the current term has so far.
    private var descriptions = 0
    /// The headers of the columns of the current table, and the current column.
    private var headers: [String] = []
    private var column = 0
    private var isInTableHead = false
    private var isInContents = false
    private var isPreformatted = false
    /// The addresses of the links around the current position, with where their texts start in the line.
    private var links: [(address: String?, start: Int)] = []

    /// Returns a page as text, with the line ends CR LF.
    ///
    /// - Parameters:
    ///   - html: The page.
    ///   - style: The words and signs of the text.
    ///   - address: Returns the address to write after a link; nil to write only its text.
    /// - Complexity: O(length).
    public static func bytes(
        of html: UnsafeBufferPointer<UInt8>, style: Style, address: (_ address: String) -> String?
    ) -> [UInt8] {
        withoutActuallyEscaping(address) { address in
            var document = PlainTextDocument(html, style, address)
            document.write()
            return document.output
        }
    }

    private init(
        _ html: UnsafeBufferPointer<UInt8>, _ style: Style, _ address: @escaping (String) -> String?
    ) {
        reader = MarkupReader(html)
        self.style = style
        self.address = address
        output.reserveCapacity(html.count)
    }

    private mutating func write() {
        var skipped: (name: String, depth: Int)?
        while let token = reader.next() {
            if let element = skipped {
                switch token {
                case .start(let tag) where tag.name == element.name && !tag.closesItself:
                    skipped?.depth += 1
                case .end(let name) where name == element.name:
                    skipped = element.depth == 1 ? nil : (element.name, element.depth - 1)
                default: break
                }
                continue
            }
            switch token {
            case .text(let range): isPreformatted ? appendLines(range) : appendWords(range)
            case .start(let tag):
                if isSkipped(tag) { skipped = tag.closesItself ? nil : (tag.name, 1) } else { start(tag) }
            case .end(let name): end(name)
            case .doctype: break
            }
        }
        endLine()
    }

    /// Whether an element has no words for this text. The mark of a link to another site is not needed before an address.
    private func isSkipped(_ tag: MarkupReader.Tag) -> Bool {
        Self.skippedElements.contains(tag.name)
            || tag.name == "span" && reader.value(of: "class", in: tag) == "external"
            || reader.value(of: "hidden", in: tag) != nil
    }

    // MARK: Elements

    private mutating func start(_ tag: MarkupReader.Tag) {
        switch tag.name {
        case "br": endLine()
        case "hr":
            endLine()
            gap = max(gap, 1)
        case "img":
            if let text = reader.value(of: "alt", in: tag), !text.isEmpty { append(style.image + text) }
        case "a": links.append((reader.value(of: "href", in: tag).flatMap(address), line.count))
        case "li":
            endLine()
            start = String(repeating: style.indent, count: max(lists.count - 1, 0)) + mark()
        case "dt": endLine()
        case "dd":
            if descriptions > 0 {
                trim()
                append(sign: style.comma)
            }
            descriptions += 1
        case "thead": isInTableHead = true
        case "tr": column = 0
        case "th", "td": startCell()
        case let name where Self.level(of: name) != nil: startHeading(level: Self.level(of: name) ?? 1)
        case let name where Self.spacedBlocks.contains(name) || Self.plainBlocks.contains(name): startBlock(tag)
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "a": endLink()
        case "dt":
            endTerm()
        case "li": endStartedLine()
        case "thead": isInTableHead = false
        case "th", "td": endCell()
        case "tr": if !isInTableHead { gap = max(gap, 1) }
        case let name where Self.level(of: name) != nil:
            endStartedLine()
            gap = max(gap, 1)
        case let name where Self.spacedBlocks.contains(name) || Self.plainBlocks.contains(name): endBlock(name)
        default: break
        }
    }

    private mutating func startBlock(_ tag: MarkupReader.Tag) {
        endLine()
        switch tag.name {
        case "ul": lists.append(nil)
        // The entries of a table of contents have numbers of their own, or none.
        case "ol": lists.append(isInContents ? nil : reader.value(of: "start", in: tag).flatMap(Int.init) ?? 1)
        case "nav": isInContents = true
        case "pre": isPreformatted = true
        case "blockquote": start = style.quote
        case "table": headers = []
        case "div":
            // The box around a table is named after its columns.
            guard reader.value(of: "class", in: tag) == "table-wrap" else { break }
            gap = max(gap, 1)
            append(reader.value(of: "aria-label", in: tag) ?? "")
            endLine()
        default: break
        }
        space(around: tag.name)
    }

    private mutating func endBlock(_ name: String) {
        endLine()
        switch name {
        case "ul", "ol":
            space(around: name)
            _ = lists.popLast()
            return
        case "nav": isInContents = false
        case "blockquote": start = ""
        case "pre": isPreformatted = false
        case "table" where !style.tableEnd.isEmpty:
            append(style.tableEnd)
            endLine()
        default: break
        }
        space(around: name)
    }

    /// Puts an empty line before and after a block that is not part of a list.
    private mutating func space(around name: String) {
        if lists.count < (name == "ul" || name == "ol" ? 2 : 1), Self.spacedBlocks.contains(name) { gap = max(gap, 1) }
    }

    private mutating func startHeading(level: Int) {
        endLine()
        gap = level == 1 ? 2 : max(gap, 1)
        start = style.headings[min(level, style.headings.count) - 1]
    }

    private static func level(of name: String) -> Int? {
        guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h") else { return nil }
        return name.utf8.last.flatMap { (0x31...0x36).contains($0) ? Int($0) - 0x30 : nil }
    }

    /// Writes the colon after a term that has none of its own.
    private mutating func endTerm() {
        trim()
        let sign = style.colon.prefix { $0 != " " }
        let hasSign = !sign.isEmpty && line.suffix(sign.utf8.count).elementsEqual(sign.utf8)
        append(sign: hasSign ? String(style.colon.dropFirst(sign.count)) : style.colon)
        descriptions = 0
    }

    /// Returns what starts the next entry of the innermost list.
    private mutating func mark() -> String {
        guard let last = lists.last, let number = last else { return style.bullet }
        lists[lists.count - 1] = number + 1
        return "\(number). "
    }

    private mutating func startCell() {
        endLine()
        guard !isInTableHead, column < headers.count, !headers[column].isEmpty else { return }
        start = headers[column] + style.colon
    }

    private mutating func endCell() {
        if isInTableHead {
            trim()
            headers.append(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
        } else {
            endStartedLine()
        }
        column += 1
    }

    /// Appends the address of a link, if its text does not say it already.
    private mutating func endLink() {
        guard let link = links.popLast(), let address = link.address, link.start <= line.count else { return }
        let text = String(decoding: line[link.start...], as: UTF8.self)
        if text.contains(address) { return }
        line += style.brackets.0.utf8
        line += address.utf8
        line += style.brackets.1.utf8
        isAfterSign = false
    }

    // MARK: Lines

    /// Appends escaped text; each run of white space becomes one space.
    private mutating func appendWords(_ range: Range<Int>) {
        let bytes = reader.bytes
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte <= 0x20 {
                if !line.isEmpty, line.last != 0x20, !isAfterSign { line.append(0x20) }
                index += 1
            } else if byte == UInt8(ascii: "&"), let reference = CharacterReferences.read(bytes, at: index) {
                line += UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter
                isAfterSign = false
                index = reference.end
            } else {
                var end = index + 1
                while end < range.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "&") { end += 1 }
                line += bytes[index..<end]
                isAfterSign = false
                index = end
            }
        }
    }

    /// Appends preformatted text, line by line.
    private mutating func appendLines(_ range: Range<Int>) {
        let lines = reader.string(range).unescaped.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, text) in lines.enumerated() {
            if number > 0 { endLine(keepingEmpty: true) }
            line += text.utf8
        }
    }

    private mutating func append(_ text: String) {
        line += text.utf8
        isAfterSign = false
    }

    /// Appends a sign after which white space is left out.
    private mutating func append(sign: String) {
        line += sign.utf8
        isAfterSign = true
    }

    private mutating func trim() {
        while line.last == 0x20 { line.removeLast() }
    }

    /// Ends a line, and forgets what starts it if it has no words.
    private mutating func endStartedLine() {
        endLine()
        start = ""
    }

    private mutating func endLine(keepingEmpty: Bool = false) {
        trim()
        isAfterSign = false
        guard !line.isEmpty else {
            if keepingEmpty { gap += 1 }
            return
        }
        if !output.isEmpty { for _ in 0..<gap { output += Self.lineBreak } }
        gap = 0
        output += start.utf8
        output += line
        output += Self.lineBreak
        start = ""
        line.removeAll(keepingCapacity: true)
    }
}
