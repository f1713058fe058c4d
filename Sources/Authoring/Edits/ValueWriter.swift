import CasebookLoading
import Diagnostics

/// Writes the value of a key into front matter, in the form that it had.
struct ValueWriter {
    let field: Field
    /// Whether there can be several values.
    let isList: Bool
    /// Whether a value keeps its form. Otherwise it is written in the form that is always read as meant.
    let keepsForm: Bool

    /// The line of a key that the file does not have, without its end.
    func line(_ value: EditedValue) -> String { "\(field.key): \(written(value))" }

    private func written(_ value: EditedValue) -> String {
        isList ? "[\(value.items.map(item).joined(separator: ", "))]" : scalar(joined(value))
    }

    private func joined(_ value: EditedValue) -> String { value.items.joined(separator: "、") }

    /// Returns the edits that give an entry another value.
    func edits(_ entry: FrontMatter.Entry, _ value: EditedValue, in text: SourceText) -> [StoredText.Edit] {
        let old = entry.writtenRange(in: text)
        guard !value.isEmpty else { return removal(of: entry, old, in: text) }
        if keepsForm, let edits = listEdits(entry, old, value, in: text) { return edits }
        switch old.style {
        case .missing: return [.init(range: old.range, text: " " + written(value))]
        case .plain where isList && value.items.count == 1 && keepsForm && !isBracketed(old.range, in: text):
            return [.init(range: old.range, text: item(value.items[0]))]
        case .plain where !isList && keepsForm:
            return [.init(range: old.range, text: plainScalar(joined(value)))]
        case .quoted(let mark) where !(isList && value.items.count > 1) && keepsForm:
            return [.init(range: old.range, text: YAMLScalar.write(joined(value), in: mark))]
        case .literal where !isList && keepsForm:
            if let lines = literal(joined(value), old.range, in: text) { return [.init(range: old.range, text: lines)] }
        default: break
        }
        guard old.style == .lines || old.style == .literal else { return [.init(range: old.range, text: written(value))] }
        // The value goes from the lines below to the line of the key.
        let lineEnd = max(old.range.lowerBound - 1, entry.colon.upperBound)
        let start = entry.colon.upperBound
        let rest = text.string(start..<lineEnd)
        let comment = old.style == .lines ? rest : ""
        let isCut = old.range.upperBound == text.utf8.count && text.utf8.last != 0x0A
        return [
            .init(range: start..<lineEnd, text: " " + written(value) + (comment.allSatisfy(\.isWhitespace) ? "" : comment)),
            .init(range: isCut ? lineEnd..<old.range.upperBound : old.range, text: ""),
        ]
    }

    private func isBracketed(_ range: Range<Int>, in text: SourceText) -> Bool {
        let first = text.string(range).unicodeScalars.first
        return first == "[" || first == "［"
    }

    private func removal(
        of entry: FrontMatter.Entry, _ old: FrontMatter.WrittenRange, in text: SourceText
    ) -> [StoredText.Edit] {
        guard field.isRequired else {
            // The lines of the value, without the comments after it.
            let end = max(
                text.startOfNextLine(entry.line.upperBound),
                min(text.startOfNextLine(max(old.range.upperBound - 1, 0)), entry.lines.upperBound))
            return [.init(range: entry.line.lowerBound..<end, text: "")]
        }
        let lineEnd = max(old.range.lowerBound - 1, entry.colon.upperBound)
        switch old.style {
        case .literal: return [.init(range: entry.colon.upperBound..<lineEnd, text: ""), .init(range: old.range, text: "")]
        default:
            var start = old.range.lowerBound
            while start > entry.colon.upperBound, text.utf8[start - 1] == 0x20 { start -= 1 }
            // A comment needs a space before it.
            return [.init(range: old.style == .lines ? old.range : start..<old.range.upperBound, text: "")]
        }
    }

    /// A text as the value of a key: dates, numbers and words such as `draft` without quotation marks.
    private func scalar(_ text: String) -> String {
        let words: Field.Forms = [.date, .number, .status, .choice, .decimal, .yesNo]
        return !field.forms.isDisjoint(with: words) && isWord(text) ? text : YAMLScalar.write(text)
    }

    /// A text in place of one without quotation marks.
    private func plainScalar(_ text: String) -> String {
        if field.forms.contains(.url), text.hasPrefix("http"), text.utf8.last != UInt8(ascii: ":"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        {
            return text
        }
        return scalar(text)
    }

    /// A text as an item of a list. Japanese commas in it would divide it, if it were not a term.
    private func item(_ text: String) -> String {
        let written = YAMLScalar.write(text)
        guard isSame(written, text), !field.isTerms, text.contains(where: { "，、､；;".contains($0) }) else { return written }
        return YAMLScalar.write(text, in: UInt8(ascii: "\""))
    }

    private func isWord(_ text: String) -> Bool {
        guard text != "null", let first = text.unicodeScalars.first, first != "ー" else { return false }
        let isSigned = first == "-" && text.utf8.count > 1
        return (isSigned ? text.dropFirst() : text[...]).unicodeScalars.enumerated().allSatisfy { index, scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || index > 0 && (scalar == "-" || scalar == ".") || scalar.value > 0x7F && scalar.properties.isAlphabetic
        }
    }

    /// The lines of a text after `|`, indented as before; nil if it cannot be written so.
    private func literal(_ text: String, _ range: Range<Int>, in source: SourceText) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let old = source.string(range)
        let indent = old.split(separator: "\n").first.map { $0.prefix { $0 == " " } } ?? "  "
        guard !indent.isEmpty, lines.first?.first?.isWhitespace == false, lines.last?.isEmpty == false,
            lines.allSatisfy({ $0.isEmpty || $0.contains { !$0.isWhitespace } }),
            !text.unicodeScalars.contains(where: { $0 != "\n" && YAMLScalar.isEscaped($0) })
        else { return nil }
        let written = lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        return written + (old.hasSuffix("\n") ? "\n" : "")
    }
}

/// Lists.
extension ValueWriter {
    /// Returns edits that keep the items that stay, with everything around them; nil if the value is not a list in such a form.
    private func listEdits(
        _ entry: FrontMatter.Entry, _ old: FrontMatter.WrittenRange, _ value: EditedValue, in text: SourceText
    ) -> [StoredText.Edit]? {
        guard isList || field.isTerms, case .list(let items, _) = entry.value else { return nil }
        let known = items.compactMap { item in
            item.text.map { (value: StoredText.normalized($0.string(in: text)), bytes: $0.bytes) }
        }
        guard known.count == items.count, !known.isEmpty else { return nil }
        let matches = Self.matches(known.map(\.value), value.items).enumerated().map { index, match in
            guard let old = match.old, !match.isSame else {
                return Item(old: match.old, text: match.isSame ? nil : item(value.items[index]))
            }
            // An item in place of another one keeps its quotation marks.
            let mark = text.utf8[known[old].bytes.lowerBound]
            let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
            return Item(old: old, text: isQuoted ? YAMLScalar.write(value.items[index], in: mark) : item(value.items[index]))
        }
        switch old.style {
        case .flow: return flowEdits(known.map(\.bytes), old.range, matches, in: text)
        case .lines: return lineEdits(known.map(\.bytes), matches, in: text)
        default: return nil
        }
    }

    /// An item of the new list.
    private struct Item {
        /// The index of the old item that it is, or whose place it takes.
        let old: Int?
        /// What is written; nil for an item that stays.
        let text: String?
    }

    /// A list in brackets: what is between two items that stay neighbours stays as well.
    private func flowEdits(
        _ items: [Range<Int>], _ range: Range<Int>, _ new: [Item], in text: SourceText
    ) -> [StoredText.Edit]? {
        guard let first = items.first, let last = items.last,
            items.allSatisfy({ range.contains($0.lowerBound) && $0.upperBound < range.upperBound }),
            text.utf8[range.upperBound - 1] == UInt8(ascii: "]")
        else { return nil }
        var result = text.string(range.lowerBound..<first.lowerBound)
        for (index, item) in new.enumerated() {
            if index > 0 {
                if let left = new[index - 1].old, let right = item.old, right == left + 1 {
                    result += text.string(items[left].upperBound..<items[right].lowerBound)
                } else {
                    result += ", "
                }
            }
            result += item.text ?? item.old.map { text.string(items[$0]) } ?? ""
        }
        return [.init(range: range, text: result + text.string(last.upperBound..<range.upperBound))]
    }

    /// A list with one item per line: lines go and come, the others stay.
    private func lineEdits(_ items: [Range<Int>], _ new: [Item], in text: SourceText) -> [StoredText.Edit]? {
        let lines = items.map { text.startOfLine($0.lowerBound)..<text.startOfNextLine($0.upperBound) }
        guard zip(lines, lines.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else { return nil }
        let mark = text.string(lines[0].lowerBound..<items[0].lowerBound)
        guard mark.allSatisfy({ $0 == " " || $0 == "-" }), mark.hasSuffix(" "), mark.contains("-") else { return nil }
        let staying = Set(new.compactMap(\.old))
        var edits: [StoredText.Edit] = []
        for (index, line) in lines.enumerated() where !staying.contains(index) { edits.append(.init(range: line, text: "")) }
        var position = lines[0].lowerBound
        for item in new {
            if let old = item.old {
                if let written = item.text { edits.append(.init(range: items[old], text: written)) }
                position = lines[old].upperBound
            } else if let written = item.text {
                let isCut = position > 0 && text.utf8[position - 1] != 0x0A
                edits.append(.init(range: position..<position, text: isCut ? "\n" + mark + written : mark + written + "\n"))
            }
        }
        return edits
    }

    /// For each new item, the index of the old item that it is, or of one that goes and whose place it takes.
    private static func matches(_ old: [String], _ new: [String]) -> [(old: Int?, isSame: Bool)] {
        let kept = common(old, new)
        var result: [(old: Int?, isSame: Bool)] = kept.map { ($0, $0 != nil) }
        var next = 0
        var index = 0
        while index < new.count {
            let end = kept[index...].firstIndex { $0 != nil } ?? new.count
            let limit = end < new.count ? kept[end] ?? old.count : old.count
            while index < end, next < limit {
                result[index].old = next
                (index, next) = (index + 1, next + 1)
            }
            index = end + 1
            next = limit + 1
        }
        return result
    }

    /// For each new item, the index of the old item that it is: a longest common subsequence.
    private static func common(_ old: [String], _ new: [String]) -> [Int?] {
        // No list that somebody edits is so long.
        guard old.count * new.count <= 250_000 else {
            let same = zip(old, new).prefix { isSame($0, $1) }.count
            return new.indices.map { $0 < same ? $0 : nil }
        }
        var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i][j] = isSame(old[i], new[j]) ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var result: [Int?] = Array(repeating: nil, count: new.count)
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if isSame(old[i], new[j]) {
                result[j] = i
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return result
    }
}
