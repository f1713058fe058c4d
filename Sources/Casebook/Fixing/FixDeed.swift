import Diagnostics

/// What was done about each kind of problem that can be fixed.
enum FixDeed {
    /// The sentence for a kind, without its full stop.
    static func message(of id: String) -> Message {
        all.first { $0.id == id }?.message ?? Message(ja: "書き方を直しました", en: "Corrected the form")
    }

    /// All kinds, sorted.
    static let all: [(id: String, message: Message)] = [
        ("bad-alias", Message(ja: "以前のアドレスを、使える形に直しました", en: "Gave the old address a form that can be used")),
        ("bad-choice", Message(ja: "決まった言葉に直しました", en: "Wrote the word that is meant")),
        ("bad-date", Message(ja: "日付を「2026-04-01」の形に直しました", en: "Wrote the date like “2026-04-01”")),
        ("bad-language", Message(ja: "言語を符号に直しました", en: "Wrote the language as a tag")),
        ("bad-status", Message(ja: "状態を決まった言葉に直しました", en: "Wrote the status that is meant")),
        ("byte-order-mark", Message(ja: "先頭のBOMを取りました", en: "Took off the byte order mark")),
        ("carriage-returns", Message(ja: "改行をLFにそろえました", en: "Ended all lines with LF")),
        ("indented-key", Message(ja: "項目の前の空白を取りました", en: "Took off the spaces before the key")),
        ("lines-before-front-matter", Message(ja: "最初の「---」の上の空の行を取りました", en: "Took off the empty lines above “---”")),
        ("missing-colon", Message(ja: "項目の後にコロンを入れました", en: "Put a colon behind the key")),
        ("missing-space", Message(ja: "コロンの後に空白を入れました", en: "Put a space behind the colon")),
        ("odd-space", Message(ja: "半角でない空白を直しました", en: "Replaced spaces that are not ASCII ones")),
        ("other-term-name", Message(ja: "正式な名前にしました", en: "Wrote the term's label")),
        ("tab", Message(ja: "行の先頭のタブを直しました", en: "Replaced the tab at the start of the line")),
        ("unclosed-front-matter", Message(ja: "項目の終わりに「---」の行を入れました", en: "Ended the front matter with a line “---”")),
        ("unknown-key", Message(ja: "項目の名前を直しました", en: "Wrote the key that is meant")),
        ("unknown-related-case", Message(ja: "関連する事例の番号を直しました", en: "Wrote the id of the related case")),
        ("unknown-taxonomy", Message(ja: "分類をフォルダーの名前に直しました", en: "Named the taxonomy by its folder")),
        ("unreadable-bytes", Message(ja: "文字コードをUTF-8に変えました", en: "Converted the file to UTF-8")),
        ("unsafe-character", Message(ja: "使えない文字を取り除きました", en: "Removed a character that is not allowed")),
        ("wide-colon", Message(ja: "コロンを半角にしました", en: "Made the colon an ASCII one")),
        ("wide-digits", Message(ja: "数字や記号を半角にしました", en: "Made digits and signs ASCII ones")),
        ("wide-key", Message(ja: "項目の名前を半角にしました", en: "Wrote the key in ASCII letters")),
        ("wide-list-marks", Message(ja: "一覧の記号を半角にしました", en: "Made the marks of the list ASCII ones")),
        ("wrong-fence", Message(ja: "区切りの行を「---」にしました", en: "Made the line “---”")),
    ]
}
