import Diagnostics

extension MarkdownProblem: ExplainedProblem {
    public var guide: GuideEntry {
        switch self {
        case .headingSkipsLevel:
            GuideEntry(meaning: "見出しの段が飛んでいます（`##` の次が `####` など）。", remedy: "示された数の `#` にします。")
        case .headingLevelOne:
            GuideEntry(meaning: "本文に `#` 一つの見出しがあります。", remedy: "`##` から始めます。`#` 一つは、ページの題名に使われます。")
        case .emptyHeading:
            GuideEntry(meaning: "見出しに文字がありません。", remedy: "文字を書くか、行を消します。")
        case .headingIDForm:
            GuideEntry(
                meaning: "見出しに付けた名札（`{#…}`）に、使えない文字があります。",
                remedy: "半角の英小文字で始め、英小文字、数字、ハイフンだけにします。")
        case .duplicateHeadingID:
            GuideEntry(meaning: "二つの見出しに、同じ名札が付いています。", remedy: "どちらかを変えます。")
        case .imageWithoutAlt:
            GuideEntry(meaning: "画像に、内容を伝える文がありません。", remedy: "`![` と `]` の間に書きます。")
        case .imageFromOtherHost:
            GuideEntry(
                meaning: "ほかのサイトの画像を使おうとしています。",
                remedy: "使ってよい画像かを確かめたうえで、`images` フォルダーに置き、その場所を書きます。")
        case .linkWithoutText:
            GuideEntry(meaning: "リンクに文字がありません。", remedy: "`[` と `]` の間に、行き先が分かる言葉を書きます。")
        case .unsafeAddress:
            GuideEntry(meaning: "リンクに使えない種類のアドレスです。", remedy: "`https:` で始まるアドレスか、ファイルの場所を書きます。")
        case .rawHTML:
            GuideEntry(
                meaning: "HTML のタグがあります。タグは消え、文字だけが残ります。",
                remedy: "この手引きの書き方に直します。タグを文字として見せたいときは、`` ` `` で囲みます。")
        case .unclosedComment:
            GuideEntry(meaning: "注釈（`<!--`）が閉じられておらず、後ろがページに出ません。", remedy: "終わりに `-->` を書きます。")
        case .rubyMismatch:
            GuideEntry(meaning: "ふりがなの数が、文字の数と合いません。", remedy: "全体に一つか、一文字に一つずつにします。")
        case .tableNeedsBlankLine:
            GuideEntry(meaning: "前の文とつながっていて、表になりません。", remedy: "表の前に空の行を入れます。")
        case .tableHeaderMismatch:
            GuideEntry(meaning: "表の見出しと区切りの行で、列の数が違います。", remedy: "列の数をそろえます。")
        case .tableExtraCells:
            GuideEntry(meaning: "表の見出しより列の多い行があります。", remedy: "列の数をそろえます。文字としての縦線は `\\|` と書きます。")
        case .tableTooWide:
            GuideEntry(meaning: "表の列が多すぎます。", remedy: "表を分けます。")
        case .unsupported:
            GuideEntry(meaning: "使えない書き方（脚注、数式、取り消し線など）です。", remedy: "メッセージに示された書き方に直します。")
        case .tooManyProblems:
            GuideEntry(meaning: "直すところが多く、残りは示されていません。", remedy: "示されたものを直し、もう一度調べます。")
        }
    }
}
