import Markdown
import Diagnostics
import Yams

/// A range of YAML in a file. Yams parses it, and its values get ranges in the file.
package struct YAMLFragment {
    /// The reason why a range could not be parsed.
    package struct Failure: Error {
        /// The byte offset in the file.
        package let offset: Int
        let mistake: YAMLMistake
        /// Whether the text ended too early.
        var isAtEnd = false
        var duplicateKey: String?
    }

    private let source: SourceText
    private let range: Range<Int>
    private let lineStarts: [Int]
    /// How many more values may be created. Every value that is written has at least one byte, but aliases can expand a short text
    /// without limit.
    private var budget: Int
    /// The last location that was looked up, from which the next one on the same line is counted.
    private var known = (line: 0, scalars: 0, offset: 0)

    private init(_ source: SourceText, _ range: Range<Int>) {
        self.source = source
        self.range = range
        lineStarts = [range.lowerBound] + range.filter { source.utf8[$0] == 0x0A }.map { $0 + 1 }
        budget = range.count + 100
        known.offset = range.lowerBound
    }

    /// Parses a range of a file as one YAML value.
    package static func parse(_ source: SourceText, _ range: Range<Int>) -> Result<FieldValue, Failure> {
        var fragment = YAMLFragment(source, range)
        if let offset = fragment.offsetTooDeep() {
            return .failure(Failure(offset: offset, mistake: .tooDeep))
        }
        do {
            // Every value is read as text, so no rules decide which texts are numbers or dates; to make them takes milliseconds.
            guard let node = try Yams.compose(yaml: source.string(range), .basic, .default, .utf8) else {
                return .success(.empty(at: range.lowerBound))
            }
            return .success(try fragment.value(node))
        } catch let failure as Failure {
            return .failure(failure)
        } catch let error as YamlError {
            return .failure(fragment.failure(error))
        } catch {
            return .failure(Failure(offset: range.lowerBound, mistake: .other))
        }
    }

    private mutating func failure(_ error: YamlError) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Failure(
                offset: offset(mark), mistake: YAMLMistake(detail: problem),
                isAtEnd: problem == "found unexpected end of stream")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return Failure(
                offset: offset(context.mark), mistake: .other, duplicateKey: duplicates.min())
        case .reader(let problem, _, _, _):
            return Failure(offset: range.lowerBound, mistake: YAMLMistake(detail: problem))
        default:
            return Failure(offset: range.lowerBound, mistake: .other)
        }
    }

    private mutating func value(_ node: Node) throws -> FieldValue {
        budget -= 1
        let start = node.mark.map { offset($0) } ?? range.lowerBound
        guard budget > 0 else { throw Failure(offset: start, mistake: .tooMany) }
        switch node {
        case .scalar(let scalar):
            return self.value(scalar, at: start)
        case .sequence(let sequence):
            let items = try sequence.map { try value($0) }
            let first = items.first?.bytes.lowerBound ?? start
            return .list(items, bytes: min(start, first)..<max(start, items.last?.bytes.upperBound ?? start))
        case .mapping(let mapping):
            let entries = try mapping.map { pair in
                let keyStart = pair.key.mark.map { offset($0) } ?? start
                let name = pair.key.scalar?.string ?? ""
                let key = text(name, style: .plain, at: keyStart).bytes
                return FrontMatter.Entry(
                    name: name, line: key, key: key, colon: key.upperBound..<key.upperBound, mistakes: [],
                    value: try value(pair.value))
            }
            let end = entries.last.map { max($0.key.upperBound, $0.value.bytes.upperBound) } ?? start
            return .map(entries, bytes: start..<max(start, end))
        case .alias:
            throw Failure(offset: start, mistake: .mark("*"))
        }
    }

    private func value(_ scalar: Node.Scalar, at start: Int) -> FieldValue {
        let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
        return isNull ? .empty(at: start) : .text(text(scalar.string, style: scalar.style, at: start))
    }

    /// Returns a text with its range. The text is not copied if the source contains it unchanged.
    private func text(_ string: String, style: Node.Scalar.Style, at start: Int) -> FieldText {
        let bytes = source.utf8
        let contentStart = style == .singleQuoted || style == .doubleQuoted ? start + 1 : start
        let contentEnd = contentStart + string.utf8.count
        if contentEnd <= range.upperBound, contentStart <= contentEnd, style != .literal, style != .folded,
            bytes[contentStart..<contentEnd].elementsEqual(string.utf8)
        {
            let end = contentStart == start ? contentEnd : min(contentEnd + 1, range.upperBound)
            return FieldText(bytes: start..<end, content: contentStart..<contentEnd)
        }
        // The start is the location that was looked up last.
        let next = known.line + 1
        let lineEnd = max(start, next < lineStarts.count ? lineStarts[next] - 1 : range.upperBound)
        let trimmed = style == .literal ? string.trimmingTrailingLineFeeds : string
        return FieldText(bytes: start..<lineEnd, corrected: trimmed)
    }

    /// Returns the byte offset of a location of Yams, which counts lines and Unicode scalars from 1.
    ///
    /// - Complexity: O(scalars from the last location), if the locations of a line are asked for in order.
    private mutating func offset(_ mark: Mark) -> Int {
        let line = min(max(mark.line - 1, 0), lineStarts.count - 1)
        let column = mark.column - 1
        if line != known.line || column < known.scalars { known = (line, 0, lineStarts[line]) }
        var (scalars, offset) = (known.scalars, known.offset)
        while scalars < column, offset < range.upperBound, source.utf8[offset] != 0x0A {
            offset += 1
            while offset < range.upperBound, source.utf8[offset] & 0xC0 == 0x80 { offset += 1 }
            scalars += 1
        }
        known = (line, scalars, offset)
        return offset
    }

    /// Returns the offset at which brackets, dashes or spaces are nested too deeply for a recursive parser; `nil` if none are.
    private func offsetTooDeep() -> Int? {
        var depth = 0
        var leading = 0
        var isLeading = true
        for offset in range {
            switch source.utf8[offset] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case 0x0A:
                leading = 0
                isLeading = true
                continue
            case 0x20, 0x2D, 0x3F: break
            default: isLeading = false
            }
            if isLeading { leading += 1 }
            if depth > 32 || leading > 200 { return offset }
        }
        return nil
    }
}

extension String {
    fileprivate var trimmingTrailingLineFeeds: String {
        var text = self
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
