import Diagnostics

/// Lists have ASCII brackets, commas and hyphens.
enum WideListMarksChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.wideListMarks) {
            guard case .list(let items, let bytes) = entry.value else { continue }
            let startsOnKeyLine = bytes.lowerBound < entry.line.upperBound
            if startsOnKeyLine {
                let words = items.map { file.text.string($0.bytes) }
                report.tell(
                    .wideListMarks, in: file.text, bytes, replacement: "[" + words.joined(separator: ", ") + "]")
            } else {
                for item in items { checkMark(before: item.bytes.lowerBound, in: file.text, report: &report) }
            }
        }
    }

    /// Tells of the mark of an item that is not `- `.
    private static func checkMark(before item: Int, in text: SourceText, report: inout Report) {
        let lineStart = text.utf8[..<item].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let indent = text.utf8[lineStart..<item].prefix { $0 == 0x20 || $0 == 0x09 }.count
        let mark = lineStart + indent..<item
        let written = text.string(mark)
        guard !(written.hasPrefix("- ") && written.dropFirst().allSatisfy { $0 == " " }) else { return }
        report.tell(.wideListMarks, in: text, mark, replacement: "- ")
    }
}
