import Basics
import Diagnostics

extension Rules {
    static let aboutFences: [any CheckedRule.Type] = [
        MissingFrontMatter.self,
        UnclosedFrontMatter.self,
        WrongFence.self,
        LinesBeforeFrontMatter.self,
    ]
}

/// A file does not start with `---`.
struct MissingFrontMatter: FormRule {
    static let id = "missing-front-matter"
    static let guide = GuideEntry(
        meaning: "先頭に `---` で囲んだ項目がありません。",
        remedy: "1行目に `---` と書き、項目を続けます。")
    static let examples = [MissingFrontMatter()]

    var message: Message {
        Message(
            ja: "先頭に「---」で囲んだ項目がありません。1行目に「---」、次の行から項目、その後に「---」だけの行を書いてください",
            en: "The front matter is missing: write “---” on the first line, then the keys, then “---” on a line of its own")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        guard file.role != .settings, file.frontMatter.opening == nil else { return }
        report.add(MissingFrontMatter(), in: file.text, 0..<0)
    }
}

/// No line `---` ends the front matter.
struct UnclosedFrontMatter: FormRule, FixableRule {
    static let id = "unclosed-front-matter"
    static let guide = GuideEntry(
        meaning: "項目の終わりを示す `---` がありません。",
        remedy: "項目の次の行に `---` と書きます。")
    static let fixSummary = Message(ja: "項目の終わりに「---」の行を入れました", en: "Added a line “---” after the front matter")
    static let examples = [UnclosedFrontMatter(line: 8)]

    /// The line before which the front matter likely ends.
    let line: Int

    var message: Message {
        Message(
            ja: "項目の最後（\(line)行目の前）に「---」だけの行を入れてください",
            en: "Add a line with only “---” at the end of the front matter, before line \(line)")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        guard let opening = file.frontMatter.opening, file.frontMatter.closing == nil else { return }
        let end = file.frontMatter.inner.upperBound
        let endsLine = end > 0 && end <= file.text.utf8.count && file.text.utf8[end - 1] == 0x0A
        let message = Message(ja: "項目はここから始まっています", en: "The front matter starts here")
        report.add(
            UnclosedFrontMatter(line: file.text.position(ofByte: end).line + (endsLine ? 0 : 1)), in: file.text, end..<end,
            notes: [.init(message, in: file.text, opening)],
            replacement: endsLine ? "---\n" : "\n---\n")
    }
}

/// A line before or after the front matter is not exactly `---`.
struct WrongFence: FormRule, FixableRule {
    static let id = "wrong-fence"
    static let guide = GuideEntry(
        meaning: "`---` が全角などになっているか、ハイフンの数が違います。",
        remedy: "半角のハイフン三つだけの行にします。")
    static let fixSummary = Message(ja: "区切りの行を「---」にしました", en: "Replaced the line with “---”")
    static let examples = [WrongFence(), WrongFence(invisible: "\u{200B}")]

    /// The invisible character that is all that is wrong with the line; nil if something else is.
    var invisible: Unicode.Scalar?

    var message: Message {
        if let invisible {
            let name = CharacterName.message(of: invisible)
            return Message(
                ja: "「---」の行に見えない文字（\(name.ja)）があります。取り除いてください",
                en: "The line “---” has an invisible character (\(name.en)): remove it")
        }
        return Message(
            ja: "項目の始まりと終わりの行は、半角のハイフン3つ「---」だけにしてください",
            en: "Begin and end the front matter with exactly three ASCII hyphens: “---”")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        check(file.frontMatter.opening, in: file.text, report: &report)
        check(file.frontMatter.closing, in: file.text, report: &report)
    }

    private static func check(_ fence: Range<Int>?, in text: SourceText, report: inout Report) {
        guard let fence else { return }
        let line = text.utf8[fence]
        let isExact = line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        guard !isExact else { return }
        let scalars = text.string(fence).unicodeScalars
        let visible = scalars.filter { !SuspectCharacter.isInvisible($0) && !SuspectCharacter.isDirectionMark($0) }
        let isVisible = !visible.elementsEqual("---".unicodeScalars)
        let invisible = isVisible ? nil : scalars.first { $0 != "-" }
        report.add(WrongFence(invisible: invisible), in: text, fence, replacement: "---")
    }
}

/// There are empty lines before the first `---`.
struct LinesBeforeFrontMatter: FormRule, FixableRule {
    static let id = "lines-before-front-matter"
    static let guide = GuideEntry(meaning: "最初の `---` の上に空の行があります。", remedy: "空の行を消します。")
    static let fixSummary = Message(ja: "最初の「---」の上の空の行を取りました", en: "Removed the empty lines before “---”")
    static let examples = [LinesBeforeFrontMatter()]

    var message: Message {
        Message(
            ja: "最初の「---」の上に空の行があります。1行目を「---」にしてください",
            en: "There are empty lines before the first “---”: make “---” the first line")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        guard let opening = file.frontMatter.opening, opening.lowerBound > 0 else { return }
        report.add(LinesBeforeFrontMatter(), in: file.text, 0..<opening.lowerBound, replacement: "")
    }
}
