import Diagnostics

/// Finds the tags of a template.
///
/// ```
/// template   = *( text / tag )
/// tag        = open [sigil] content close / open "{" content "}" close / open "=" new-open 1*blank new-close "=" close
/// sigil      = "!" / "#" / "^" / "/" / ">" / "<" / "$" / "&"
/// content    = *blank ["*"] name *blank         ; an asterisk only after ">", "<" and "/"
/// name       = "." / part *( "." part )         ; no blanks; the name of a partial may contain anything else
/// ```
///
/// `open` and `close` are `{{` and `}}` until a delimiter tag sets others for the rest of the template.
struct TagScanner {
    private let source: SourceText
    private let bytes: [UInt8]
    private var opening: [UInt8] = Array("{{".utf8)
    private var closing: [UInt8] = Array("}}".utf8)
    private var position = 0
    private(set) var tags: [Tag] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceText) {
        self.source = source
        bytes = source.utf8
    }

    /// Returns all valid tags of a template in order, and the problems of the others.
    static func scan(_ source: SourceText) -> (tags: [Tag], diagnostics: [Diagnostic]) {
        var scanner = TagScanner(source)
        while let start = scanner.find(scanner.opening, from: scanner.position) {
            scanner.scanTag(at: start)
        }
        return (scanner.tags, scanner.diagnostics)
    }

    private mutating func scanTag(at start: Int) {
        let sigilIndex = start + opening.count
        let sigil = sigilIndex < bytes.count ? bytes[sigilIndex] : 0
        let isTriple = sigil == UInt8(ascii: "{")
        let sort = Self.sort(of: sigil)
        let contentStart = sort == .escaped ? sigilIndex : sigilIndex + 1
        let ending = isTriple ? [UInt8(ascii: "}")] + closing : sort == .delimiters ? [sigil] + closing : closing
        guard let contentEnd = find(ending, from: contentStart) else {
            let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let isDelimiter = sort == .delimiters && find(closing, from: contentStart) != nil
            report(isDelimiter ? .badDelimiter : .unclosedTag(closing: string(ending)), at: start..<lineEnd)
            position = isDelimiter ? lineEnd : bytes.count
            return
        }
        let end = contentEnd + ending.count
        position = end
        switch sort {
        case .comment: append(sort, start..<end, name: contentStart..<contentStart)
        case .delimiters: setDelimiters(contentStart..<contentEnd, tag: start..<end)
        default: scanName(sort, contentStart..<contentEnd, tag: start..<end)
        }
    }

    private static func sort(of sigil: UInt8) -> Tag.Sort {
        switch sigil {
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="): .delimiters
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        case UInt8(ascii: "&"), UInt8(ascii: "{"): .raw
        default: .escaped
        }
    }

    private mutating func scanName(_ sort: Tag.Sort, _ content: Range<Int>, tag: Range<Int>) {
        var name = trimmed(content)
        var isDynamic = false
        if sort == .partial || sort == .parent || sort == .close, bytes[name].first == UInt8(ascii: "*") {
            isDynamic = true
            name = trimmed(name.lowerBound + 1..<name.upperBound)
        }
        let isPath = isDynamic || ![.partial, .parent, .close, .block].contains(sort)
        guard !name.isEmpty, !bytes[name].contains(where: isBlank), !isPath || isDotted(name) else {
            report(.badTag(string(Array(bytes[tag]))), at: tag)
            return
        }
        append(sort, tag, name: name, isDynamic: isDynamic)
    }

    /// Whether a name is one dot, or parts with a dot between them.
    private func isDotted(_ name: Range<Int>) -> Bool {
        name.count == 1 && bytes[name.lowerBound] == UInt8(ascii: ".")
            || bytes[name].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    private mutating func setDelimiters(_ content: Range<Int>, tag: Range<Int>) {
        let words = bytes[content].split(whereSeparator: isBlank)
        guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
            report(.badDelimiter, at: tag)
            return
        }
        (opening, closing) = (Array(words[0]), Array(words[1]))
        append(.delimiters, tag, name: content.lowerBound..<content.lowerBound)
    }

    private mutating func append(_ sort: Tag.Sort, _ range: Range<Int>, name: Range<Int>, isDynamic: Bool = false) {
        var before = range.lowerBound
        while before > 0, isSpace(bytes[before - 1]) { before -= 1 }
        var after = range.upperBound
        while after < bytes.count, isSpace(bytes[after]) { after += 1 }
        if after + 1 < bytes.count, bytes[after] == 0x0D, bytes[after + 1] == 0x0A { after += 1 }
        tags.append(
            Tag(
                sort: sort, range: range, name: name, isDynamic: isDynamic,
                isFirstOnLine: before == 0 || bytes[before - 1] == 0x0A,
                isLastOnLine: after == bytes.count || bytes[after] == 0x0A))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func isBlank(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 0x0A || byte == 0x0D }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, start <= bytes.count - pattern.count else { return nil }
        for index in start...(bytes.count - pattern.count) where bytes[index] == first {
            if bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
        }
        return nil
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private mutating func report(_ problem: TemplateProblem, at range: Range<Int>) {
        diagnostics.append(Diagnostic(problem, in: source, bytes: range))
    }
}
