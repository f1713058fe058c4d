import CasebookModel
import Diagnostics

extension Field {
    /// Returns the keys of `casebook.yml`.
    ///
    /// - Parameter advice: The ids of the rules of advice, which can be switched off.
    package static func ofSettings(advice: [String]) -> [Field] {
        [
            Field("title", .text, required: true, names: titleNames),
            Field("description", .text, required: true, names: descriptionNames),
            Field("language", .text, required: true),
            Field("publisher", .map([Field("name", .text, required: true), Field("url", .url)]), required: true),
            Field(
                "source", .map([Field("title", .text, required: true, names: titleNames), Field("url", .url)]), required: true),
            Field("license", .map([Field("name", .text, required: true), Field("url", .url)])),
            Field("notice", .text, required: true),
            Field("base_url", .url),
            Field("primary", .text, required: true),
            Field("secondary", .text, required: true),
            Field("stages", .text),
            Field("invitation", .text),
            Field("footer", .ids),
            Field("advice", .map(advice.map { Field($0, .flag) })),
            Field("search", .map([Field("synonyms", .maps(words)), Field("related", .maps(words), names: relatedNames)])),
            Field("taxonomies", .maps(taxonomy), required: true),
            Field("sections", .maps(section), required: true),
        ]
    }

    private static let taxonomy: [Field] = [
        Field("folder", .text, required: true),
        Field("key", .text, required: true),
        Field("label", .text, required: true, names: labelNames),
        Field("description", .text, names: descriptionNames),
        Field("multiple", .flag),
        Field("required", .flag),
        Field("order", .choice(Taxonomy.Order.allCases.map(\.rawValue))),
        Field("index", .choice(Taxonomy.Index.allCases.map(\.rawValue))),
        Field("terms", .ids),
        Field(
            "groups", .maps([Field("label", .text, required: true, names: labelNames), Field("terms", .ids, required: true)])),
        Field("unstated", .text),
    ]

    /// A group of words for the search.
    private static let words: [Field] = [Field("words", .names, required: true)]

    private static let section: [Field] = [
        Field("id", .text, required: true),
        Field("heading", .text, required: true),
        Field("required", .flag),
        Field("hint", .text),
    ]

    // Names that several sets share.
    private static let titleNames = ["題名", "タイトル", "件名"]
    private static let labelNames = ["名前", "名称", "ラベル"]
    private static let descriptionNames = ["説明"]
    private static let updatedNames = ["更新日"]
    private static let readingNames = ["読み", "よみ", "よみがな"]
    private static let aliasNames = ["別名"]
    private static let relatedNames = ["関連する事例", "関連"]

    /// The keys of a case, without those of the taxonomies.
    ///
    /// Forms, tables, the rule about unknown keys and the schema for text editors all use this list.
    package static let ofCases: [Field] = [
        Field(
            "title", .text, required: true, names: titleNames,
            help: Help(
                Message(ja: "事例の題名。文の終わりに「。」は付けません", en: "the title, without a full stop"),
                description: "題名。必要です。文の終わりに「。」は付けません。")),
        Field(
            "status", .status, names: ["状態", "公開状態"],
            help: Help(
                Message(ja: "draft（下書き）、published（公開）、withdrawn（取り下げ）", en: "draft, published or withdrawn"),
                cell: Message(
                    ja: "下書き、公開、取り下げのどれか。書かなければ下書きになります。",
                    en: "下書き (draft), 公開 (published) or 取り下げ (withdrawn); a draft if empty"),
                description: "draft は下書き、published は公開、withdrawn は取り下げです。書かなければ公開です。")),
        Field(
            "summary", .text, names: ["要約", "概要"],
            help: Help(
                Message(ja: "内容を一文か二文にまとめたもの", en: "one or two sentences"),
                description: "内容を一文か二文にまとめたもの。")),
        Field(
            "published", .date, names: ["公開日"],
            help: Help(
                Message(ja: "公開した日。2026-04-01 の形", en: "the day it was published, like 2026-04-01"),
                description: "公開した日。2026-04-01 の形で書きます。")),
        Field(
            "updated", .date, names: updatedNames,
            help: Help(
                Message(ja: "内容を直した日。2026-04-01 の形", en: "the day it was changed, like 2026-04-01"),
                description: "内容を直した日。2026-04-01 の形で書きます。")),
        Field(
            "review_by", .date, names: ["見直し期限", "見直し日"],
            help: Help(
                Message(ja: "内容を見直す期限の日。2026-04-01 の形", en: "the day to review it by, like 2026-04-01"),
                description: "内容を見直す期限の日。2026-04-01 の形で書きます。")),
        Field(
            "yomi", .text, names: ["題名の読み"] + readingNames,
            help: Help(
                Message(ja: "題名の読み（ひらがな）", en: "the title's reading in hiragana"), description: "題名の読み（ひらがな）。")),
        Field(
            "aliases", .addresses, names: ["以前のアドレス"] + aliasNames,
            help: Help(
                Message(ja: "以前のアドレス。例：[old/case1.html]", en: "old addresses, like [old/case1.html]"),
                cell: Message(ja: "以前のアドレス。例：old/case1.html", en: "old addresses, like old/case1.html"),
                description: "以前のアドレス。")),
        Field(
            "related", .ids, names: relatedNames,
            help: Help(
                Message(ja: "関連する事例の番号。例：[c003, c010]", en: "ids of cases, like [c003, c010]"),
                cell: Message(ja: "関連する事例の番号。例：c003、c010", en: "ids of cases, like c003、c010"),
                description: "関連する事例の番号。書かなくても自動で選ばれます。")),
        // Forms and tables have separate columns for private values.
        Field(
            "private", .hidden, names: ["非公開"],
            help: Help(Message(ja: "公開しない情報", en: "not published"), description: "公開しない情報。サイトのどこにも出ません。")),
    ]

    /// The keys of a page.
    static let ofPages: [Field] = [
        Field("title", .text, required: true, names: titleNames),
        Field("description", .text, names: descriptionNames),
        Field("updated", .date, names: updatedNames),
        Field("aliases", .addresses, names: aliasNames),
    ]

    /// The keys of a word of the glossary.
    static let ofGlossary: [Field] = [
        Field("term", .text, required: true),
        Field("yomi", .yomi, required: true, names: readingNames),
        Field("aliases", .names, names: aliasNames),
    ]

    /// Returns the keys of a term. The order and the index of the taxonomy can make one of them required.
    static func ofTerms(order: Taxonomy.Order, index: Taxonomy.Index?) -> [Field] {
        [
            Field("label", .text, required: true, names: labelNames),
            Field("number", .number, required: order == .number, names: ["番号"]),
            Field("yomi", .yomi, required: order == .yomi || index == .yomi, names: readingNames),
            Field("aliases", .names, names: aliasNames),
        ]
    }
}
