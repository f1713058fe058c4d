import Diagnostics

/// A key is in full-width letters.
package struct WideKey: FormRule, FixableRule {
    package static let id = "wide-key"
    package static let guide = GuideEntry(meaning: "項目の名前が全角です。", remedy: "半角にします。")
    package static let fixSummary = Message(ja: "項目の名前を半角にしました", en: "Replaced the full-width key with an ASCII one")
    package static let examples = [WideKey(name: "title")]

    package let name: String

    package var message: Message {
        Message(
            ja: "項目の名前が全角です。半角で「\(name)」と書いてください",
            en: "The key is in full-width letters: write “\(name)”")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.wideKey) {
            report.add(WideKey(name: entry.name), in: file.text, entry.key, replacement: entry.name)
        }
    }
}

/// A list has full-width marks: `［a、b］` or `－ a` instead of `[a, b]` or `- a`.
package struct WideListMarks: FormRule, TermRule, FixableRule {
    package static let id = "wide-list-marks"
    package static let guide = GuideEntry(
        meaning: "`［` `］` など、並びを示す記号が全角です。",
        remedy: "半角の `[` `]` `,` または `-` にします。")
    package static let fixSummary = Message(ja: "一覧の記号を半角にしました", en: "Replaced the full-width marks of the list")
    package static let examples = [WideListMarks()]

    package var message: Message {
        Message(
            ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
            en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.wideListMarks) {
            guard case .list(let items, let bytes) = entry.value else { continue }
            let startsOnKeyLine = bytes.lowerBound < entry.line.upperBound
            if startsOnKeyLine {
                let words = items.map { file.text.string($0.bytes) }
                report.add(
                    WideListMarks(), in: file.text, bytes, replacement: "[" + words.joined(separator: ", ") + "]")
            } else {
                for item in items { checkMark(before: item.bytes.lowerBound, in: file.text, report: &report) }
            }
        }
    }

    /// Reports the mark of an item that is not `- `.
    private static func checkMark(before item: Int, in text: SourceText, report: inout Report) {
        let lineStart = text.utf8[..<item].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let indent = text.utf8[lineStart..<item].prefix { $0 == 0x20 || $0 == 0x09 }.count
        let mark = lineStart + indent..<item
        let written = text.string(mark)
        guard !(written.hasPrefix("- ") && written.dropFirst().allSatisfy { $0 == " " }) else { return }
        report.add(WideListMarks(), in: text, mark, replacement: "- ")
    }

    /// Several terms are a list, not one text with full-width commas.
    package static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (taxonomy, uses) in zip(schema.taxonomies, uses.all) where taxonomy.isMultiple {
            for case .joined(_, let bytes) in uses {
                let names = WideList.split(bytes, in: file.text).map { file.text.string($0) }.joined(separator: ", ")
                let isAlone = file.record.value(taxonomy.key.value)?.text != nil
                let value = file.record.value(taxonomy.key.value)?.bytes.lowerBound ?? 0
                let isFlow = value < file.text.utf8.count && file.text.utf8[value] == 0x5B
                report.add(
                    WideListMarks(), in: file.text, bytes, replacement: isAlone ? "[\(names)]" : isFlow ? names : nil)
            }
        }
    }
}
