import CasebookModel
import Diagnostics

extension Field {
    /// Returns the keys of `casebook.yml`.
    ///
    /// - Parameter advice: The ids of the rules of advice, which can be switched off.
    package static func ofSettings(advice: [String]) -> [Field] {
        [
            Field("title", .text, required: true, names: titleNames, example: "障害者就労支援ノウハウ集"),
            Field("description", .text, required: true, names: descriptionNames, example: "現場の取組や工夫の事例を集めたものです。"),
            Field("language", .text, required: true, names: ["言語", "ことば"], example: "ja"),
            Field(
                "publisher", .map([Field("name", .text, required: true, names: nameNames, example: "編集担当"), url]),
                required: true, names: ["発行者", "発行元", "発行"], example: "{ name: 編集担当 }"),
            Field(
                "contact", .map(contact), names: ["問い合わせ先", "お問い合わせ", "お問い合わせ先", "連絡先", "窓口"],
                example: "{ name: 編集担当, mail: info@example.jp }"),
            Field(
                "source",
                .map([Field("title", .text, required: true, names: titleNames, example: "出典の資料"), url]), required: true,
                names: ["出典", "元の資料"], example: "{ title: 出典の資料 }"),
            Field(
                "license", .map([Field("name", .text, required: true, names: nameNames, example: "CC BY 4.0"), url]),
                names: ["利用条件", "ライセンス"], example: "{ name: CC BY 4.0 }"),
            Field("notice", .text, required: true, names: ["注記", "注意書き"], example: "効果を証明するものではありません。"),
            Field("base_url", .url, names: ["公開する場所のアドレス"], example: "https://example.org/cases/"),
            Field("primary", .text, required: true, names: ["主な分類"], example: "categories"),
            Field("secondary", .text, required: true, names: ["第二の分類"], example: "organizations"),
            Field("stages", .text, names: ["段階の分類"], example: "phases"),
            Field("invitation", .text, names: ["募集のページ"], example: "call"),
            Field("footer", .ids, names: ["ページの下に出すページ"], example: "[about, call]"),
            Field("advice", .map(advice.map { Field($0, .flag) }), names: ["助言"], example: "{ long-sentence: false }"),
            Field(
                "search",
                .map([
                    Field("synonyms", .maps(words), names: ["同じ意味の言葉", "同義語"], example: wordsExample),
                    Field("related", .maps(words), names: ["関わりのある言葉", "関連語"], example: wordsExample),
                ]), names: ["検索"], example: "{ synonyms: \(wordsExample) }"),
            Field(
                "taxonomies", .maps(taxonomy), required: true, names: ["分類"],
                example: "[{ folder: categories, key: category, label: 分野 }]"),
            Field(
                "sections", .maps(section), required: true, names: ["見出しの一覧"],
                example: "[{ id: background, heading: 必要性・きっかけ }]"),
        ]
    }

    private static let contact: [Field] = [
        Field("name", .text, required: true, names: nameNames, example: "編集担当"),
        Field("department", .text, names: ["部署", "担当部署", "所属"], example: "調査課"),
        Field("mail", .mail, names: ["メールアドレス", "メール"], example: "info@example.jp"),
        Field("telephone", .telephone, names: ["電話番号", "電話"], example: "03-0000-0000"),
        Field("form", .url, names: ["フォームのアドレス", "問い合わせフォーム", "フォーム"], example: "https://example.jp/form"),
        Field("hours", .text, names: ["受付時間", "受け付け時間"], example: "平日9時から17時まで"),
    ]

    private static let taxonomy: [Field] = [
        Field("folder", .text, required: true, names: ["フォルダー", "フォルダ"], example: "categories"),
        Field("key", .text, required: true, names: ["項目の名前", "キー"], example: "category"),
        Field("label", .text, required: true, names: labelNames, example: "分野"),
        Field("description", .text, names: descriptionNames, example: "取組の内容による分け方です。"),
        Field("multiple", .flag, names: ["いくつも書けるか"], example: "true"),
        Field("required", .flag, names: requiredNames, example: "true"),
        Field("order", .choice(Taxonomy.Order.allCases.map(\.rawValue)), names: ["並べ方", "順番"], example: "listed"),
        Field("index", .choice(Taxonomy.Index.allCases.map(\.rawValue)), names: ["索引"], example: "yomi"),
        Field("terms", .ids, names: ["並び"], example: "[hello-work, employer]"),
        Field(
            "groups",
            .maps([
                Field("label", .text, required: true, names: labelNames, example: "企業"),
                Field("terms", .ids, required: true, names: ["並び"], example: "[hello-work, employer]"),
            ]), names: ["組", "グループ"], example: "[{ label: 企業, terms: [employer] }]"),
        Field("unstated", .text, names: ["記載がないときの言葉"], example: "記載がない"),
    ]

    /// A group of words for the search.
    private static let words: [Field] = [
        Field("words", .names, required: true, names: ["言葉", "ことば"], example: "[障害, 障がい]")
    ]
    private static let wordsExample = "[{ words: [障害, 障がい] }]"

    private static let section: [Field] = [
        Field("id", .text, required: true, names: ["飛び先の名前"], example: "background"),
        Field("heading", .text, required: true, names: ["見出し"], example: "必要性・きっかけ"),
        Field("required", .flag, names: requiredNames, example: "true"),
        Field("hint", .text, names: ["書き方"], example: "何がきっかけだったのかを書きます。"),
    ]

    private static let url = Field("url", .url, names: ["アドレス", "URL"], example: "https://example.org/")

    // Names that several sets share.
    private static let titleNames = ["題名", "タイトル", "件名", "表題", "事例名"]
    private static let labelNames = ["名前", "名称", "ラベル"]
    private static let nameNames = labelNames
    private static let requiredNames = ["必要か", "必須"]
    private static let descriptionNames = ["説明"]
    private static let updatedNames = ["更新日", "最終更新日", "改訂日"]
    private static let readingNames = ["読み", "よみ", "よみがな"]
    private static let aliasNames = ["別名"]
    private static let relatedNames = ["関連する事例", "関連", "関連事例"]

    /// The keys of a case, without those of the taxonomies.
    ///
    /// Forms, tables, the rule about unknown keys and the schema for text editors all use this list.
    package static let ofCases: [Field] = [
        Field(
            "title", .text, required: true, names: titleNames, example: "事例の題名",
            help: Help(
                Message(ja: "事例の題名。文の終わりに「。」は付けません", en: "the title, without a full stop"),
                description: "題名。必要です。文の終わりに「。」は付けません。")),
        Field(
            "status", .status, names: ["状態", "公開状態", "ステータス"], example: "draft",
            help: Help(
                Message(ja: "draft（下書き）、published（公開）、withdrawn（取り下げ）", en: "draft, published or withdrawn"),
                cell: Message(
                    ja: "下書き、公開、取り下げのどれか。書かなければ下書きになります。",
                    en: "下書き (draft), 公開 (published) or 取り下げ (withdrawn); a draft if empty"),
                description: "draft は下書き、published は公開、withdrawn は取り下げです。書かなければ公開です。")),
        Field(
            "summary", .text, names: ["要約", "概要", "あらまし"], example: "見学の前に準備した事例です。",
            help: Help(
                Message(ja: "内容を一文か二文にまとめたもの", en: "one or two sentences"),
                description: "内容を一文か二文にまとめたもの。")),
        Field(
            "published", .date, names: ["公開日", "掲載日"], example: "2026-04-01",
            help: Help(
                Message(ja: "公開した日。2026-04-01 の形", en: "the day it was published, like 2026-04-01"),
                description: "公開した日。2026-04-01 の形で書きます。")),
        Field(
            "updated", .date, names: updatedNames, example: "2026-04-01",
            help: Help(
                Message(ja: "内容を直した日。2026-04-01 の形", en: "the day it was changed, like 2026-04-01"),
                description: "内容を直した日。2026-04-01 の形で書きます。")),
        Field(
            "review_by", .date, names: ["見直し期限", "見直し日"], example: "2026-04-01",
            help: Help(
                Message(ja: "内容を見直す期限の日。2026-04-01 の形", en: "the day to review it by, like 2026-04-01"),
                description: "内容を見直す期限の日。2026-04-01 の形で書きます。")),
        Field(
            "yomi", .text, names: ["題名の読み"] + readingNames, example: "じれいのだいめい",
            help: Help(
                Message(ja: "題名の読み（ひらがな）", en: "the title's reading in hiragana"), description: "題名の読み（ひらがな）。")),
        Field(
            "aliases", .addresses, names: ["以前のアドレス"] + aliasNames, example: "[old/case1.html]",
            help: Help(
                Message(ja: "以前のアドレス。例：[old/case1.html]", en: "old addresses, like [old/case1.html]"),
                cell: Message(ja: "以前のアドレス。例：old/case1.html", en: "old addresses, like old/case1.html"),
                description: "以前のアドレス。")),
        Field(
            "related", .ids, names: relatedNames, example: "[c003, c010]",
            help: Help(
                Message(ja: "関連する事例の番号。例：[c003, c010]", en: "ids of cases, like [c003, c010]"),
                cell: Message(ja: "関連する事例の番号。例：c003、c010", en: "ids of cases, like c003、c010"),
                description: "関連する事例の番号。書かなくても自動で選ばれます。")),
        // Forms and tables have separate columns for private values.
        Field(
            "private", .hidden, names: ["非公開"], example: "{ 連絡先: 書類 }",
            help: Help(Message(ja: "公開しない情報", en: "not published"), description: "公開しない情報。サイトのどこにも出ません。")),
    ]

    /// The keys of a page.
    static let ofPages: [Field] = [
        Field("title", .text, required: true, names: titleNames, example: "この事例集について"),
        Field("description", .text, names: descriptionNames, example: "事例の集め方の説明です。"),
        Field("updated", .date, names: updatedNames, example: "2026-04-01"),
        Field("aliases", .addresses, names: ["以前のアドレス"] + aliasNames, example: "[old/about.html]"),
    ]

    /// The keys of a word of the glossary.
    static let ofGlossary: [Field] = [
        Field("term", .text, required: true, names: ["用語", "言葉", "ことば"], example: "ジョブコーチ"),
        Field("yomi", .yomi, required: true, names: readingNames, example: "じょぶこーち"),
        Field("aliases", .names, names: aliasNames, example: "[職場適応援助者]"),
    ]

    /// Returns the keys of a term. The order and the index of the taxonomy can make one of them required.
    static func ofTerms(order: Taxonomy.Order, index: Taxonomy.Index?) -> [Field] {
        [
            Field("label", .text, required: true, names: labelNames, example: "ジョブコーチ"),
            Field("number", .number, required: order == .number, names: ["番号"], example: "1"),
            Field(
                "yomi", .yomi, required: order == .yomi || index == .yomi, names: readingNames, example: "じょぶこーち"),
            Field("aliases", .names, names: aliasNames, example: "[職場適応援助者]"),
        ]
    }
}
