import Basics
import CasebookModel
import Diagnostics
import Foundation

extension Rules {
    static let aboutLines: [any CheckedRule.Type] = [
        WideColon.self,
        OddSpace.self,
        WideKey.self,
        MissingSpace.self,
        MissingColon.self,
        IndentedKey.self,
        TabAtLineStart.self,
        DeeperItem.self,
        WideListMarks.self,
        WideDigits.self,
    ]
}

/// A key is followed by a full-width colon: `title：` instead of `title:`.
struct WideColon: FormRule, FixableRule {
    static let id = "wide-colon"
    static let guide = GuideEntry(meaning: "`：` が全角です。", remedy: "半角の `:` にします。")
    static let fixSummary = Message(ja: "コロンを半角にしました", en: "Replaced the full-width colon with an ASCII one")
    static let examples = [WideColon()]

    var message: Message {
        Message(ja: "コロンが全角です。半角の「:」にしてください", en: "The colon is full-width: write an ASCII “:”")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.mistakes.contains(.wideColon) {
            add(entry.colon, in: file.text, report: &report)
        }
        for case .wideColon(let colon) in file.frontMatter.syntaxErrors {
            add(colon, in: file.text, report: &report)
        }
    }

    /// The replacement has a space where none of any kind follows.
    private static func add(_ colon: Range<Int>, in text: SourceText, report: inout Report) {
        let next = text.string(colon.upperBound..<min(colon.upperBound + 3, text.utf8.count)).first
        let isSpaced = next == nil || next?.isWhitespace == true
        report.add(WideColon(), in: text, colon, replacement: isSpaced ? ":" : ": ")
    }
}

/// A full-width, no-break or zero-width space is before a key, in it, or after its colon.
struct OddSpace: FormRule, FixableRule {
    static let id = "odd-space"
    static let guide = GuideEntry(meaning: "全角など、半角でない空白があります。", remedy: "消すか、半角の空白にします。")
    static let fixSummary = Message(ja: "半角でない空白を直しました", en: "Replaced spaces that are not ASCII")
    static let examples = [OddSpace(scalar: "\u{3000}"), OddSpace(scalar: "\u{200B}")]

    /// The first of the spaces.
    let scalar: Unicode.Scalar

    var message: Message {
        if scalar == "\u{3000}" {
            return Message(
                ja: "全角の空白（スペース）があります。取り除くか、半角に直してください",
                en: "There is a full-width space: remove it or write an ASCII space")
        }
        let name = CharacterName.message(of: scalar)
        return Message(
            ja: "見えない文字や、半角でない空白（\(name.ja)）があります。取り除くか、半角の空白に直してください",
            en: "There is an invisible character or a space that is not ASCII (\(name.en)): remove it or write an ASCII space")
    }

    private static func add(_ run: Range<Int>, in text: SourceText, replacement: String, report: inout Report) {
        let scalar = text.string(run).unicodeScalars.first { $0 != " " } ?? " "
        report.add(OddSpace(scalar: scalar), in: text, run, replacement: replacement)
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.mistakes.contains(.oddSpace) {
            for run in runs(entry.line.lowerBound..<entry.key.lowerBound, in: file.text) {
                add(run, in: file.text, replacement: "", report: &report)
            }
            // A key in full-width letters is replaced as a whole.
            let start = entry.mistakes.contains(.wideKey) ? entry.key.upperBound : entry.key.lowerBound
            for run in runs(start..<entry.colon.lowerBound, in: file.text) {
                add(run, in: file.text, replacement: "", report: &report)
            }
            let rest = entry.colon.upperBound..<max(entry.colon.upperBound, entry.value.bytes.lowerBound)
            if let run = runs(rest, in: file.text).first {
                let hasSpace = run.lowerBound > entry.colon.upperBound
                add(run, in: file.text, replacement: hasSpace ? "" : " ", report: &report)
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

/// A key is in full-width letters.
struct WideKey: FormRule, FixableRule {
    static let id = "wide-key"
    static let guide = GuideEntry(meaning: "項目の名前が全角です。", remedy: "半角にします。")
    static let fixSummary = Message(ja: "項目の名前を半角にしました", en: "Replaced the full-width key with an ASCII one")
    static let examples = [WideKey(name: "title")]

    let name: String

    var message: Message {
        Message(
            ja: "項目の名前が全角です。半角で「\(name)」と書いてください",
            en: "The key is in full-width letters: write “\(name)”")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.mistakes.contains(.wideKey) {
            report.add(WideKey(name: entry.name), in: file.text, entry.key, replacement: entry.name)
        }
    }
}

/// No space follows the colon after a key: `title:text` instead of `title: text`.
struct MissingSpace: FormRule, FixableRule {
    static let id = "missing-space"
    static let guide = GuideEntry(meaning: "`:` のあとに空白がありません。", remedy: "半角の空白を一つ入れます。")
    static let fixSummary = Message(ja: "コロンの後に空白を入れました", en: "Added a space after the colon")
    static let examples = [MissingSpace(key: "title")]

    let key: String

    var message: Message {
        Message(ja: "「\(key):」の後に半角の空白がありません", en: "The space after “\(key):” is missing")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.mistakes.contains(.missingSpace) {
            report.add(MissingSpace(key: entry.name), in: file.text, entry.colon, replacement: ": ")
        }
    }
}

/// A line is no key with a value, and belongs to none: there is no colon.
struct MissingColon: FormRule, FixableRule {
    static let id = "missing-colon"
    static let guide = GuideEntry(
        meaning: "`:` がないなど、`項目: 内容` の形になっていません。",
        remedy: "`:` を入れます。前の行の続きなら、1行にまとめます。")
    static let fixSummary = Message(ja: "項目の後にコロンを入れました", en: "Added the colon after the key")
    static let examples = [MissingColon(key: "title")]

    let key: String?

    var message: Message {
        if let key {
            Message(ja: "「\(key)」の後に半角のコロン「:」がありません", en: "The colon “:” after “\(key)” is missing")
        } else {
            Message(ja: "「項目: 値」の形になっていない行です", en: "This line is not of the form “key: value”")
        }
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .noColon(let line) in file.frontMatter.syntaxErrors {
            if let (key, written) = key(of: line, in: file) {
                let start = line.lowerBound..<line.lowerBound + written.utf8.count
                let rest = file.text.string(start.upperBound..<line.upperBound)
                let spaces = rest.prefix { $0.isWhitespace }.utf8.count
                report.add(
                    MissingColon(key: written), in: file.text, start.lowerBound..<start.upperBound + spaces,
                    replacement: key + (spaces < rest.utf8.count ? ": " : ":"))
            } else {
                report.add(MissingColon(key: nil), in: file.text, line)
            }
        }
    }

    /// The known key that a line starts with, also by its Japanese name if a value follows.
    static func key(of line: Range<Int>, in file: ParsedFile) -> (key: String, written: String)? {
        let text = file.text.string(line)
        let word = String(text.prefix { !$0.isWhitespace })
        if file.record.fields.contains(where: { $0.key == word }) { return (word, word) }
        guard word.utf8.count < text.utf8.count, let key = file.record.fields.key(meantBy: word) else { return nil }
        return (key, word)
    }
}

/// A key does not start at the first column.
struct IndentedKey: FormRule, FixableRule {
    static let id = "indented-key"
    static let guide = GuideEntry(meaning: "項目の名前の前に空白があります。", remedy: "行の先頭から書きます。")
    static let fixSummary = Message(ja: "項目の前の空白を取りました", en: "Removed the spaces before the key")
    static let examples = [IndentedKey(name: "title")]

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」の前に空白があります。行の先頭から書いてください",
            en: "There are spaces before “\(name)”: start it at the first column")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.mistakes.contains(.indented) {
            let indent = entry.line.lowerBound..<entry.key.lowerBound
            // Other rules report tabs and odd spaces.
            guard file.text.utf8[indent].allSatisfy({ $0 == 0x20 }) else { continue }
            report.add(IndentedKey(name: entry.name), in: file.text, indent, replacement: "")
        }
    }
}

/// A line starts with a tab.
struct TabAtLineStart: FormRule, FixableRule {
    static let id = "tab"
    static let guide = GuideEntry(meaning: "行の先頭にタブがあります。", remedy: "半角の空白にします。")
    static let fixSummary = Message(ja: "行の先頭のタブを直しました", en: "Replaced the tab at the start of the line")
    static let examples = [TabAtLineStart()]

    var message: Message {
        Message(ja: "行の先頭にタブがあります。半角の空白にしてください", en: "The line starts with a tab: use spaces")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .tab(let tabs) in file.frontMatter.syntaxErrors {
            let isKey = file.frontMatter.entries.contains { $0.key.lowerBound == tabs.upperBound }
            let spaces = String(repeating: "  ", count: tabs.count)
            report.add(TabAtLineStart(), in: file.text, tabs, replacement: isKey ? "" : spaces)
        }
    }
}

/// An item of a list starts further right than those above it.
struct DeeperItem: FormRule, FixableRule {
    static let id = "deeper-item"
    static let guide = GuideEntry(
        meaning: "一覧の `-` が、上の行の `-` より右にあります。", remedy: "上の行とそろえます。")
    static let fixSummary = Message(ja: "一覧の「-」をそろえました", en: "Aligned the items of the list")
    static let examples = [DeeperItem()]

    var message: Message {
        Message(
            ja: "この行の「-」が、上の行の「-」より右にあります。上の行とそろえてください",
            en: "This “-” is further right than the one above: start all items of the list at the same column")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .deeperItem(let blanks, let indent) in file.frontMatter.syntaxErrors {
            report.add(DeeperItem(), in: file.text, blanks, replacement: String(repeating: " ", count: indent))
        }
    }
}

/// A list has full-width marks: `［a、b］` or `－ a` instead of `[a, b]` or `- a`.
struct WideListMarks: FormRule, TermRule, FixableRule {
    static let id = "wide-list-marks"
    static let guide = GuideEntry(
        meaning: "いくつも書くところが、`本人・家族` や `［本人、家族］` のように、一覧として読めない形です。",
        remedy: "`[本人, 家族]` のように書きます。")
    static let fixSummary = Message(ja: "一覧の書き方を直しました", en: "Corrected the form of the list")
    static let examples = [
        WideListMarks(lines: ["[障害のある人（本人）, ジョブコーチ]"]), WideListMarks(lines: ["- 本人", "- ジョブコーチ"]),
    ]

    /// The list as it should be written.
    let lines: [String]

    var message: Message {
        let ja = lines.map { "`\($0)`" }.joined(separator: "、次の行に ")
        let en = lines.map { "`\($0)`" }.joined(separator: ", and on the next line ")
        return Message(ja: "いくつも書くときは、\(ja) のように書いてください", en: "Write several values like \(en), with ASCII marks")
    }

    var suggestions: [String] { lines }

    static func add(to lists: inout RuleLists) {
        lists.ofForm.append(self)
        lists.ofTerms.append(self)
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.mistakes.contains(.wideListMarks) {
            guard case .list(let items, let bytes) = entry.value else { continue }
            let startsOnKeyLine = bytes.lowerBound < entry.line.upperBound
            if startsOnKeyLine {
                let words = items.map { file.text.string($0.bytes) }
                let list = "[" + words.joined(separator: ", ") + "]"
                report.add(WideListMarks(lines: [list]), in: file.text, bytes, replacement: list)
            } else {
                for item in items { checkMark(of: item.bytes, in: file.text, report: &report) }
            }
        }
    }

    /// Reports the mark of an item that is not `- `.
    private static func checkMark(of item: Range<Int>, in text: SourceText, report: inout Report) {
        let (mark, written) = mark(before: item.lowerBound, in: text)
        guard !(written.hasPrefix("- ") && written.dropFirst().allSatisfy { $0 == " " }) else { return }
        report.add(WideListMarks(lines: ["- " + text.string(item)]), in: text, mark, replacement: "- ")
    }

    /// The mark before an item on its line, after the blanks at the start.
    private static func mark(before item: Int, in text: SourceText) -> (bytes: Range<Int>, written: String) {
        let lineStart = text.utf8[..<item].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let indent = text.utf8[lineStart..<item].prefix { $0 == 0x20 || $0 == 0x09 }.count
        return (lineStart + indent..<item, text.string(lineStart + indent..<item))
    }

    /// Several terms are a list, not one text with signs or words between them.
    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() {
            for case .joined(_, let names, let bytes) in uses where schema.taxonomies[index].isMultiple {
                let value = file.record.value(schema.taxonomies[index].key.value)
                let list = list(of: names, in: value, at: bytes.lowerBound, file.text)
                report.add(WideListMarks(lines: list.lines), in: file.text, bytes, replacement: list.replacement)
            }
        }
    }

    /// The items as they should be written instead of a value that is the text at an offset, or has it as one of its items.
    static func list(
        of names: [String], in value: FieldValue?, at offset: Int, _ text: SourceText
    ) -> (lines: [String], replacement: String) {
        let items = names.map { name in
            name.contains { ",[]{}#:\"'&*!|>%@`".contains($0) } ? YAMLQuotes.around(name) : name
        }
        let joined = items.joined(separator: ", ")
        if value?.text != nil { return (["[\(joined)]"], "[\(joined)]") }
        let start = value?.bytes.lowerBound ?? 0
        if start < text.utf8.count, text.utf8[start] == 0x5B { return (["[\(joined)]"], joined) }
        let mark = mark(before: offset, in: text).bytes
        let lineStart = text.utf8[..<mark.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let indent = text.string(lineStart..<mark.lowerBound)
        return (items.map { "- " + $0 }, items.joined(separator: "\n\(indent)- "))
    }
}

/// A date or a number has full-width digits or signs.
struct WideDigits: FileRule, FixableRule {
    static let id = "wide-digits"
    static let guide = GuideEntry(meaning: "日付や番号に全角の文字があります。", remedy: "半角にします。")
    static let fixSummary = Message(ja: "数字や記号を半角にしました", en: "Replaced full-width digits and signs")
    static let examples = [WideDigits(value: "２０２６", meant: "2026")]

    let value: String
    let meant: String

    var message: Message {
        Message(
            ja: "「\(value)」に全角の文字があります。半角で書いてください",
            en: "“\(value)” contains full-width characters: use ASCII characters")
    }

    var suggestions: [String] { [meant] }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts([.date, .number]) {
            let value = text.string(in: file.text)
            let narrow = narrowDigits(value)
            let isMeant = field.rule.form == .date ? isDate(value) : narrow != value && field.rule.accepts(narrow)
            if isMeant { report.add(WideDigits(value: value, meant: narrow), in: file.text, text.bytes, replacement: narrow) }
        }
    }

    /// Whether a value is a date but for the width of its characters.
    static func isDate(_ value: String) -> Bool {
        let narrow = narrowDigits(value)
        return narrow != value && CalendarDate(iso: narrow) != nil
    }
}
