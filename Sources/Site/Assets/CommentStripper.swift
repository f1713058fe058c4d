import Basics

/// Removes comments that have whole lines to themselves, indentation, empty lines, and some line ends from scripts and style sheets, and
/// from scripts the blanks next to signs.
///
/// A file means the same afterwards, so the rule is simple:
///
/// - A line comment is removed if only blanks are before it on its line (scripts only).
/// - A block comment is removed if only blanks are before it on its first line and after it on its last line. One that begins with
///   `/*!` is kept.
/// - Every other line keeps its bytes, except for blanks at its start and end. Lines of blanks are removed.
/// - The end of a line after `{`, `}`, `;` or `,` is removed, unless the line has a string (style sheets only).
/// - In scripts, line ends are removed after signs that end a statement or leave it open, and so are blanks next to signs that a blank
///   never divides (`a = b` becomes `a=b`), but only on lines on which strings and template literals can be told from code.
///
/// This needs to know of each line that it starts in plain code, not inside of a string, template literal, comment or address. As
/// soon as a line may leave that open, or a character may mean something else elsewhere, the whole file is left as it is: see
/// ``Syntax/isComplete(_:)`` and ``Syntax/doubtful``.
///
/// This is our own code because minifiers are programs of other languages, and a build needs nothing but Swift.
package enum CommentStripper {
    /// Returns the file without comments and indentation, or nil if it has to be left as it is.
    package static func stripped(_ source: [UInt8], _ syntax: Syntax) -> [UInt8]? {
        guard syntax.doubtful.allSatisfy({ source.range(of: $0) == nil }) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var position = 0
        /// Whether the last byte is a line end that is not needed before a brace that closes a block.
        var canJoin = false
        while position < source.count {
            let line = source.line(from: position).trimmed
            let next = source.line(from: position).endIndex + 1
            if line.starts(with: "/*".utf8) {
                guard let end = source.range(of: "*/", from: line.startIndex + 2)?.upperBound else { return nil }
                let rest = source.line(from: end)
                guard rest.trimmed.isEmpty else { return nil }
                if line.starts(with: "/*!".utf8) { output += source[line.startIndex..<end] + [UInt8(ascii: "\n")] }
                position = rest.endIndex + 1
                continue
            }
            position = next
            if line.isEmpty || syntax == .script && line.starts(with: "//".utf8) { continue }
            guard syntax.isComplete(line) else { return nil }
            let tightened = syntax == .script ? line.withoutBlanksNextToSigns : nil
            if line.first == UInt8(ascii: "}"), canJoin { output.removeLast() }
            output += tightened ?? Array(line)
            let isOpen =
                tightened != nil ? line.last.map { ";{,([".utf8.contains($0) } ?? false : syntax.joinsNext(line)
            if !isOpen { output.append(UInt8(ascii: "\n")) }
            canJoin = tightened != nil && !isOpen
        }
        if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
        return output
    }
}

extension CommentStripper {
    /// The language of a file that comments are removed from.
    package enum Syntax {
        /// JavaScript (ECMAScript 2025).
        case script
        /// CSS (Syntax Module Level 3).
        case styleSheet

        /// What may change the meaning of lines elsewhere in the file: further line ends and comments of scripts (sections 12.3 and
        /// B.1.1), and a rule that counts only at the very start of a style sheet.
        var doubtful: [StaticString] {
            switch self {
            case .script: ["\u{2028}", "\u{2029}", "<!--", "-->"]
            case .styleSheet: ["@charset"]
            }
        }

        /// Whether a line that starts in plain code surely ends in plain code, so that the next one starts in it.
        func isComplete(_ line: ArraySlice<UInt8>) -> Bool {
            guard line.range(of: "/*") == nil else { return false }
            switch self {
            case .script:
                return line.last != UInt8(ascii: "\\") && (!line.contains(UInt8(ascii: "`")) || closesTemplateLiterals(line))
            case .styleSheet:
                // A string goes on after a backslash, and an escape of up to six digits takes the line end after it with it.
                if line.suffix(7).contains(UInt8(ascii: "\\")) { return false }
                guard line.contains(UInt8(ascii: "(")) else { return true }
                // `url(` may be written with escapes, and a bracket that closes it must not be one.
                return !line.contains(UInt8(ascii: "\\")) && closesAddresses(line)
            }
        }

        /// Whether the end of a line makes no difference. A string that is not closed ends with its line.
        func joinsNext(_ line: ArraySlice<UInt8>) -> Bool {
            guard self == .styleSheet, let last = line.last, "{};,".utf8.contains(last) else { return false }
            return !line.contains(UInt8(ascii: "\"")) && !line.contains(UInt8(ascii: "'"))
        }

        /// Whether every address without quotation marks (`url(…)`) ends on the line of a style sheet. Nothing in it is a comment.
        private func closesAddresses(_ line: ArraySlice<UInt8>) -> Bool {
            let lowercased = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            var start = lowercased.startIndex
            while let address = lowercased[...].range(of: "url(", from: start) {
                guard let end = lowercased[...].range(of: ")", from: address.upperBound) else { return false }
                start = end.upperBound
            }
            return true
        }

        /// Whether every template literal that starts on the line of a script surely ends on it.
        ///
        /// Only lines with a backtick get here. A slash in code is taken for the start of a regular expression after a character that an
        /// operand has to follow; after any other one only a parser could know.
        private func closesTemplateLiterals(_ line: ArraySlice<UInt8>) -> Bool {
            /// For each expression of a template literal (`${`) that is open, how many braces are open in it.
            var braces: [Int] = []
            var isInLiteral = false
            var position = line.startIndex
            while position < line.endIndex {
                let byte = line[position]
                position += 1
                switch byte {
                case UInt8(ascii: "\\") where isInLiteral:
                    position += 1
                case UInt8(ascii: "`"):
                    isInLiteral.toggle()
                case UInt8(ascii: "$") where isInLiteral && position < line.endIndex && line[position] == UInt8(ascii: "{"):
                    position += 1
                    braces.append(0)
                    isInLiteral = false
                case _ where isInLiteral:
                    break
                case UInt8(ascii: "{") where !braces.isEmpty:
                    braces[braces.count - 1] += 1
                case UInt8(ascii: "}") where braces.last == 0:
                    braces.removeLast()
                    isInLiteral = true
                case UInt8(ascii: "}") where !braces.isEmpty:
                    braces[braces.count - 1] -= 1
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    guard let end = line.endOfToken(closedBy: byte, from: position) else { return false }
                    position = end
                case UInt8(ascii: "/"):
                    if position < line.endIndex, line[position] == UInt8(ascii: "/") { return braces.isEmpty }
                    guard let previous = line[..<(position - 1)].trimmed.last, "(,=:[!&|?{;".utf8.contains(previous),
                        let end = line.endOfToken(closedBy: byte, from: position, hasClasses: true)
                    else { return false }
                    position = end
                default: break
                }
            }
            return !isInLiteral && braces.isEmpty
        }
    }
}

extension ArraySlice<UInt8> {
    /// The slice without spaces, tabs and carriage returns at its start and end.
    fileprivate var trimmed: ArraySlice<UInt8> {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
        guard let last = lastIndex(where: { !isBlank($0) }) else { return self[endIndex...] }
        return self[...last].drop(while: isBlank)
    }

    /// Whether an expression of a template literal (`${`) is open at the end.
    private var hasOpenExpression: Bool {
        var depth = 0
        for (byte, next) in zip(self, self.dropFirst()) {
            if byte == UInt8(ascii: "{"), depth > 0 { depth += 1 }
            if byte == UInt8(ascii: "$"), next == UInt8(ascii: "{"), depth == 0 { depth = -1 }
            if byte == UInt8(ascii: "{"), depth == -1 { depth = 1 }
            if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
        }
        return depth != 0
    }

    /// The line of a script without blanks next to signs; nil if a slash in it may be the start of a regular expression or a comment, or
    /// if a template literal may be in another one. O(length).
    fileprivate var withoutBlanksNextToSigns: [UInt8]? {
        let isSign = { (byte: UInt8) in "=*<>?:&|{}()[],;!".utf8.contains(byte) }
        // Two of these with nothing between them are another sign.
        let isSum = { (byte: UInt8) in "+-".utf8.contains(byte) }
        var line: [UInt8] = []
        line.reserveCapacity(count)
        var position = startIndex
        while position < endIndex {
            let byte = self[position]
            position += 1
            if byte == UInt8(ascii: "/") {
                // A regular expression, if an operand has to follow what is before it.
                guard let last = line.last, "(,=:[!&|?".utf8.contains(last), position < endIndex, self[position] != byte,
                    let end = endOfToken(closedBy: byte, from: position, hasClasses: true), end <= endIndex
                else { return nil }
                line += self[(position - 1)..<end]
                position = end
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                let end = endOfToken(closedBy: byte, from: position).map { Swift.min($0, endIndex) } ?? endIndex
                if byte == UInt8(ascii: "`"), self[position..<end].hasOpenExpression { return nil }
                line += self[(position - 1)..<end]
                position = end
            } else if byte == 0x20, let last = line.last, let next = self[position...].first(where: { $0 != 0x20 }) {
                // `?.`, `<!--` and `-->` have a meaning of their own.
                let isOwn =
                    (last == UInt8(ascii: "?") && next == UInt8(ascii: "."))
                    || (last == UInt8(ascii: "<") && next == UInt8(ascii: "!"))
                    || (last == UInt8(ascii: "-") && next == UInt8(ascii: ">"))
                let isNeeded = !isSign(last) && !isSign(next) && isSum(last) == isSum(next)
                if isOwn || isNeeded { line.append(byte) }
            } else {
                line.append(byte)
            }
        }
        return line
    }

    /// Returns the range of the first occurrence of an ASCII or UTF-8 text, or nil if there is none. O(length).
    fileprivate func range(of text: StaticString, from start: Int? = nil) -> Range<Int>? {
        text.withUTF8Buffer { text in
            guard let first = text.first, let last = text.last else { return nil }
            return withUnsafeBufferPointer { bytes in
                var index = (start ?? startIndex) - startIndex
                while true {
                    // Two bytes are looked for together, and of a longer text the first one.
                    index = bytes.firstIndex(from: index) {
                        text.count == 2 ? $0.matches(first) .& $1.matches(last) : $0.matches(first)
                    }
                    guard index < bytes.count else { return nil }
                    if bytes[index...].starts(with: text) {
                        return startIndex + index..<startIndex + index + text.count
                    }
                    index += 1
                }
            }
        }
    }

    /// Returns the position after the end of a string or, with classes, of a regular expression, or nil if the line ends before it.
    fileprivate func endOfToken(closedBy mark: UInt8, from start: Int, hasClasses: Bool = false) -> Int? {
        var isInClass = false
        var position = start
        while position < endIndex {
            switch self[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "[") where hasClasses: isInClass = true
            case UInt8(ascii: "]") where hasClasses: isInClass = false
            case mark where !isInClass: return position + 1
            default: break
            }
            position += 1
        }
        return nil
    }
}

extension [UInt8] {
    /// The bytes from a position to the end of its line.
    fileprivate func line(from start: Int) -> ArraySlice<UInt8> {
        self[start..<(self[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count)]
    }

    /// Returns the range of the first occurrence of an ASCII or UTF-8 text, or nil if there is none. O(length).
    fileprivate func range(of text: StaticString, from start: Int = 0) -> Range<Int>? {
        self[start...].range(of: text)
    }
}
