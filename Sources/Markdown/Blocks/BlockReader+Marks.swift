import CCMark

/// A line with a mark at its start.
private struct MarkedLine {
    /// The index of the line in its paragraph.
    let index: Int
    let line: MarkLine
    let mark: MarkLine.Mark
    /// The number of spaces before the text; 0 in lists and quotes.
    let spaces: Int
    var isConfirmed = false

    /// How far the line is indented: by full-width spaces, or by twice as many others.
    var level: Int { mark.indentation + spaces / 2 }
}

/// What a paragraph is in.
private struct Surroundings {
    /// Whether it starts an item of a list, and of which kind.
    let item: cmark_list_type
    /// The number of columns before its text.
    let column: Int
}

/// Finds marks that were meant as Markdown at the start of lines, and blocks that are not what was meant.
extension BlockReader {
    mutating func report(_ kind: MisreadMark.Kind, _ range: Range<Int>, _ replacement: String?) {
        sink.addMark(kind, start + range.lowerBound..<start + range.upperBound, replacement)
    }

    /// Finds marks at the start of the lines of a paragraph.
    mutating func findLineMarks(_ node: OpaquePointer) {
        let first = startLine(node)
        let last = endLine(node)
        var found: [MarkedLine] = []
        for number in first...last {
            let range = textRange(number, of: node)
            guard range.count > 2 else { continue }
            if number < last { findLineBreak(range) }
            let offset = range.lowerBound
            guard MarkLine.mayStart(bytes[offset], bytes[offset + 1], bytes[offset + 2]) else { continue }
            let line = MarkLine(bytes, range)
            guard let mark = line.mark(startsParagraph: number == first) else { continue }
            // Lines with breaks between them are not joined, and are as they were typed.
            if mark.isListItem, !mark.isCertain, endsAtBreak(number - 1, of: node), endsAtBreak(number, of: node) { continue }
            let spaces = containers.isEmpty ? offset - lineStart(of: offset) : 0
            found.append(MarkedLine(index: number - first, line: line, mark: mark, spaces: spaces))
        }
        if !found.isEmpty { reportMarks(found, of: node, lineCount: last - first + 1) }
        if last > first, hasWideMarks || lines.hasBar { findTableMarks(node) }
    }

    /// Whether a line of a paragraph is the last one, or a line break ends it.
    private func endsAtBreak(_ number: Int, of node: OpaquePointer) -> Bool {
        guard number >= startLine(node), number < endLine(node) else { return true }
        let line = lines.line(number)
        let end = bytes[line].lastIndex { !$0.isLineEnd }.map { $0 + 1 } ?? line.lowerBound
        return bytes[line.lowerBound..<end].last == UInt8(ascii: "\\") || bytes[line.lowerBound..<end].hasSuffixOfSpaces
    }

    /// The range of the text of a line of a paragraph.
    private func textRange(_ number: Int, of node: OpaquePointer) -> Range<Int> {
        guard number == startLine(node) else { return containers.text(line: number).bytes }
        let line = lines.line(number)
        return min(line.lowerBound + startColumn(node) - 1, line.upperBound)..<line.upperBound
    }

    private mutating func findLineBreak(_ range: Range<Int>) {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1].isLineEnd { end -= 1 }
        var begin = end
        while begin - 3 > range.lowerBound, bytes[begin - 3] == 0xE3, bytes[begin - 2] == 0x80, bytes[begin - 1] == 0x80 {
            begin -= 3
        }
        if end - begin >= 6 { report(.lineBreak, begin..<end, "\\") }
    }

    // MARK: Lists, headings and quotes

    private mutating func reportMarks(_ marked: [MarkedLine], of node: OpaquePointer, lineCount: Int) {
        let surroundings = surroundings(of: node)
        let confirmed = confirm(marked, surroundings.item, lineCount: lineCount).filter(\.isConfirmed)
        let base = confirmed.filter(\.mark.isListItem).map(\.level).min() ?? 0
        for (position, each) in confirmed.enumerated() {
            let (line, mark) = (each.line, each.mark)
            let range = line.offsets[0] - each.spaces..<line.offsets[mark.count]
            let previous = position > 0 ? confirmed[position - 1] : nil
            switch mark.family {
            case .heading(let heading):
                // Level 1 is the page's title, and which level was meant is not certain.
                report(.heading(heading), range, heading.level == 1 ? nil : mark.written)
            case .quote: report(mark.isCorrect ? .wideIndentation : .quote, range, mark.written)
            case .bullet, .sign, .number:
                let continues = previous.map { $0.index == each.index - 1 && $0.mark.isListItem } ?? false
                // The items after the first one of a list need no change.
                if mark.isCorrect, mark.indentation == 0, each.spaces < 4, containers.isEmpty, continues { continue }
                guard let edit = edit(of: each, surroundings, base: base, continues: continues) else {
                    report(each.kind, range, nil)
                    continue
                }
                report(each.kind, edit.range, edit.text)
            }
        }
    }

    private func surroundings(of node: OpaquePointer) -> Surroundings {
        guard cmark_node_previous(node) == nil, let item = cmark_node_parent(node),
            cmark_node_get_type(item) == CMARK_NODE_ITEM, let list = cmark_node_parent(item)
        else { return Surroundings(item: CMARK_NO_LIST, column: startColumn(node) - 1) }
        return Surroundings(item: cmark_node_get_list_type(list), column: startColumn(node) - 1)
    }

    /// Decides which marks show what is meant: some do alone, others as two or more, or in a list.
    private func confirm(_ marked: [MarkedLine], _ item: cmark_list_type, lineCount: Int) -> [MarkedLine] {
        var marked = marked
        var counts: [Unicode.Scalar: Int] = [:]
        var quotes = 0
        for each in marked {
            switch each.mark.family {
            case .bullet(let sign), .sign(let sign): counts[sign, default: 0] += 1
            case .quote: quotes += 1
            case .heading, .number: break
            }
        }
        var lastNumber: Int?
        for index in marked.indices {
            let continuesItem = marked[index].index > 0
            switch marked[index].mark.family {
            case .heading: marked[index].isConfirmed = true
            case .quote: marked[index].isConfirmed = marked[index].mark.isCertain || quotes > 1
            case .bullet(let sign):
                marked[index].isConfirmed =
                    marked[index].mark.isCertain || counts[sign, default: 0] > 1 || item == CMARK_BULLET_LIST && continuesItem
            case .sign("※"): marked[index].isConfirmed = lineCount > 1 && counts["※"] == lineCount
            case .sign(let sign):
                let isDot = "・･•".unicodeScalars.contains(sign)
                marked[index].isConfirmed = counts[sign, default: 0] > 1 || isDot && item == CMARK_BULLET_LIST && continuesItem
            case .number(let number, _):
                if marked[index].mark.isCertain || item == CMARK_ORDERED_LIST && continuesItem {
                    marked[index].isConfirmed = true
                }
                if let last = lastNumber, case .number(let previous, _) = marked[last].mark.family, number == previous + 1 {
                    marked[last].isConfirmed = true
                    marked[index].isConfirmed = true
                }
                lastNumber = index
            }
        }
        return marked
    }

    /// The edit that makes a line an item; nil if there is no single right one.
    private func edit(
        of each: MarkedLine, _ surroundings: Surroundings, base: Int, continues: Bool
    ) -> (range: Range<Int>, text: String)? {
        let (line, mark) = (each.line, each.mark)
        if case .sign("※") = mark.family { return nil }
        let range = line.offsets[0] - each.spaces..<line.offsets[mark.count]
        // Only a list that starts with 1 can follow a line of text (CommonMark 0.30, section 5.2).
        var needsEmptyLine = false
        if case .number(let number, _) = mark.family {
            let isNextItem = surroundings.item == CMARK_ORDERED_LIST && mark.indentation == 0 && !mark.isCorrect
            needsEmptyLine = number != 1 && each.index > 0 && !continues && !isNextItem
        }
        if !containers.isEmpty {
            let isIndented = mark.indentation > 0 || mark.isCorrect
            guard isIndented, each.index > 0 else { return needsEmptyLine ? nil : (range, mark.written) }
            // The item is inside the item before it.
            guard !containers.hasQuote, surroundings.item != CMARK_NO_LIST, !needsEmptyLine else { return nil }
            let spaces = String(repeating: " ", count: surroundings.column + 2 * max(0, mark.indentation - 1))
            return (lineStart(of: range.lowerBound)..<range.upperBound, spaces + mark.written)
        }
        let width = if case .number = mark.family { 3 } else { 2 }
        let indentation = String(repeating: " ", count: width * (each.level - base))
        let text = (needsEmptyLine ? "\n" : "") + indentation + mark.written
        return (range, text)
    }

    private func lineStart(of offset: Int) -> Int {
        bytes[..<offset].lastIndex { $0.isLineEnd }.map { $0 + 1 } ?? 0
    }

    // MARK: Tables

    /// Finds a table with full-width bars or without a delimiter row in a paragraph that is no table.
    private mutating func findTableMarks(_ node: OpaquePointer) {
        let first = startLine(node)
        let rows = (first...endLine(node)).map { MarkLine(bytes, textRange($0, of: node)) }
        let delimiter = rows.indices.dropFirst().first { rows[$0].isMeantDelimiter && rows[$0 - 1].hasBar }
        guard let delimiter else { return findRowsWithoutDelimiter(rows) }
        let table = rows[(delimiter - 1)...].prefix { $0.hasBar }
        guard table.contains(where: \.hasWideTableMark), let last = table.last else { return }
        let range = rows[delimiter - 1].offsets[0]..<last.offsets[last.scalars.count]
        let isOfLines = containers.isEmpty
        var text = delimiter > 1 ? "\n" : ""
        text += table.map { $0.isMeantDelimiter ? $0.narrowDelimiter : $0.narrowBars }.joined(separator: "\n")
        report(.table, range, isOfLines ? text : nil)
    }

    private mutating func findRowsWithoutDelimiter(_ rows: [MarkLine]) {
        guard let first = rows.indices.dropLast().first(where: { rows[$0].isMeantRow && rows[$0 + 1].isMeantRow }) else {
            return
        }
        let row = rows[first]
        report(.tableWithoutDelimiter, row.offsets[0]..<row.offsets[row.scalars.count], nil)
    }

    // MARK: Blocks

    /// Finds text that is read as code, because there are four spaces before it.
    mutating func findIndentedText(_ node: OpaquePointer, _ literal: UnsafeBufferPointer<UInt8>) {
        let first = startLine(node)
        let line = lines.line(first)
        let offset = min(line.lowerBound + startColumn(node) - 1, line.upperBound)
        let isFenced =
            bytes[offset..<line.upperBound].starts(with: "```".utf8) || bytes[offset..<line.upperBound].starts(with: "~~~".utf8)
        guard !isFenced, Self.isProse(literal) else { return }
        var last = endLine(node)
        while last > first, bytes[lines.line(last)].allSatisfy(\.isASCIISpace) { last -= 1 }
        let end = trimmed(lines.line(last)).upperBound
        guard containers.isEmpty else {
            let text = trimmed(offset..<line.upperBound)
            return report(.indentedText, text, nil)
        }
        let texts = (first...last).map { lines.line($0) }
        let indentation =
            texts.filter { !bytes[$0].allSatisfy(\.isASCIISpace) }.map { bytes[$0].prefix { $0.isSpaceOrTab }.count }.min() ?? 0
        let text = texts.map { range in
            let kept = bytes[trimmed(range)].dropFirst(indentation)
            return String(decoding: kept, as: UTF8.self)
        }
        report(.indentedText, line.lowerBound..<max(end, line.lowerBound), text.joined(separator: "\n"))
    }

    /// Whether most characters of a text are kana or kanji.
    private static func isProse(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        guard literal.contains(where: { $0 >= 0xE3 }) else { return false }
        var (wide, all) = (0, 0)
        for scalar in String(decoding: literal, as: UTF8.self).unicodeScalars where !scalar.isMarkSpace && scalar != "\n" {
            all += 1
            if scalar.isKanaOrKanji || scalar.isCommonJapanesePunctuation { wide += 1 }
        }
        return wide * 2 > all
    }

    /// Finds a list that was meant to be inside the item with a number before it.
    mutating func findShallowList(_ node: OpaquePointer) {
        guard containers.isEmpty, let previous = cmark_node_previous(node), cmark_node_get_type(previous) == CMARK_NODE_LIST,
            cmark_node_get_list_type(previous) == CMARK_ORDERED_LIST, let item = cmark_node_last_child(previous)
        else { return }
        reportShallow(node, under: item)
    }

    /// Finds an item with a number that was meant to be inside the item before it. Items are given in order.
    mutating func findShallowItem(_ node: OpaquePointer) {
        guard containers.isEmpty, let list = cmark_node_parent(node), cmark_node_get_list_type(list) == CMARK_ORDERED_LIST,
            let first = cmark_node_first_child(list)
        else { return }
        guard first != node, let outer = outerItem, startColumn(node) >= startColumn(first) + 2 else {
            outerItem = node
            return
        }
        reportShallow(node, under: outer)
    }

    private mutating func reportShallow(_ node: OpaquePointer, under item: OpaquePointer) {
        let indentation = startColumn(node) - startColumn(item)
        let mark = lines.line(startLine(item)).lowerBound + startColumn(item) - 1
        var width = bytes[mark...].prefix { $0.isASCIIDigit }.count + 1
        width += min(max(bytes[min(mark + width, bytes.count)...].prefix { $0.isSpaceOrTab }.count, 1), 4)
        guard (1..<width).contains(indentation) else { return }
        let first = startLine(node)
        var last = endLine(node)
        while last > first, bytes[lines.line(last)].allSatisfy(\.isASCIISpace) { last -= 1 }
        let begin = lines.line(first).lowerBound
        let spaces = String(repeating: " ", count: width - indentation)
        let text = (first...last).map { number in
            let line = trimmed(lines.line(number))
            return line.isEmpty ? "" : spaces + String(decoding: UnsafeBufferPointer(rebasing: bytes[line]), as: UTF8.self)
        }
        report(.shallowList, begin..<trimmed(lines.line(last)).upperBound, text.joined(separator: "\n"))
    }

    /// The line of `-` or `=` under a heading; nil for a heading with `#` signs.
    func underline(of node: OpaquePointer) -> Range<Int>? {
        let first = startLine(node)
        let line = lines.line(first)
        let text = bytes[min(line.lowerBound + startColumn(node) - 1, line.upperBound)..<line.upperBound]
        let marks = text.prefix { $0 == UInt8(ascii: "#") }
        if (1...6).contains(marks.count), text.dropFirst(marks.count).first.map(\.isASCIISpace) ?? true { return nil }
        for number in (first + 1)...max(first + 1, endLine(node) + 1) where number <= lines.count {
            let range = trimmed(containers.text(line: number).bytes)
            guard let mark = bytes[range].first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") else { continue }
            if bytes[range].allSatisfy({ $0 == mark }) { return range }
        }
        return nil
    }

    /// Reports the underline of a heading. An empty line before it makes it a rule, which is meant after a sentence.
    mutating func reportUnderline(_ underline: Range<Int>, of node: OpaquePointer, level: Int) {
        let first = startLine(node)
        let text = MarkLine(bytes, textRange(first, of: node))
        let next = lines.line(first).upperBound
        let isParagraph = next < lineStart(of: underline.lowerBound)
        let isSentence = isParagraph || text.scalars.last.map { "。．！？」）".unicodeScalars.contains($0) } ?? false
        let mayFix = level == 2 && isSentence && containers.isEmpty && underline.count > 2
        let dashes = String(decoding: UnsafeBufferPointer(rebasing: bytes[underline]), as: UTF8.self)
        report(.underline(level: level), underline, mayFix ? "\n" + dashes : nil)
    }
}

extension MarkedLine {
    fileprivate var kind: MisreadMark.Kind {
        switch mark.family {
        case _ where mark.isCorrect && (mark.indentation > 0 || spaces >= 4): .wideIndentation
        case .number(let number, _): mark.isCorrect ? number == 1 ? .wideIndentation : .numberBelowText : .numberedItem
        case .sign(let sign): .joinedItem(sign: sign)
        case .bullet: mark.isCorrect ? .wideIndentation : .listItem
        case .heading(let heading): .heading(heading)
        case .quote: .quote
        }
    }
}

extension MarkLine.Mark {
    /// Whether the mark is that of an item of a list.
    fileprivate var isListItem: Bool {
        switch family {
        case .bullet, .number, .sign: true
        case .heading, .quote: false
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether two spaces are at the end.
    fileprivate var hasSuffixOfSpaces: Bool { suffix(2).count == 2 && suffix(2).allSatisfy { $0 == 0x20 } }
}

/// The rows of tables.
extension MarkLine {
    fileprivate var hasBar: Bool { scalars.contains { $0 == "|" || $0 == "｜" } }
    fileprivate var hasWideTableMark: Bool {
        scalars.contains("｜") || isMeantDelimiter && scalars.contains { !$0.isASCII }
    }

    /// Whether the line starts and ends with a bar.
    fileprivate var isMeantRow: Bool {
        scalars.count > 2 && scalars.first?.narrow == "|" && scalars.last?.narrow == "|"
    }

    /// Whether the line consists of bars, hyphens and colons of any width.
    fileprivate var isMeantDelimiter: Bool {
        var (bars, dashes) = (0, 0)
        for scalar in scalars {
            switch scalar.narrow {
            case "|": bars += 1
            case "-", "ー", "―", "—", "–", "−", "─": dashes += 1
            case ":": break
            default: if !scalar.isMarkSpace { return false }
            }
        }
        return bars > 0 && dashes > 0
    }

    fileprivate var narrowBars: String { string { $0 == "｜" ? "|" : $0 } }

    fileprivate var narrowDelimiter: String {
        string { scalar in
            if scalar.isMarkSpace { return " " }
            return scalar == "｜" || scalar == "|" ? "|" : scalar.narrow == ":" ? ":" : "-"
        }
    }

    private func string(_ map: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(map(scalar)) }
        return String(view)
    }
}
