import Diagnostics
import Markdown

extension Rules {
    static let aboutMarks: [any CheckedRule.Type] = [
        UnreadHeading.self,
        UnderlinedHeading.self,
        UnreadList.self,
        UnreadQuote.self,
        UnreadTable.self,
        UnreadLink.self,
        UnreadEmphasis.self,
        UnreadMark.self,
        IndentedText.self,
    ]
}

/// A rule about what was meant as Markdown but is read as something else. The Markdown module finds it.
private protocol MarkRule: FormRule, FixableRule {
    /// Creates the problem of a mark; nil if the rule is not about it.
    init?(_ mark: MisreadMark)
}

extension MarkRule {
    static var severity: Severity { .warning }

    static func check(_ file: ParsedFile, report: inout Report) {
        for mark in file.marks {
            guard let problem = Self(mark) else { continue }
            report.add(problem, in: file.text, mark.bytes, replacement: mark.replacement)
        }
    }
}

/// A line is meant as a heading: `＃＃ 背景`, `##背景`.
struct UnreadHeading: MarkRule {
    static let id = "unread-heading"
    static let guide = GuideEntry(
        meaning: "見出しのつもりの行が、見出しになっていません（`＃＃ 背景`、`##背景` など）。",
        remedy: "半角の `##` と半角の空白に続けて、`## 背景` のように書きます。")
    static let fixSummary = Message(ja: "見出しの書き方を直しました", en: "Corrected the form of the heading")
    static let examples = [UnreadHeading(line: "### 見学の準備")]

    /// The heading as it should be written.
    let line: String

    init(line: String) {
        self.line = line
    }

    init?(_ mark: MisreadMark) {
        guard case .heading(let heading) = mark.kind else { return nil }
        line = heading.level == 1 ? "## " + heading.text : heading.line
    }

    var message: Message {
        let shown = line.count > 40 ? line.prefix(40) + "…" : line[...]
        return Message(
            ja: "この行は見出しになっていません。半角の「#」と半角の空白を使って、「\(shown)」のように書いてください",
            en: "This line is not read as a heading: write “\(shown)” with ASCII number signs and a space")
    }
}

/// A line of `-` or `=` makes the text before it a heading.
struct UnderlinedHeading: FormRule, FixableRule {
    static let id = "underlined-heading"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "文のすぐ下に `---` や `===` の行があるため、上の文が見出しになっています。",
        remedy: "区切りの線なら、上に空の行を入れます。見出しなら、`##` を使って書きます。")
    static let fixSummary = Message(ja: "区切りの線の上に空の行を入れました", en: "Added an empty line before the rule")
    static let examples = [UnderlinedHeading(sign: "---", isError: false)]

    let sign: String
    /// Whether the page cannot be built with the heading.
    let isError: Bool

    var severity: Severity { isError ? .error : .warning }

    var message: Message {
        Message(
            ja: "文のすぐ下に「\(sign)」の行があるため、上の文が見出しになっています。区切りの線なら上に空の行を入れ、見出しなら「## 見出し」のように書いてください",
            en:
                "The line “\(sign)” makes the text before it a heading: put an empty line before a rule, and write headings like “## Heading”"
        )
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for mark in file.marks {
            guard case .underline(let level) = mark.kind else { continue }
            let heading = file.headings.last { $0.isUnderlined && $0.source.lowerBound < mark.bytes.lowerBound }
            let isSection = file.sections.contains { $0.heading.source == heading?.source && $0.definition == nil }
            let sign = level == 1 ? "===" : "---"
            report.add(
                UnderlinedHeading(sign: sign, isError: level == 1 || isSection), in: file.text, mark.bytes,
                replacement: mark.replacement)
        }
    }
}

/// Lines are meant as a list: `・項目`, `－ 項目`, `１．手順`.
struct UnreadList: MarkRule {
    static let id = "unread-list"
    static let guide = GuideEntry(
        meaning: "箇条書きのつもりの行が、箇条書きになっていません（`・項目`、`－ 項目`、`-項目`、`１．手順` など）。",
        remedy: "半角で、`- 項目` や `1. 手順` のように、記号のあとに半角の空白を入れて書きます。")
    static let fixSummary = Message(ja: "箇条書きの書き方を直しました", en: "Corrected the form of the list")
    static let examples = [UnreadList(kind: .joinedItem(sign: "・"))]

    let kind: MisreadMark.Kind

    init(kind: MisreadMark.Kind) {
        self.kind = kind
    }

    init?(_ mark: MisreadMark) {
        switch mark.kind {
        case .listItem, .joinedItem, .numberedItem, .numberBelowText, .shallowList, .wideIndentation: kind = mark.kind
        default: return nil
        }
    }

    var message: Message {
        switch kind {
        case .joinedItem(let sign):
            Message(
                ja: "「\(sign)」で始まる行は箇条書きにならず、ページでは前後の行とつながります。「- 項目」のように、半角の「-」と空白で書いてください",
                en:
                    "Lines that start with “\(sign)” are no list and are joined on the page: write “- item” with an ASCII hyphen and a space"
            )
        case .numberedItem:
            Message(
                ja: "番号の付いた箇条書きになっていません。「1. 手順」のように、半角の数字と「.」と空白で書いてください",
                en: "This is not read as a numbered list: write “1. step” with an ASCII digit, a full stop and a space")
        case .numberBelowText:
            Message(
                ja: "1でない番号で始まる箇条書きは、文のすぐ下では箇条書きになりません。上に空の行を入れてください",
                en:
                    "A list that starts with another number than 1 is not read as a list directly after text: put an empty line before it"
            )
        case .shallowList:
            Message(
                ja: "番号の項目の中の箇条書きになっていません。行の初めの空白を増やして、上の項目の文字の位置にそろえてください",
                en: "This list is not inside the numbered item before it: add spaces until it starts below the text of the item"
            )
        case .wideIndentation:
            Message(
                ja: "行の初めの空白（全角の空白、または四つ以上の空白）のため、そのあとの記号が文字として扱われます。空白を取るか、半角の空白二つで字下げしてください",
                en:
                    "Full-width spaces, or four or more spaces, before the mark make it text: remove them, or indent by two spaces"
            )
        default:
            Message(
                ja: "箇条書きになっていません。「- 項目」のように、半角の「-」と空白で書いてください",
                en: "This is not read as a list: write “- item” with an ASCII hyphen and a space")
        }
    }
}

/// A line is meant as a quote: `＞ 引用`.
struct UnreadQuote: MarkRule {
    static let id = "unread-quote"
    static let guide = GuideEntry(meaning: "引用の `＞` が全角です。", remedy: "半角で、`> 引用` のように書きます。")
    static let fixSummary = Message(ja: "引用の記号を半角にしました", en: "Replaced the full-width mark of the quote")
    static let examples = [UnreadQuote()]

    init() {}

    init?(_ mark: MisreadMark) {
        guard mark.kind == .quote else { return nil }
    }

    var message: Message {
        Message(
            ja: "「＞」が全角なので、引用になっていません。「> 引用」のように、半角の「>」と空白で書いてください",
            en: "“＞” is full-width, so this is no quote: write “> quote” with an ASCII sign and a space")
    }
}

/// Lines are meant as a table.
struct UnreadTable: MarkRule {
    static let id = "unread-table"
    static let guide = GuideEntry(
        meaning: "表のつもりの行が、表になっていません（`｜` が全角、または区切りの行がない）。",
        remedy: "半角の `|` で書き、1行目のあとに `| --- | --- |` の行を入れます。")
    static let fixSummary = Message(ja: "表の記号を半角にしました", en: "Replaced the full-width marks of the table")
    static let examples = [UnreadTable(hasDelimiter: true), UnreadTable(hasDelimiter: false)]

    let hasDelimiter: Bool

    init(hasDelimiter: Bool) {
        self.hasDelimiter = hasDelimiter
    }

    init?(_ mark: MisreadMark) {
        guard mark.kind == .table || mark.kind == .tableWithoutDelimiter || mark.kind == .wideBar else { return nil }
        hasDelimiter = mark.kind != .tableWithoutDelimiter
    }

    var message: Message {
        hasDelimiter
            ? Message(
                ja: "「｜」などの記号が全角なので、表の区切りになっていません。半角の「|」と「-」で書いてください",
                en: "The marks are full-width, so they do not make a table: write “|” and “-” in ASCII")
            : Message(
                ja: "区切りの行がないので、表になっていません。見出しの行の次に「| --- | --- |」の行を入れてください",
                en: "Without a delimiter row this is no table: put a line “| --- | --- |” after the headings")
    }
}

/// Something is meant as a link or an image: `［資料］（a.md）`.
struct UnreadLink: MarkRule {
    static let id = "unread-link"
    static let guide = GuideEntry(
        meaning: "リンクや画像のつもりの文字が、リンクや画像になっていません（`［資料］（a.md）`、`[資料] (a.md)` など）。",
        remedy: "半角の `[` `]` `(` `)` を、間に空白を入れずに続けて書きます。空白のある名前は `<` と `>` で囲みます。")
    static let fixSummary = Message(ja: "リンクや画像の書き方を直しました", en: "Corrected the form of the link or image")
    static let examples = [
        UnreadLink(isImage: false, hasSpaces: false), UnreadLink(isImage: true, hasSpaces: true),
        UnreadLink(isImage: false, hasSpaces: false, hasSpacesAround: true),
    ]

    let isImage: Bool
    let hasSpaces: Bool
    /// Whether full-width spaces are around the address.
    let hasSpacesAround: Bool

    init(isImage: Bool, hasSpaces: Bool, hasSpacesAround: Bool = false) {
        self.isImage = isImage
        self.hasSpacesAround = hasSpacesAround
        self.hasSpaces = hasSpaces
    }

    init?(_ mark: MisreadMark) {
        switch mark.kind {
        case .link(let isImage): self.init(isImage: isImage, hasSpaces: false)
        case .addressWithSpaces(let isImage): self.init(isImage: isImage, hasSpaces: true)
        case .spacesAroundAddress: self.init(isImage: false, hasSpaces: false, hasSpacesAround: true)
        default: return nil
        }
    }

    var message: Message {
        if hasSpacesAround {
            return Message(
                ja: "行き先の前後に全角の空白があります。空白を取ってください",
                en: "There are full-width spaces around the address: remove them")
        }
        let (ja, en) = isImage ? ("画像", "an image") : ("リンク", "a link")
        let (form, enForm) = isImage ? ("![説明](画像の場所)", "![description](address)") : ("[文字](行き先)", "[text](address)")
        return hasSpaces
            ? Message(
                ja: "行き先に空白があるので、\(ja)になっていません。行き先を「<」と「>」で囲んでください",
                en: "The address has spaces, so this is not read as \(en): put the address between “<” and “>”")
            : Message(
                ja: "\(ja)になっていません。半角で「\(form)」のように、間に空白を入れずに書いてください",
                en: "This is not read as \(en): write “\(enForm)” in ASCII and without spaces between")
    }
}

/// Something is meant as strong text: `＊＊太字＊＊`, `** 太字 **`.
struct UnreadEmphasis: MarkRule {
    static let id = "unread-emphasis"
    static let guide = GuideEntry(
        meaning: "太字のつもりの文字が、太字になっていません（`＊＊太字＊＊`、`** 太字 **` など）。",
        remedy: "半角で、内側に空白を入れずに `**太字**` と書きます。")
    static let fixSummary = Message(ja: "太字の書き方を直しました", en: "Corrected the form of strong text")
    static let examples = [UnreadEmphasis(isPaired: true), UnreadEmphasis(isPaired: false)]

    let isPaired: Bool

    init(isPaired: Bool) {
        self.isPaired = isPaired
    }

    init?(_ mark: MisreadMark) {
        guard mark.kind == .strong || mark.kind == .unpairedStrong else { return nil }
        isPaired = mark.kind == .strong
    }

    var message: Message {
        isPaired
            ? Message(
                ja: "太字になっていません。半角で、内側に空白を入れずに「**太字**」と書いてください",
                en: "This is not read as strong text: write “**text**” in ASCII and without spaces inside")
            : Message(
                ja: "「**」が片方しかないので、太字になっていません。「**太字**」のように両側に書くか、消してください",
                en: "Only one “**” is there, so this is not read as strong text: write “**text**”, or delete it")
    }
}

/// Something is meant as code, ruby or a line break.
struct UnreadMark: MarkRule {
    static let id = "unread-mark"
    static let guide = GuideEntry(
        meaning: "ふりがな、コード、改行のつもりの記号が、全角なので文字として扱われています。",
        remedy: "半角で、`{漢字|かんじ}` や `` `文字` `` のように書きます。改行は、行の終わりに `\\` を書きます。")
    static let fixSummary = Message(ja: "記号を半角にしました", en: "Replaced full-width marks")
    static let examples = [UnreadMark(kind: .ruby), UnreadMark(kind: .code), UnreadMark(kind: .lineBreak)]

    let kind: MisreadMark.Kind

    init(kind: MisreadMark.Kind) {
        self.kind = kind
    }

    init?(_ mark: MisreadMark) {
        guard mark.kind == .ruby || mark.kind == .code || mark.kind == .lineBreak else { return nil }
        kind = mark.kind
    }

    var message: Message {
        switch kind {
        case .ruby:
            Message(
                ja: "記号が全角なので、ふりがなになっていません。半角で「{漢字|かんじ}」のように書いてください",
                en: "The marks are full-width, so this is no ruby: write “{漢字|かんじ}” in ASCII")
        case .code:
            Message(
                ja: "「｀」が全角なので、コードになっていません。半角の「`」で囲んでください",
                en: "“｀” is full-width, so this is no code: use ASCII grave accents")
        default:
            Message(
                ja: "行の終わりの全角の空白では、改行になりません。改行するなら「\\」を書き、しないなら空白を取ってください",
                en: "Full-width spaces at the end of a line do not break it: write “\\” to break the line, or remove them")
        }
    }
}

/// Text is read as code because of the spaces before it.
struct IndentedText: MarkRule {
    static let id = "indented-text"
    static let guide = GuideEntry(
        meaning: "行の初めに空白が四つ以上あるため、文がコードとして表示されます。",
        remedy: "行の初めの空白を取ります。コードとして見せたいときは、前後の行に ```` ``` ```` と書きます。")
    static let fixSummary = Message(ja: "行の初めの空白を取りました", en: "Removed the spaces before the text")
    static let examples = [IndentedText()]

    init() {}

    init?(_ mark: MisreadMark) {
        guard mark.kind == .indentedText else { return nil }
    }

    var message: Message {
        Message(
            ja: "行の初めに空白が四つ以上あるため、文がコードとして表示されます。空白を取ってください",
            en: "Four or more spaces before the text make it code: remove them")
    }
}
