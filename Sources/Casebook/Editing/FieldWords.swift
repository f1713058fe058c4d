import Diagnostics

/// What people call a key of a case's front matter, and what they write there.
struct FieldWords {
    /// As the heading of a column; the first is the one to show.
    let names: [String]
    let hint: Message

    /// The words for a key of every case; nil for the taxonomies' keys and `private`.
    static func of(_ key: String) -> FieldWords? {
        switch key {
        case "title":
            FieldWords(
                names: ["題名", "タイトル"],
                hint: Message(ja: "事例の題名。文の終わりに「。」は付けません", en: "the title, without a full stop"))
        case "status":
            FieldWords(
                names: ["状態", "公開状態"],
                hint: Message(
                    ja: "draft（下書き）、published（公開）、withdrawn（取り下げ）", en: "draft, published or withdrawn"))
        case "summary":
            FieldWords(
                names: ["要約", "概要"], hint: Message(ja: "内容を一文か二文にまとめたもの", en: "one or two sentences"))
        case "published":
            FieldWords(
                names: ["公開日"], hint: Message(ja: "公開した日。2026-04-01 の形", en: "the day it was published, like 2026-04-01"))
        case "updated":
            FieldWords(
                names: ["更新日"], hint: Message(ja: "内容を直した日。2026-04-01 の形", en: "the day it was changed, like 2026-04-01"))
        case "review_by":
            FieldWords(
                names: ["見直し期限"],
                hint: Message(ja: "内容を見直す期限の日。2026-04-01 の形", en: "the day to review it by, like 2026-04-01"))
        case "yomi":
            FieldWords(
                names: ["題名の読み", "読み", "よみ"], hint: Message(ja: "題名の読み（ひらがな）", en: "the title's reading in hiragana"))
        case "aliases":
            FieldWords(
                names: ["以前のアドレス"],
                hint: Message(ja: "以前のアドレス。例：[old/case1.html]", en: "old addresses, like [old/case1.html]"))
        case "related":
            FieldWords(
                names: ["関連する事例"], hint: Message(ja: "関連する事例の番号。例：[c003, c010]", en: "ids of cases, like [c003, c010]"))
        default: nil
        }
    }
}
