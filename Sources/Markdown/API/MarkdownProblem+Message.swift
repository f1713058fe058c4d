import Diagnostics

extension MarkdownProblem {
    public var id: String {
        switch self {
        case .headingSkipsLevel: "heading-skips-level"
        case .headingLevelOne: "heading-level-one"
        case .emptyHeading: "empty-heading"
        case .headingIDForm: "heading-id-form"
        case .duplicateHeadingID: "duplicate-heading-id"
        case .imageWithoutAlt: "image-without-alt"
        case .imageFromOtherHost: "image-from-other-host"
        case .linkWithoutText: "link-without-text"
        case .unsafeAddress: "unsafe-address"
        case .rawHTML: "raw-html"
        case .unclosedComment: "unclosed-comment"
        case .rubyMismatch: "ruby-mismatch"
        case .tableNeedsBlankLine: "table-needs-blank-line"
        case .tableHeaderMismatch: "table-header-mismatch"
        case .tableExtraCells: "table-extra-cells"
        case .tableTooWide: "table-too-wide"
        case .unsupported: "unsupported-markdown"
        case .tooManyProblems: "too-many-problems"
        }
    }

    public var message: Message {
        switch self {
        case .headingSkipsLevel(let from, let to):
            Message(
                ja: "見出しの段階が飛んでいます（# が\(from)つの次に\(to)つ）。\(from + 1)つにしてください",
                en: "The heading skips a level (\(to) after \(from)). Write \(from + 1) number signs (#)")
        case .headingLevelOne:
            Message(
                ja: "本文の見出しは ## から始めてください。# はページの題名に使われます",
                en: "Start the headings of the text at ##. The single # is the page's title")
        case .emptyHeading:
            Message(
                ja: "見出しに文字がありません。見出しのことばを書くか、この行を消してください",
                en: "The heading has no text. Write its words or delete the line")
        case .headingIDForm(let id):
            Message(
                ja: "見出しのID「\(shown(id))」は使えません。半角の小文字で始め、小文字、数字、- で書いてください",
                en: "\"\(shown(id))\" cannot be a heading's id. Use lower-case letters, digits and -, a letter first")
        case .duplicateHeadingID(let id):
            Message(
                ja: "見出しのID「\(id)」が二度使われています。どちらかを変えてください",
                en: "The heading id \"\(id)\" is used twice. Change one of them")
        case .imageWithoutAlt:
            Message(
                ja: "画像に説明文がありません。画像の内容を ![ ] の間に書いてください",
                en: "The image has no alternative text. Say between ![ and ] what it shows")
        case .imageFromOtherHost:
            Message(
                ja: "ほかのサイトの画像は表示できません。画像を images フォルダーに置いて、その名前を書いてください",
                en: "Images of other sites are not shown. Put the image into the images folder and give its name")
        case .linkWithoutText:
            Message(
                ja: "リンクに文字がありません。リンク先がわかることばを [ ] の間に書いてください",
                en: "The link has no text. Say between [ and ] where it leads")
        case .unsafeAddress(let address):
            Message(
                ja: "「\(shown(address))」へのリンクは使えません。https: で始まるアドレスか、サイトの中のファイル名を書いてください",
                en: "A link to \"\(shown(address))\" is not allowed. Write an https: address or a file of the site")
        case .rawHTML:
            Message(
                ja: "HTMLのタグは使えません（タグは消え、文字だけが残ります）。Markdownで書くか、見せたいときは ` で囲んでください",
                en: "HTML tags are not supported (they are left out, the words stay). Write Markdown, or show them in backticks"
            )
        case .unclosedComment:
            Message(
                ja: "コメントが閉じられていないため、ここから後がページに出ません。終わりに --> を書いてください",
                en: "The comment is not closed, so all that follows is hidden. Write --> at its end")
        case .rubyMismatch(let characters, let readings):
            Message(
                ja: "ふりがなの数が合いません（\(characters)文字に\(readings)つ）。全体に1つか、1文字に1つずつ書いてください",
                en: "The readings do not fit (\(characters) characters, \(readings) readings). Give one, or one a character")
        case .tableNeedsBlankLine:
            Message(
                ja: "前の文とつながっているため、表になりません。表の前に空の行を入れてください",
                en: "This does not become a table, as it goes on from the text above. Put an empty line before it")
        case .tableHeaderMismatch(let header, let delimiter):
            Message(
                ja: "表になりません。見出しの行は\(header)列、区切りの行（---）は\(delimiter)列です。同じ数にしてください",
                en: "This is not a table. Cells in the header: \(header), in the line below: \(delimiter). Make them equal")
        case .tableExtraCells(let header, let row):
            Message(
                ja: "表の見出しは\(header)列ですが、この行は\(row)列です。列をそろえるか、文字の | は \\| と書いてください",
                en: "Cells in the header: \(header), in this row: \(row). Even them out, or write \\| for a bar in the text")
        case .tableTooWide(let columns, let limit):
            Message(
                ja: "表は\(limit)列までです（\(columns)列あります）。表を分けてください",
                en: "A table may have \(limit) columns (this one has \(columns)). Split it")
        case .unsupported(let syntax): syntax.message
        case .tooManyProblems(let limit):
            Message(
                ja: "問題が\(limit)件を超えたため、残りは表示していません。上から直して、もう一度確かめてください",
                en: "There are more than \(limit) problems; the rest is not shown. Mend these and check again")
        }
    }

    /// What an editor wrote, fit for a sentence: not too long, and without characters that move a terminal's cursor.
    private func shown(_ text: String) -> String {
        let short = text.unicodeScalars.prefix(60)
        var result = String.UnicodeScalarView()
        for scalar in short { result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar) }
        if short.endIndex < text.unicodeScalars.endIndex { result.append("…") }
        return String(result)
    }
}
