import Diagnostics

/// A key is followed by a full-width colon: `title：` instead of `title:`.
package struct WideColon: FormRule, FixableRule {
    package static let id = "wide-colon"
    package static let guide = GuideEntry(meaning: "`：` が全角です。", remedy: "半角の `:` にします。")
    package static let fixSummary = Message(ja: "コロンを半角にしました", en: "Replaced the full-width colon with an ASCII one")
    package static let examples = [WideColon()]

    package var message: Message {
        Message(ja: "コロンが全角です。半角の「:」にしてください", en: "The colon is full-width: write an ASCII “:”")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.wideColon) {
            add(entry.colon, in: file.text, report: &report)
        }
        for case .wideColon(let colon) in file.frontMatter.strays {
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

/// A line is no key with a value, and belongs to none: there is no colon.
package struct MissingColon: FormRule, FixableRule {
    package static let id = "missing-colon"
    package static let guide = GuideEntry(
        meaning: "`:` がないなど、`項目: 内容` の形になっていません。",
        remedy: "`:` を入れます。前の行の続きなら、1行にまとめます。")
    package static let fixSummary = Message(ja: "項目の後にコロンを入れました", en: "Added the colon after the key")
    package static let examples = [MissingColon(key: "title")]

    package let key: String?

    package var message: Message {
        if let key {
            Message(ja: "「\(key)」の後に半角のコロン「:」がありません", en: "The colon “:” after “\(key)” is missing")
        } else {
            Message(ja: "「項目: 値」の形になっていない行です", en: "This line is not of the form “key: value”")
        }
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for case .noColon(let line) in file.frontMatter.strays {
            if let key = key(of: line, in: file) {
                let start = line.lowerBound..<line.lowerBound + key.utf8.count
                let rest = file.text.string(start.upperBound..<line.upperBound)
                let spaces = rest.prefix { $0.isWhitespace }.utf8.count
                report.add(
                    MissingColon(key: key), in: file.text, start.lowerBound..<start.upperBound + spaces,
                    replacement: key + (spaces < rest.utf8.count ? ": " : ":"))
            } else {
                report.add(MissingColon(key: nil), in: file.text, line)
            }
        }
    }

    /// The known key that a line starts with.
    package static func key(of line: Range<Int>, in file: ParsedFile) -> String? {
        let word = file.text.string(line).prefix { !$0.isWhitespace }
        return file.record.fields.first { $0.key == word }?.key
    }
}

/// No space follows the colon after a key: `title:text` instead of `title: text`.
package struct MissingSpace: FormRule, FixableRule {
    package static let id = "missing-space"
    package static let guide = GuideEntry(meaning: "`:` のあとに空白がありません。", remedy: "半角の空白を一つ入れます。")
    package static let fixSummary = Message(ja: "コロンの後に空白を入れました", en: "Added a space after the colon")
    package static let examples = [MissingSpace(key: "title")]

    package let key: String

    package var message: Message {
        Message(ja: "「\(key):」の後に半角の空白がありません", en: "The space after “\(key):” is missing")
    }

    package static func check(_ file: ParsedFile, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.missingSpace) {
            report.add(MissingSpace(key: entry.name), in: file.text, entry.colon, replacement: ": ")
        }
    }
}
