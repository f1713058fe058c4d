extension ProblemTests {
    static let expected: [Expected] = [
        Expected(
            "### 一", "heading-skips-level", .error, 1, 1,
            ja: "見出しの段階が飛んでいます（# が1つの次に3つ）。2つにしてください",
            en: "The heading skips a level (3 after 1). Use 2 number signs (#)"),
        Expected(
            "# 一", "heading-level-one", .error, 1, 1,
            ja: "本文の見出しは ## から始めてください。# はページの題名に使われます",
            en: "Start the headings of the text at ##. The single # is for the page\'s title"),
        Expected(
            "一\n\n##", "empty-heading", .error, 3, 1,
            ja: "見出しに文字がありません。見出しのことばを書くか、この行を消してください",
            en: "The heading has no text. Write a text or delete the line"),
        Expected(
            "## 一 {#Foo}", "heading-id-form", .error, 1, 6,
            ja: "見出しのID「Foo」は使えません。半角の小文字で始め、小文字、数字、- で書いてください",
            en: "\"Foo\" cannot be a heading\'s id. Start with a lower-case letter; use only these, digits and -"),
        Expected(
            "## 一 {#a}\n\n## 二 {#a}", "duplicate-heading-id", .error, 3, 6,
            ja: "見出しのID「a」が二度使われています。どちらかを変えてください",
            en: "The heading id \"a\" is used twice. Change one of them"),
        Expected(
            "絵は![](a.png)", "image-without-alt", .error, 1, 3,
            ja: "画像に説明文がありません。画像の内容を ![ ] の間に書いてください",
            en: "The image has no alternative text. Describe it between ![ and ]"),
        Expected(
            "> - 絵は\n>   ![絵](https://h.example/a.png)", "image-from-other-host", .error, 2, 10,
            ja: "ほかのサイトの画像は表示できません。画像を images フォルダーに置いて、その名前を書いてください",
            en: "Images from other sites are not shown. Put the image into the images folder and write its name"),
        Expected(
            "[](a.md)", "link-without-text", .error, 1, 1,
            ja: "リンクに文字がありません。リンク先がわかることばを [ ] の間に書いてください",
            en: "The link has no text. Write between [ and ] where it leads"),
        Expected(
            "一\n[二](javascript:alert)", "unsafe-address", .warning, 2, 5,
            ja: "「javascript:alert」へのリンクは使えません。https: で始まるアドレスか、サイトの中のファイル名を書いてください",
            en: "A link to \"javascript:alert\" is not allowed. Write an https: address or a file of the site"),
        Expected(
            "一<b>二</b>", "raw-html", .warning, 1, 2,
            ja: "HTMLのタグは使えません（タグは消え、文字だけが残ります）。Markdownで書くか、見せたいときは ` で囲んでください",
            en: "HTML tags are not supported (they are removed, the words stay). Use Markdown, or backticks to show a tag"),
        Expected(
            "一\n\n<!-- 注", "unclosed-comment", .error, 3, 1,
            ja: "コメントが閉じられていないため、ここから後がページに出ません。終わりに --> を書いてください",
            en: "The comment is not closed, so everything after it is hidden. Write --> at its end"),
        Expected(
            "{漢字|か|ん|じ}", "ruby-mismatch", .warning, 1, 1,
            ja: "ふりがなの数が合いません（2文字に3つ）。全体に1つか、1文字に1つずつ書いてください",
            en: "Characters: 2, readings: 3. Write one reading for all, or one per character"),
        Expected(
            "一\n|a|b|\n|-|-|", "table-needs-blank-line", .warning, 2, 1,
            ja: "前の文とつながっているため、表になりません。表の前に空の行を入れてください",
            en: "This is not read as a table because text comes directly before it. Put an empty line before it"),
        Expected(
            "|a|b|\n|-|", "table-header-mismatch", .warning, 1, 1,
            ja: "表になりません。見出しの行は2列、区切りの行（---）は1列です。同じ数にしてください",
            en: "This is not a table. Columns in the header: 2, in the --- row: 1. Make them equal"),
        Expected(
            "|a|\n|-|\n|b|c|", "table-extra-cells", .warning, 3, 1,
            ja: "表の見出しは1列ですが、この行は2列です。列をそろえるか、文字の | は \\| と書いてください",
            en: "Columns in the header: 1, in this row: 2. Make them equal, or write \\| for a bar in the text"),
        Expected(
            String(repeating: "|a", count: 101) + "\n" + String(repeating: "|-", count: 101), "table-too-wide", .warning, 1, 1,
            ja: "表は100列までです（101列あります）。表を分けてください",
            en: "A table can have at most 100 columns (this one has 101). Split the table"),
        Expected(
            "一\n\n" + String(repeating: ">", count: 101) + "a", "nested-too-deeply", .error, 3, 1,
            ja: "箇条書きや引用の入れ子が深すぎます（この行は101段、100段まで）。行の初めの「>」や「-」を減らしてください",
            en: "Lists and quotes are nested too deeply (levels: 101, limit: 100). Remove marks such as > or - from the line"),
        Expected(
            "一\n\n" + String(repeating: "![[]()", count: 1_001), "nested-too-deeply", .error, 3, 1,
            ja: "画像の始まり「![」が1000個より多くあり、「]」で閉じられていません。「![説明](images/figure.png)」のように書いてください",
            en: "More than 1000 images start with “![” and have no “]”. Write them like “![text](images/figure.png)”"),
        Expected(
            "注[^1]", "unsupported-markdown", .warning, 1, 2,
            ja: "脚注（[^1]）は使えません。本文の（ ）に書くか、リンクにしてください",
            en: "Footnotes ([^1]) are not supported. Put the note into the text or link to it"),
        Expected(
            "$x^2$", "unsupported-markdown", .warning, 1, 1,
            ja: "数式（$…$）は使えません。ふつうの文字で書くか、` で囲んでください",
            en: "Math ($…$) is not supported. Write it as plain text or in backticks"),
        Expected(
            "- 一\n- [ ] 二", "unsupported-markdown", .warning, 2, 3,
            ja: "チェックボックス（[ ]）は使えません。ふつうの箇条書きにしてください",
            en: "Task lists ([ ]) are not supported. Use a plain list"),
        Expected(
            "一~~二~~", "unsupported-markdown", .warning, 1, 2,
            ja: "取り消し線（~~）は使えません。消すことばは削ってください",
            en: "Strikethrough (~~) is not supported. Delete the text instead"),
        Expected(
            "語\n: 説明", "unsupported-markdown", .warning, 2, 1,
            ja: "定義リスト（行の初めの「: 」）は使えません。見出し、箇条書き、表のどれかにしてください",
            en: "Definition lists (a line that starts with \": \") are not supported. Use headings, a list or a table"),
        Expected(
            "> [!TIP]\n> 注", "unsupported-markdown", .warning, 1, 3,
            ja: "囲み記事（[!NOTE] など）は使えません。ふつうの引用か段落にしてください",
            en: "Alerts (such as [!NOTE]) are not supported. Use a plain quote or paragraph"),
        Expected(
            "一 https://e.example/", "unsupported-markdown", .warning, 1, 3,
            ja: "このアドレスはリンクになりません。[ページの名前](アドレス) か <アドレス> と書いてください",
            en: "This address does not become a link. Write [page name](address) or <address>"),
    ]
}
