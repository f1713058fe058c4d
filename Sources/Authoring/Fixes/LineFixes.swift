import Diagnostics

/// The fixes of one file that can be applied together, and the lines that they change.
struct LineFixes {
    private let text: SourceText
    /// The diagnostics with their fixes, sorted. No two overlap.
    private let diagnostics: [(diagnostic: Diagnostic, fixIt: Diagnostic.FixIt)]

    /// Takes the fixes that do not overlap an earlier one.
    init(_ diagnostics: [Diagnostic], in text: SourceText) {
        self.text = text
        var kept: [(diagnostic: Diagnostic, fixIt: Diagnostic.FixIt)] = []
        let all = diagnostics.compactMap { diagnostic in diagnostic.fixIt.map { (diagnostic: diagnostic, fixIt: $0) } }
        for each in all.sorted(by: { Self.precedes($0.fixIt.bytes, $1.fixIt.bytes) }) {
            if let last = kept.last?.fixIt.bytes, each.fixIt.bytes.lowerBound < last.upperBound || each.fixIt.bytes == last {
                continue
            }
            kept.append(each)
        }
        self.diagnostics = kept
    }

    private static func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }

    /// The reported fixes. Fixes on the same lines are one.
    var fixes: [Fix] {
        groups.map { group in
            let first = diagnostics[group.lowerBound].fixIt.range.start.line
            let start = lineStarts[first - 1]
            let last = diagnostics[group].map(\.fixIt.range.end.line).max() ?? first
            let end = last < lineStarts.count ? lineStarts[last] - 1 : text.utf8.count
            let isPrivate = diagnostics[group].contains { $0.diagnostic.line == nil || $0.fixIt.isHidden }
            var after: [UInt8] = []
            var offset = start
            for (_, fixIt) in diagnostics[group] {
                after += text.utf8[offset..<fixIt.bytes.lowerBound] + Array(fixIt.replacement.utf8)
                offset = fixIt.bytes.upperBound
            }
            after += text.utf8[offset..<max(offset, end)]
            let (old, new) = (text.string(start..<end), String(decoding: after, as: UTF8.self))
            var ids: [String] = []
            for (diagnostic, _) in diagnostics[group] where !ids.contains(diagnostic.id) { ids.append(diagnostic.id) }
            return Fix(
                path: text.path, line: first, ids: ids, summaries: ids.map(FixSummary.message(of:)),
                change: isPrivate ? nil : Fix.Change(before: Message(ja: old, en: old), after: Message(ja: new, en: new)))
        }
    }

    /// The ranges of the diagnostics whose fixes share lines.
    private var groups: [Range<Int>] {
        var groups: [Range<Int>] = []
        var lastLine = 0
        for (index, each) in diagnostics.enumerated() {
            if let last = groups.last, each.fixIt.range.start.line <= lastLine {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
            lastLine = max(lastLine, each.fixIt.range.end.line)
        }
        return groups
    }

    /// The offsets at which the lines of the text start.
    private var lineStarts: [Int] { Self.lineStarts(of: text.utf8) }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// Returns the bytes of the file with the fixes.
    ///
    /// - Parameter bytes: The file as it is stored. Unlike the text it may not be in NFC. Lines without a fix stay as they are stored.
    func apply(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        let (starts, storedStarts) = (lineStarts, Self.lineStarts(of: bytes))
        guard starts.count == storedStarts.count else { return bytes }
        let isSame = bytes == text.utf8
        var offset = 0
        for group in groups {
            let first = diagnostics[group.lowerBound].fixIt.range.start.line
            let last = diagnostics[group].map(\.fixIt.range.end.line).max() ?? first
            let start = isSame ? starts[first - 1] : storedStarts[first - 1]
            result += bytes[offset..<max(offset, start)]
            var position = starts[first - 1]
            for (_, fixIt) in diagnostics[group] {
                result += text.utf8[position..<fixIt.bytes.lowerBound] + Array(fixIt.replacement.utf8)
                position = fixIt.bytes.upperBound
            }
            // A fix that ends where a line starts leaves that line as it is stored.
            if position == starts[last - 1] {
                offset = storedStarts[last - 1]
            } else {
                let end = last < starts.count ? starts[last] : text.utf8.count
                result += text.utf8[position..<end]
                offset = last < storedStarts.count ? storedStarts[last] : bytes.count
            }
        }
        return result + bytes[offset...]
    }
}
