import Basics
import Diagnostics

/// A problem in a Markdown text.
///
/// Each case documents what is wrong. Its id, severity, both messages and its row in the editors' guide are together in
/// `details`, in the order of the guide.
public enum MarkdownProblem: ExplainedProblem, Hashable {
    /// A heading is more than one level below the heading before it, or the first one is below level 2.
    case headingSkipsLevel(from: Int, to: Int)
    /// A heading has level 1, which is the page's title.
    case headingLevelOne
    /// A heading has no text.
    case emptyHeading
    /// The id in `{#…}` holds something other than lower-case ASCII letters, digits and hyphens.
    case headingIDForm(String)
    /// Two headings have the same id in `{#…}`.
    case duplicateHeadingID(String)
    /// An image has no alternative text.
    case imageWithoutAlt
    /// An image would be loaded from another host.
    case imageFromOtherHost
    /// A link has no visible text.
    case linkWithoutText
    /// A comment is never closed, which hides everything after it.
    case unclosedComment
    /// The address of a link or image is neither within the site nor `http:`, `https:`, `mailto:` or `tel:`.
    case unsafeAddress(String)
    /// The text holds HTML: its tags are removed, its words stay.
    case rawHTML
    /// The number of readings of a ruby fits neither its whole base nor its characters.
    case rubyMismatch(characters: Int, readings: Int)
    /// Something that looks like a table directly follows a line of text.
    case tableNeedsBlankLine
    /// The header of a table has not as many cells as the delimiter row after it.
    case tableHeaderMismatch(header: Int, delimiter: Int)
    /// A row of a table has more cells than its header.
    case tableExtraCells(header: Int, row: Int)
    /// A table has more columns than a page can show.
    case tableTooWide(columns: Int, limit: Int)
    /// The text uses syntax that is not supported.
    case unsupported(UnsupportedSyntax)
    /// Lists and quotes are nested in more levels than are supported.
    case nestedTooDeeply(levels: Int, limit: Int)
    /// More images than are supported start before one of them ends.
    case openImages(limit: Int)

    /// One example of each case, in the order of the editors' guide.
    public static let examples: [Self] =
        [
            .headingSkipsLevel(from: 2, to: 4), .headingLevelOne, .emptyHeading, .headingIDForm("Foo"),
            .duplicateHeadingID("foo"), .imageWithoutAlt, .imageFromOtherHost, .linkWithoutText, .unclosedComment,
            .unsafeAddress("javascript:alert(1)"), .rawHTML, .rubyMismatch(characters: 2, readings: 3),
            .tableNeedsBlankLine, .tableHeaderMismatch(header: 2, delimiter: 3), .tableExtraCells(header: 2, row: 3),
            .tableTooWide(columns: 200, limit: 100),
        ] + UnsupportedSyntax.allCases.map { .unsupported($0) } + [.nestedTooDeeply(levels: 120, limit: 100)]

    public var id: String { details.id }
    public var severity: Severity { details.severity }
    public var message: Message { details.message }
    /// The row about this kind of problem in the editors' guide.
    public var guide: GuideEntry { details.guide }

    public var allowed: [String] {
        switch self {
        case .unsafeAddress: suggestions.isEmpty ? ["https:", "http:", "mailto:", "tel:"] : []
        default: []
        }
    }

    public var suggestions: [String] {
        if case .unsafeAddress(let address) = self { MeantAddress.read(address).map { [$0] } ?? [] } else { [] }
    }
}

extension MarkdownProblem {
    /// The id, severity, message and guide entry of one problem.
    private struct Details {
        let id: String
        let severity: Severity
        let message: Message
        let guide: GuideEntry

        init(_ id: String, _ severity: Severity, _ message: Message, guide: GuideEntry) {
            (self.id, self.severity, self.message, self.guide) = (id, severity, message, guide)
        }
    }

    private static let unsafeAddressGuide = GuideEntry(
        meaning: "リンクに使えない種類のアドレスです。",
        remedy: "`https:` で始まるアドレスか、ファイルの場所を書きます。")

    private var details: Details {
        switch self {
        case .headingSkipsLevel(let from, let to):
            Details(
                "heading-skips-level", .error,
                Message(
                    ja: "見出しの段階が飛んでいます（# が\(from)つの次に\(to)つ）。\(from + 1)つにしてください",
                    en: "The heading skips a level (\(to) after \(from)). Use \(from + 1) number signs (#)"),
                guide: GuideEntry(
                    meaning: "見出しの段が飛んでいます（`##` の次が `####` など）。",
                    remedy: "示された数の `#` にします。"))
        case .headingLevelOne:
            Details(
                "heading-level-one", .error,
                Message(
                    ja: "本文の見出しは ## から始めてください。# はページの題名に使われます",
                    en: "Start the headings of the text at ##. The single # is for the page's title"),
                guide: GuideEntry(
                    meaning: "本文に `#` 一つの見出しがあります。",
                    remedy: "`##` から始めます。`#` 一つは、ページの題名に使われます。"))
        case .emptyHeading:
            Details(
                "empty-heading", .error,
                Message(
                    ja: "見出しに文字がありません。見出しのことばを書くか、この行を消してください",
                    en: "The heading has no text. Write a text or delete the line"),
                guide: GuideEntry(
                    meaning: "見出しに文字がありません。",
                    remedy: "文字を書くか、行を消します。"))
        case .headingIDForm(let id):
            Details(
                "heading-id-form", .error,
                Message(
                    ja: "見出しのID「\(shown(id))」は使えません。半角の小文字で始め、小文字、数字、- で書いてください",
                    en:
                        "\"\(shown(id))\" cannot be a heading's id. Start with a lower-case letter; use only these, digits and -"
                ),
                guide: GuideEntry(
                    meaning: "見出しに付けた名札（`{#…}`）に、使えない文字があります。",
                    remedy: "半角の英小文字で始め、英小文字、数字、ハイフンだけにします。"))
        case .duplicateHeadingID(let id):
            Details(
                "duplicate-heading-id", .error,
                Message(
                    ja: "見出しのID「\(id)」が二度使われています。どちらかを変えてください",
                    en: "The heading id \"\(id)\" is used twice. Change one of them"),
                guide: GuideEntry(
                    meaning: "二つの見出しに、同じ名札が付いています。",
                    remedy: "どちらかを変えます。"))
        case .imageWithoutAlt:
            Details(
                "image-without-alt", .error,
                Message(
                    ja: "画像に説明文がありません。画像の内容を ![ ] の間に書いてください",
                    en: "The image has no alternative text. Describe it between ![ and ]"),
                guide: GuideEntry(
                    meaning: "画像に、内容を伝える文がありません。",
                    remedy: "`![` と `]` の間に書きます。"))
        case .imageFromOtherHost:
            Details(
                "image-from-other-host", .error,
                Message(
                    ja: "ほかのサイトの画像は表示できません。画像を images フォルダーに置いて、その名前を書いてください",
                    en: "Images from other sites are not shown. Put the image into the images folder and write its name"),
                guide: GuideEntry(
                    meaning: "ほかのサイトの画像を使おうとしています。",
                    remedy: "使ってよい画像かを確かめたうえで、`images` フォルダーに置き、その場所を書きます。"))
        case .linkWithoutText:
            Details(
                "link-without-text", .error,
                Message(
                    ja: "リンクに文字がありません。リンク先がわかることばを [ ] の間に書いてください",
                    en: "The link has no text. Write between [ and ] where it leads"),
                guide: GuideEntry(
                    meaning: "リンクに文字がありません。",
                    remedy: "`[` と `]` の間に、行き先が分かる言葉を書きます。"))
        case .unclosedComment:
            Details(
                "unclosed-comment", .error,
                Message(
                    ja: "コメントが閉じられていないため、ここから後がページに出ません。終わりに --> を書いてください",
                    en: "The comment is not closed, so everything after it is hidden. Write --> at its end"),
                guide: GuideEntry(
                    meaning: "注釈（`<!--`）が閉じられておらず、後ろがページに出ません。",
                    remedy: "終わりに `-->` を書きます。"))
        case .unsafeAddress(let address) where !suggestions.isEmpty:
            Details(
                "unsafe-address", .warning,
                Message(
                    ja: "「\(shown(address))」へのリンクは開けません。`\(suggestions[0])` と書いてください",
                    en: "A link to \"\(shown(address))\" does not open: write `\(suggestions[0])`"),
                guide: Self.unsafeAddressGuide)
        case .unsafeAddress(let address):
            Details(
                "unsafe-address", .warning,
                Message(
                    ja: "「\(shown(address))」へのリンクは使えません。https: で始まるアドレスか、サイトの中のファイル名を書いてください",
                    en: "A link to \"\(shown(address))\" is not allowed. Write an https: address or a file of the site"),
                guide: Self.unsafeAddressGuide)
        case .rawHTML:
            Details(
                "raw-html", .warning,
                Message(
                    ja: "HTMLのタグは使えません（タグは消え、文字だけが残ります）。Markdownで書くか、見せたいときは ` で囲んでください",
                    en:
                        "HTML tags are not supported (they are removed, the words stay). Use Markdown, or backticks to show a tag"
                ),
                guide: GuideEntry(
                    meaning: "HTML のタグがあります。タグは消え、文字だけが残ります。",
                    remedy: "この手引きの書き方に直します。タグを文字として見せたいときは、`` ` `` で囲みます。"))
        case .rubyMismatch(let characters, let readings):
            Details(
                "ruby-mismatch", .warning,
                Message(
                    ja: "ふりがなの数が合いません（\(characters)文字に\(readings)つ）。全体に1つか、1文字に1つずつ書いてください",
                    en: "Characters: \(characters), readings: \(readings). Write one reading for all, or one per character"),
                guide: GuideEntry(
                    meaning: "ふりがなの数が、文字の数と合いません。",
                    remedy: "全体に一つか、一文字に一つずつにします。"))
        case .tableNeedsBlankLine:
            Details(
                "table-needs-blank-line", .warning,
                Message(
                    ja: "前の文とつながっているため、表になりません。表の前に空の行を入れてください",
                    en: "This is not read as a table because text comes directly before it. Put an empty line before it"),
                guide: GuideEntry(
                    meaning: "前の文とつながっていて、表になりません。",
                    remedy: "表の前に空の行を入れます。"))
        case .tableHeaderMismatch(let header, let delimiter):
            Details(
                "table-header-mismatch", .warning,
                Message(
                    ja: "表になりません。見出しの行は\(header)列、区切りの行（---）は\(delimiter)列です。同じ数にしてください",
                    en: "This is not a table. Columns in the header: \(header), in the --- row: \(delimiter). Make them equal"),
                guide: GuideEntry(
                    meaning: "表の見出しと区切りの行で、列の数が違います。",
                    remedy: "列の数をそろえます。"))
        case .tableExtraCells(let header, let row):
            Details(
                "table-extra-cells", .warning,
                Message(
                    ja: "表の見出しは\(header)列ですが、この行は\(row)列です。列をそろえるか、文字の | は \\| と書いてください",
                    en:
                        "Columns in the header: \(header), in this row: \(row). Make them equal, or write \\| for a bar in the text"
                ),
                guide: GuideEntry(
                    meaning: "表の見出しより列の多い行があります。",
                    remedy: #"列の数をそろえます。文字としての縦線は `\|` と書きます。"#))
        case .tableTooWide(let columns, let limit):
            Details(
                "table-too-wide", .warning,
                Message(
                    ja: "表は\(limit)列までです（\(columns)列あります）。表を分けてください",
                    en: "A table can have at most \(limit) columns (this one has \(columns)). Split the table"),
                guide: GuideEntry(
                    meaning: "表の列が多すぎます。",
                    remedy: "表を分けます。"))
        case .unsupported(let syntax):
            Details(
                "unsupported-markdown", .warning, syntax.message,
                guide: GuideEntry(
                    meaning: "使えない書き方（脚注、数式、取り消し線など）です。",
                    remedy: "メッセージに示された書き方に直します。"))
        case .openImages(let limit):
            Details(
                "nested-too-deeply", .error,
                Message(
                    ja: "画像の始まり「![」が\(limit)個より多くあり、「]」で閉じられていません。"
                        + "「![説明](images/figure.png)」のように書いてください",
                    en: "More than \(limit) images start with “![” and have no “]”. "
                        + "Write them like “![text](images/figure.png)”"),
                guide: GuideEntry(
                    meaning: "画像の始まり `![` が多すぎ、閉じられていません。",
                    remedy: "`![説明](images/figure.png)` のように書きます。"))
        case .nestedTooDeeply(let levels, let limit):
            Details(
                "nested-too-deeply", .error,
                Message(
                    ja: "箇条書きや引用の入れ子が深すぎます（この行は\(levels)段、\(limit)段まで）。行の初めの「>」や「-」を減らしてください",
                    en:
                        "Lists and quotes are nested too deeply (levels: \(levels), limit: \(limit)). Remove marks such as > or - from the line"
                ),
                guide: GuideEntry(
                    meaning: "箇条書きや引用が、深く入れ子になりすぎています。",
                    remedy: "行の初めの `>` や `-` を減らします。"))
        }
    }

    /// Content quoted in a message: at most 60 characters, without those that would move a terminal's cursor.
    private func shown(_ text: String) -> String {
        let short = text.unicodeScalars.prefix(60)
        var result = String.UnicodeScalarView()
        for scalar in short { result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar) }
        if short.endIndex < text.unicodeScalars.endIndex { result.append("…") }
        return String(result)
    }
}
