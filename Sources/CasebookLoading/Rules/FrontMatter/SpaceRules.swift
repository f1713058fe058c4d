import Diagnostics

/// A full-width, no-break or zero-width space is before a key, in it, or after its colon.
package struct OddSpace: FormRule, FixableRule {
    package static let id = "odd-space"
    package static let guide = GuideEntry(meaning: "半角でない空白があります。", remedy: "消すか、半角の空白にします。")
    package static let fixSummary = Message(ja: "半角でない空白を直しました", en: "Replaced spaces that are not ASCII")
    package static let examples = [OddSpace()]

    package var message: Message {
        Message(
            ja: "半角でない空白があります。取り除くか、半角の空白にしてください",
            en: "This space is not an ASCII space: remove or replace it")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.oddSpace) {
            for run in runs(entry.line.lowerBound..<entry.key.lowerBound, in: file.text) {
                report.add(OddSpace(), in: file.text, run, replacement: "")
            }
            // A key in full-width letters is replaced as a whole.
            let start = entry.slips.contains(.wideKey) ? entry.key.upperBound : entry.key.lowerBound
            for run in runs(start..<entry.colon.lowerBound, in: file.text) {
                report.add(OddSpace(), in: file.text, run, replacement: "")
            }
            let rest = entry.colon.upperBound..<max(entry.colon.upperBound, entry.value.bytes.lowerBound)
            if let run = runs(rest, in: file.text).first {
                let hasSpace = run.lowerBound > entry.colon.upperBound
                report.add(OddSpace(), in: file.text, run, replacement: hasSpace ? "" : " ")
            }
        }
    }

    /// The runs of odd spaces, with the ASCII spaces between them.
    private static func runs(_ range: Range<Int>, in text: SourceText) -> [Range<Int>] {
        text.utf8.withUnsafeBufferPointer { bytes in
            let end = min(range.upperBound, bytes.count)
            var runs: [Range<Int>] = []
            var index = range.lowerBound
            while index < end {
                let start = index
                while index < end {
                    let length = OddCharacters.space(bytes, index, before: end)
                    guard length > 0 || (index > start && bytes[index] == 0x20) else { break }
                    index += max(length, 1)
                }
                if index > start { runs.append(start..<index) } else { index += 1 }
            }
            return runs
        }
    }
}

/// A key does not start at the first column.
package struct IndentedKey: FormRule, FixableRule {
    package static let id = "indented-key"
    package static let guide = GuideEntry(meaning: "項目の名前の前に空白があります。", remedy: "行の先頭から書きます。")
    package static let fixSummary = Message(ja: "項目の前の空白を取りました", en: "Removed the spaces before the key")
    package static let examples = [IndentedKey(name: "title")]

    package let name: String

    package var message: Message {
        Message(
            ja: "「\(name)」の前に空白があります。行の先頭から書いてください",
            en: "There are spaces before “\(name)”: start it at the first column")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.indented) {
            let indent = entry.line.lowerBound..<entry.key.lowerBound
            // Other rules report tabs and odd spaces.
            guard file.text.utf8[indent].allSatisfy({ $0 == 0x20 }) else { continue }
            report.add(IndentedKey(name: entry.name), in: file.text, indent, replacement: "")
        }
    }
}

/// A line starts with a tab.
package struct TabAtLineStart: FormRule, FixableRule {
    package static let id = "tab"
    package static let guide = GuideEntry(meaning: "行の先頭にタブがあります。", remedy: "半角の空白にします。")
    package static let fixSummary = Message(ja: "行の先頭のタブを直しました", en: "Replaced the tab at the start of the line")
    package static let examples = [TabAtLineStart()]

    package var message: Message {
        Message(ja: "行の先頭にタブがあります。半角の空白にしてください", en: "The line starts with a tab: use spaces")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for case .tab(let tabs) in file.frontMatter.strays {
            let isKey = file.frontMatter.entries.contains { $0.key.lowerBound == tabs.upperBound }
            let spaces = String(repeating: "  ", count: tabs.count)
            report.add(TabAtLineStart(), in: file.text, tabs, replacement: isKey ? "" : spaces)
        }
    }
}
