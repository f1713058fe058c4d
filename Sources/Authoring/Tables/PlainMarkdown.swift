/// Converts plain text to Markdown that shows the text as it was typed.
///
/// Blank lines separate paragraphs. A line break inside a paragraph is kept, as a backslash at the end of the line. Characters
/// that would be markup are escaped (CommonMark 0.30, section 2.4). Web addresses become links. Where a column says that its texts
/// have lists, lines that start with `- ` are their items.
enum PlainMarkdown {
    /// Returns the lines of the Markdown for a text.
    ///
    /// - Parameter hasLists: Whether lines that start with `- ` are items of lists.
    static func lines(_ text: String, hasLists: Bool = false) -> [String] {
        var blocks: [(isList: Bool, lines: [String])] = []
        var isInBlock = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = trimmed(line)
            let isItem = hasLists && line.count > 2 && line[0] == "-" && line[1] == " "
            if line.isEmpty {
                // Items stay in one list.
                isInBlock = blocks.last?.isList == true
                continue
            }
            if !isInBlock || blocks.last?.isList != isItem { blocks.append((isItem, [])) }
            isInBlock = true
            blocks[blocks.count - 1].lines.append(isItem ? "- " + escaped(Array(line.dropFirst(2))) : escaped(line))
        }
        var lines: [String] = []
        for block in blocks {
            if !lines.isEmpty { lines.append("") }
            lines += block.lines.dropLast().map { block.isList ? $0 : $0 + "\\" }
            lines += block.lines.suffix(1)
        }
        return lines
    }

    /// Returns the plain text whose Markdown is a number of lines; nil if there is none, because they have markup.
    static func text(of markdown: [Substring]) -> String? {
        let text = markdown.indices.map { index in
            let line = markdown[index]
            let isBroken = line.last == "\\" && index + 1 < markdown.count && !markdown[index + 1].isEmpty
            return plain(isBroken ? line.dropLast() : line)
        }.joined(separator: "\n")
        return lines(text) == markdown.map(String.init) ? text : nil
    }

    /// A line without escapes, and without the angle brackets of addresses.
    private static func plain(_ line: Substring) -> String {
        var result = ""
        var rest = line
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first {
                result.append(next)
                rest.removeFirst()
            } else if character == "<", rest.hasPrefix("http"), let end = rest.firstIndex(of: ">") {
                result += rest[..<end]
                rest = rest[rest.index(after: end)...]
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// Returns a line without ASCII spaces and tabs at its start, and without spaces of any kind at its end. Tabs become spaces.
    private static func trimmed(_ line: Substring) -> [Unicode.Scalar] {
        var scalars = line.unicodeScalars.map { $0 == "\t" ? " " : $0 }[...]
        scalars = scalars.drop { $0 == " " }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return Array(scalars)
    }

    private static func escaped(_ line: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        var index = 0
        if let mark = startMark(line) {
            result.append(contentsOf: line[..<mark])
            result.append("\\")
            result.append(line[mark])
            index = mark + 1
        }
        while index < line.count {
            if let end = addressEnd(line, from: index) {
                result.append("<")
                result.append(contentsOf: line[index..<end])
                result.append(">")
                index = end
                continue
            }
            if isMarkup(line[index]) { result.append("\\") }
            result.append(line[index])
            index += 1
        }
        return String(result)
    }

    /// Whether a character has a meaning in Markdown anywhere in a line.
    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", "&", "{", "|", "$", "~": true
        default: false
        }
    }

    /// Returns the index of a character that has a meaning because it is at the start of the line.
    private static func startMark(_ line: [Unicode.Scalar]) -> Int? {
        guard let first = line.first else { return nil }
        if "#>=:-+".unicodeScalars.contains(first) { return 0 }
        guard let end = line.firstIndex(where: { !isDigit($0) }), end > 0 else { return nil }
        return line[end] == "." || line[end] == ")" ? end : nil
    }

    /// Returns the end of the web address that starts at an index; `nil` if there is none.
    private static func addressEnd(_ line: [Unicode.Scalar], from start: Int) -> Int? {
        guard line[start] == "h", start == 0 || !isAlphanumeric(line[start - 1]) else { return nil }
        let rest = line[start...]
        guard let scheme = ["https://", "http://"].first(where: { rest.starts(with: $0.unicodeScalars) }) else { return nil }
        let from = start + scheme.unicodeScalars.count
        var end = line[from...].firstIndex { !isAddress($0) } ?? line.count
        while end > from, ".,:;!?'()*~".unicodeScalars.contains(line[end - 1]) { end -= 1 }
        return end > from ? end : nil
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic || isDigit(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    /// Whether a character can be part of an address (RFC 3986, section 2), except brackets.
    private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
        isAlphanumeric(scalar) || "-._~:/?#@!$&'()*+,;=%".unicodeScalars.contains(scalar)
    }
}
