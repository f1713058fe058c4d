/// Takes comments and indentation out of a script (ECMAScript 2025, section 12). Comments that begin with `/*!` stay.
///
/// Where a slash may begin a regular expression as well as divide, and only a parser could tell, the script is left alone.
struct ScriptTrimmer {
    private let source: [UInt8]
    private var place = 0
    private var lines = TrimmedLines()
    /// How many braces are open.
    private var depth = 0
    /// For each template literal of which an expression is open, how many braces were open before it.
    private var literals: [Int] = []

    /// Nil where the script is better left alone.
    static func trimmed(_ source: [UInt8]) -> [UInt8]? {
        var trimmer = ScriptTrimmer(source: source)
        return trimmer.run() ? trimmer.lines.bytes : nil
    }

    private init(source: [UInt8]) {
        self.source = source
    }

    private mutating func run() -> Bool {
        while place < source.count {
            guard step() else { return false }
        }
        lines.endLine()
        return depth == 0 && literals.isEmpty
    }

    /// Takes the next token or a part of one; false where that cannot be told.
    private mutating func step() -> Bool {
        switch source[place] {
        case UInt8(ascii: "\n"):
            lines.endLine()
            place += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            lines.blank()
            place += 1
        case UInt8(ascii: "/"):
            return slash()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let end = source.endOfString(from: place) else { return false }
            keep(to: end)
        case UInt8(ascii: "`"):
            return literal(from: place + 1)
        case UInt8(ascii: "}") where literals.last == depth:
            literals.removeLast()
            return literal(from: place + 1)
        case UInt8(ascii: "{"):
            depth += 1
            keep(to: place + 1)
        case UInt8(ascii: "}"):
            depth -= 1
            keep(to: place + 1)
        case 0xE2 where source.holds("\u{2028}", at: place) || source.holds("\u{2029}", at: place):
            // These end lines too.
            return false
        case UInt8(ascii: "<") where source.holds("<!--", at: place), UInt8(ascii: "-") where source.holds("-->", at: place):
            // Each may begin a comment of a line, in some scripts and in some places (section B.1.1).
            return false
        default:
            keep(to: source[(place + 1)...].firstIndex(where: \.mayMeanMore) ?? source.count)
        }
        return true
    }

    /// Takes a template literal up to its end or its next expression.
    private mutating func literal(from start: Int) -> Bool {
        var end = start
        while end < source.count {
            if source[end] == UInt8(ascii: "`") {
                keep(to: end + 1)
                return true
            }
            if source.holds("${", at: end) {
                keep(to: end + 2)
                literals.append(depth)
                return true
            }
            end += source[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
    }

    private mutating func slash() -> Bool {
        if source.holds("//", at: place) {
            let end = source[place...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
            guard !source.holdsLineEnd(in: place..<end) else { return false }
            place = end
            return true
        }
        if source.holds("/*", at: place) {
            guard let end = source.end(of: "*/", from: place + 2) else { return false }
            if source.holds("/*!", at: place) {
                lines.keep(source[place..<end])
            } else if source.holdsLineEnd(in: place..<end) {
                return false
            } else if source[place..<end].contains(UInt8(ascii: "\n")) {
                lines.endLine()
            } else {
                lines.blank()
            }
            place = end
            return true
        }
        switch meaning {
        case .division:
            keep(to: place + 1)
        case .expression:
            guard let end = endOfExpression else { return false }
            keep(to: end)
        case .either:
            // One that stands alone in its line divides.
            let line = source[(place + 1)...].prefix { $0 != UInt8(ascii: "\n") }
            guard !line.contains(UInt8(ascii: "/")) else { return false }
            keep(to: place + 1)
        }
        return true
    }

    private enum Meaning { case division, expression, either }

    /// What a slash means behind what was written.
    private var meaning: Meaning {
        guard let index = lines.bytes.lastIndex(where: { $0 > UInt8(ascii: " ") }) else { return .expression }
        let written = lines.bytes[...index]
        let last = lines.bytes[index]
        if last.isOfName {
            let word = written.suffix(while: \.isOfName)
            // It may be a blank, such as the one of Japanese.
            if word.contains(where: { $0 >= 0x80 }) { return .either }
            let before = written.dropLast(word.count).last
            if before == UInt8(ascii: ".") || before == UInt8(ascii: "#") { return .division }
            let name = String(decoding: word, as: UTF8.self)
            if Self.doubtful.contains(name) { return .either }
            return Self.operators.contains(name) ? .expression : .division
        }
        switch last {
        case UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return .division
        case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "."): return .either
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return written.dropLast().last == last ? .either : .expression
        default: return .expression
        }
    }

    /// Words that an operand follows.
    private static let operators: Set<String> = [
        "case", "default", "delete", "do", "else", "extends", "in", "instanceof", "new", "return", "throw", "typeof", "void",
    ]

    /// Words that may be names, and those behind which the end of a line ends the statement.
    private static let doubtful: Set<String> = ["await", "break", "continue", "debugger", "of", "yield"]

    /// Where the regular expression ends that begins at the slash; nil where its line ends before it.
    private var endOfExpression: Int? {
        var isInClass = false
        var end = place + 1
        while end < source.count, source[end] != UInt8(ascii: "\n") {
            switch source[end] {
            case UInt8(ascii: "\\"): end += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass: return end + 1
            default: break
            }
            end += 1
        }
        return nil
    }

    private mutating func keep(to end: Int) {
        lines.keep(source[place..<min(end, source.count)])
        place = min(end, source.count)
    }
}

extension [UInt8] {
    /// Whether a stretch holds one of the line ends that JavaScript knows besides those of ASCII.
    fileprivate func holdsLineEnd(in range: Range<Int>) -> Bool {
        range.contains { self[$0] == 0xE2 && (holds("\u{2028}", at: $0) || holds("\u{2029}", at: $0)) }
    }
}

extension UInt8 {
    /// Whether it is more than a part of a name, a number or an operator.
    fileprivate var mayMeanMore: Bool {
        switch self {
        case ...UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: "-"), 0xE2:
            true
        default: false
        }
    }

    /// Whether it may stand in a name of JavaScript.
    var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
            true
        default: false
        }
    }
}

extension Collection where Self: BidirectionalCollection {
    /// The longest end of which every element meets a condition.
    fileprivate func suffix(while meets: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, meets(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
