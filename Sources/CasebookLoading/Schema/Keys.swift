import CasebookModel
import Diagnostics

extension Field {
    /// Returns the keys of `casebook.yml`.
    ///
    /// - Parameter advice: The ids of the rules of advice, which can be switched off.
    package static func ofSettings(advice: [String]) -> [Field] {
        [
            Field(
                "title", .text, required: true, names: titleNames,
                example: .init(ja: "障害者就労支援ノウハウ集", en: "Repairing things together"),
                help: Help(ja: "事例集の題名。", en: "The title of the casebook.")),
            Field(
                "description", .text, required: true, names: descriptionNames,
                example: .init(ja: "現場の取組や工夫の事例を集めたものです。", en: "How people repair things together."),
                help: Help(
                    ja: "内容を一文か二文で表したもの。ホームなどに出ます。", en: "What it is about, in one or two sentences. The home page shows it.")),
            Field(
                "language", .text, required: true, names: ["言語", "ことば"], example: "ja",
                help: Help(
                    ja: "言語。日本語は `ja`、英語は `en` です。", en: "The language of the texts: `ja` for Japanese, `en` for English.")),
            Field(
                "publisher",
                .map([
                    Field(
                        "name", .text, required: true, names: nameNames, example: .init(ja: "編集担当", en: "The editors"),
                        help: Help(ja: "その名前。", en: "The name.")),
                    url,
                ]),
                required: true, names: ["発行者", "発行元", "発行"], example: .init(ja: "{ name: 編集担当 }", en: "{ name: The editors }"),
                help: Help(ja: "事例集を公開する団体や人。", en: "Who publishes the casebook.")),
            Field(
                "contact", .map(contact), names: ["問い合わせ先", "お問い合わせ", "お問い合わせ先", "連絡先", "窓口"],
                example: .init(
                    ja: "{ name: 編集担当, mail: info@example.jp }", en: "{ name: The editors, mail: info@example.org }"),
                help: Help(
                    ja: "問い合わせ先。すべてのページの下の同じところと、冊子の表紙に出ます。`mail`、`telephone`、`form` のうち、少なくとも一つを書きます。",
                    en:
                        "Whom readers can ask, at the end of every page and on the booklet's cover. At least one of `mail`, `telephone` and "
                        + "`form` is needed.")),
            Field(
                "submission",
                .map([
                    Field(
                        "consent", .names, names: ["送る前の確認", "同意", "確認事項"],
                        example: .init(ja: "[公開してよいことを確かめました]", en: "[Everybody in it agrees to its publication]"),
                        help: Help(
                            ja: "送る前に確かめてもらうこと。一つずつ、印を付ける文にします。書かなければ、決まった文が出ます。",
                            en:
                                "What contributors confirm before they send a case: each sentence gets a box to tick. Without it, there"
                                + " are usual ones."))
                ]), names: ["応募", "事例の応募", "投稿"],
                example: .init(
                    ja: "{ consent: [公開してよいことを確かめました] }", en: "{ consent: [Everybody in it agrees to its publication] }"),
                help: Help(
                    ja: "事例の応募のページ（`submit.html`）と、GitHub のフォームの言葉。応募のページは、`contact` があるとできます。",
                    en:
                        "The words of the page `submit.html`, on which people write a case, and of the form for GitHub. The page exists"
                        + " if there is a `contact`.")),
            Field(
                "source",
                .map([
                    Field(
                        "title", .text, required: true, names: titleNames, example: .init(ja: "出典の資料", en: "Annual report"),
                        help: Help(ja: "その題名。", en: "The title.")),
                    url,
                ]), required: true, names: ["出典", "元の資料"],
                example: .init(ja: "{ title: 出典の資料 }", en: "{ title: Annual report }"),
                help: Help(ja: "事例のもとになった資料など。", en: "Where the cases are from.")),
            Field(
                "license",
                .map([
                    Field(
                        "name", .text, required: true, names: nameNames, example: "CC BY 4.0",
                        help: Help(ja: "その名前。", en: "The name.")),
                    url,
                ]),
                names: ["利用条件", "ライセンス"], example: "{ name: CC BY 4.0 }",
                help: Help(ja: "利用条件。「データのダウンロード」などに出ます。", en: "The licence of the texts. The page of the data shows it.")),
            Field(
                "notice", .text, required: true, names: ["注記", "注意書き"],
                example: .init(ja: "効果を証明するものではありません。", en: "They prove nothing about what works elsewhere."),
                help: Help(ja: "すべての事例に示す注記。改行せずに1行で書きます。", en: "A note that every case shows, on one line.")),
            Field(
                "base_url", .url, names: ["公開する場所のアドレス"], example: "https://example.org/cases/",
                help: Help(
                    ja: "サイトを公開する場所のアドレス。なくてもサイトは動きます。書くと、検索エンジン向けのサイトマップ、更新を知らせるフィード、SNSなどで"
                        + "リンクと一緒に表示される画像や説明が加わります。",
                    en:
                        "The address of the site. The site works without it. With it, there are also a sitemap, feeds, and titles and "
                        + "pictures for links in social networks.")),
            Field(
                "primary", .text, required: true, names: ["主な分類"], example: "categories",
                help: Help(
                    ja: "おもな分類のフォルダー。前後の事例、「比べて読む」、「冊子」のまとまりになります。一つだけ必ず選ぶ分類にします。",
                    en:
                        "The folder of the main taxonomy. It groups neighbouring cases, comparisons and the booklet. Each case must have "
                        + "exactly one of its terms.")),
            Field(
                "secondary", .text, required: true, names: ["第二の分類"], example: "organizations",
                help: Help(
                    ja: "`primary` と組み合わせて、ホームの表に使う分類のフォルダー。一つだけ必ず選ぶ分類にします。",
                    en:
                        "The folder of the taxonomy that makes the table of the home page together with `primary`. Each case must have "
                        + "exactly one of its terms.")),
            Field(
                "stages", .text, names: ["段階の分類"], example: "phases",
                help: Help(
                    ja: "時間の流れを表す分類（局面など）のフォルダー。`primary` の項目ごとに、どの局面の事例があるかが、ホームの表に道筋の形で出ます。"
                        + "順番は、その分類の `terms` に書いた順です。",
                    en:
                        "The folder of a taxonomy of stages in time. The home page shows which stages the cases of each main term are "
                        + "about, in the order of the taxonomy's `terms`.")),
            Field(
                "invitation", .text, names: ["募集のページ"], example: "call",
                help: Help(
                    ja: "事例を募集するページの名前。`pages` のファイルの名前から `.md` を除いたものです。",
                    en: "The page that asks readers for cases: the name of a file in `pages`, without `.md`.")),
            Field(
                "footer", .ids, names: ["ページの下に出すページ"], example: "[about, call]",
                help: Help(
                    ja: "すべてのページの下に出すページの名前。", en: "The pages that are linked at the end of every page, as for `invitation`.")),
            Field(
                "editions", .choices((Edition.allCases.map(\.rawValue) + [Settings.furigana]).map { .init($0) }),
                names: ["ほかの形の冊子", "電子書籍", "版"], example: "[epub, text]",
                help: Help(
                    ja: "冊子のほかに作る形。`epub` は電子書籍（EPUB）、`text` はテキストで、冊子のページからダウンロードできます。"
                        + "`furigana` は、すべての漢字にふりがなを付けたページで、`readings.csv` に漢字の読みが要ります。",
                    en:
                        "Forms besides the booklet: `epub` is an e-book and `text` is plain text, which the page of the booklet offers. "
                        + "`furigana` is a second set of pages with a reading for every kanji, which `readings.csv` lists.")),
            Field(
                "advice", .map(advice.map { Field($0, .flag) }), names: ["助言"], example: "{ long-sentence: false }",
                help: Help(
                    ja: "出さない助言。例えば、長い文の助言が要らないときは、`advice:` の次の行に、半角の空白二つで字下げして "
                        + "`long-sentence: false` と書きます。",
                    en:
                        "Advice that is not wanted: on the next lines, indented by two spaces, for example `long-sentence: false`."
                )),
            Field(
                "search",
                .map([
                    Field(
                        "synonyms", .maps(synonyms), names: ["同じ意味の言葉", "同義語"], example: wordsExample,
                        help: Help(ja: "同じ意味のことばの組。一緒に探します。", en: "Groups of words that mean the same.")),
                    Field(
                        "related", .maps(words), names: ["関わりのある言葉", "関連語"], example: wordsExample,
                        help: Help(
                            ja: "関わりのあることばの組。一緒に探しますが、見つかった事例は後のほうに並びます。",
                            en: "Groups of words that have to do with one another. What they find comes after the rest.")),
                ]), names: ["検索"],
                example: .init(ja: "{ synonyms: \(wordsExample.ja) }", en: "{ synonyms: \(wordsExample.en) }"),
                help: Help(
                    ja: "検索のことば。項目や用語集の言葉の別の名前（`aliases`）も、同じ意味のことばとして探します。",
                    en:
                        "Words for the search. Other names of terms and of glossary words (`aliases`) need not be repeated here."
                )),
            Field(
                "import",
                .map([
                    Field(
                        "unpublished", .names, names: ["サイトに載せない列"], example: .init(ja: "[メールアドレス]", en: "[Email Address]"),
                        help: Help(
                            ja: "サイトに載せない列の見出し。内容は原稿の `private` に入ります。",
                            en: "The headings of columns whose values go to `private:` and are not published.")),
                    Field(
                        "ignored", .names, names: ["読まない列"], example: .init(ja: "[タイムスタンプ]", en: "[Timestamp]"),
                        help: Help(ja: "読まない列の見出し。", en: "The headings of columns that are not read.")),
                ]), names: ["取り込み"],
                example: .init(
                    ja: "{ unpublished: [メールアドレス], ignored: [タイムスタンプ] }",
                    en: "{ unpublished: [Email Address], ignored: [Timestamp] }"),
                help: Help(
                    ja: "取り込む表（`import`）の、事例の項目でない列。アンケートのサービスが加える列などです。",
                    en:
                        "Columns of imported tables that are no part of cases, such as those that services for forms add."
                )),
            Field(
                "taxonomies", .maps(taxonomy), required: true, names: ["分類"],
                example: .init(
                    ja: "[{ folder: categories, key: category, label: 分野 }]",
                    en: "[{ folder: categories, key: category, label: Subject }]"),
                help: Help(ja: "分類（分野、取組主体など）。", en: "The taxonomies: ways to group cases.")),
            Field(
                "sections", .maps(section), required: true, names: ["見出しの一覧"],
                example: .init(
                    ja: "[{ id: background, heading: 必要性・きっかけ }]", en: "[{ id: background, heading: How it started }]"),
                help: Help(ja: "事例の見出し。この順に書きます。", en: "The headings of a case, in their order.")),
            Field(
                "fields", .maps(declaredField), names: ["追加の項目"],
                example: .init(
                    ja: "[{ key: website, label: 団体のサイト, type: url }]", en: "[{ key: website, label: Website, type: url }]"),
                help: Help(
                    ja: "題名、分類、見出しのほかに、事例の先頭に書く項目。例えば、団体のサイト、費用、開催日です。事例のページ、表、データに出ます。",
                    en:
                        "What else cases say at their top, besides title, taxonomies and sections: a website, costs, a date. Pages of cases,"
                        + " tables and data show it.")),
        ]
    }

    private static let contact: [Field] = [
        Field(
            "name", .text, required: true, names: nameNames, example: .init(ja: "編集担当", en: "The editors"),
            help: Help(ja: "窓口の名前。", en: "The name of the office or person.")),
        Field(
            "department", .text, names: ["部署", "担当部署", "所属"], example: .init(ja: "調査課", en: "Research"),
            help: Help(ja: "部署。", en: "The department.")),
        Field(
            "mail", .mail, names: ["メールアドレス", "メール"], example: .init(ja: "info@example.jp", en: "info@example.org"),
            help: Help(
                ja: "メールアドレス。半角で一つだけ書きます。事例のページから書くメールには、件名に「事例c003について」のように番号が入ります。",
                en: "One mail address. Mails from the page of a case have its id in their subject.")),
        Field(
            "telephone", .telephone, names: ["電話番号", "電話"], example: "03-0000-0000",
            help: Help(
                ja: "電話番号。市外局番から半角で書きます。後ろに「（代表）」や「（内線 123）」を付けられます。",
                en: "The telephone number with its area code.")),
        Field(
            "form", .url, names: ["フォームのアドレス", "問い合わせフォーム", "フォーム"],
            example: .init(ja: "https://example.jp/form", en: "https://example.org/form"),
            help: Help(ja: "問い合わせフォームのアドレス。`https://` から書きます。", en: "The address of a form.")),
        Field(
            "hours", .text, names: ["受付時間", "受け付け時間"], example: .init(ja: "平日9時から17時まで", en: "Weekdays from 9 to 17"),
            help: Help(ja: "受付時間。", en: "When somebody answers.")),
    ]

    private static let taxonomy: [Field] = [
        Field(
            "folder", .text, required: true, names: ["フォルダー", "フォルダ"], example: "categories",
            help: Help(
                ja: "項目のファイルを入れるフォルダーの名前。アドレスにもなります。",
                en: "The folder of the terms' files, which is also a part of their addresses.")),
        Field(
            "key", .text, required: true, names: ["項目の名前", "キー"], example: "category",
            help: Help(ja: "事例の先頭に書くときの、項目の名前。", en: "The key at the top of a case.")),
        Field(
            "label", .text, required: true, names: labelNames, example: .init(ja: "分野", en: "Subject"),
            help: Help(ja: "サイトに出る、分類の名前。", en: "The name of the taxonomy that readers see.")),
        Field(
            "description", .text, names: descriptionNames,
            example: .init(ja: "取組の内容による分け方です。", en: "What the cases are about."),
            help: Help(ja: "分類の説明。", en: "What the taxonomy is about.")),
        Field(
            "multiple", .flag, names: ["いくつも書けるか"], example: "true",
            help: Help(
                ja: "一つの事例にいくつも書けるときは `true`。", en: "`true` if a case can have several of the terms.")),
        Field(
            "required", .flag, names: requiredNames, example: "true",
            help: Help(ja: "すべての事例に必要なときは `true`。", en: "`true` if every case needs a term.")),
        Field(
            "order", .choice(Taxonomy.Order.allCases.map { .init($0.rawValue) }), names: ["並べ方", "順番"], example: "listed",
            help: Help(
                ja: "項目の並べ方。`listed` は `terms` か `groups` の順、`number` は番号の順、`yomi` は五十音順、`alphabet` は名前の"
                    + "アルファベット順です。書かなければ `listed` です。",
                en:
                    "The order of the terms: `listed` as in `terms` or `groups`, `number` by their numbers, `yomi` by their readings in "
                    + "kana, `alphabet` by their labels from A to Z. `listed` if it is left out.")),
        Field(
            "index", .choice(Taxonomy.Index.allCases.map { .init($0.rawValue) }), names: ["索引"], example: "yomi",
            help: Help(
                ja: "`yomi` と書くと五十音順の、`alphabet` と書くとアルファベット順の索引が加わります。",
                en: "`yomi` adds an index by readings in kana, `alphabet` one by labels from A to Z.")),
        Field(
            "terms", .ids, names: ["並び"], example: "[hello-work, employer]",
            help: Help(
                ja: "項目の並び。ファイルの名前から `.md` を除いたものです。",
                en: "The terms in their order: the names of their files without `.md`.")),
        Field(
            "groups",
            .maps([
                Field(
                    "label", .text, required: true, names: labelNames, example: .init(ja: "企業", en: "Companies"),
                    help: Help(ja: "組の名前。", en: "The name of the group.")),
                Field(
                    "terms", .ids, required: true, names: ["並び"], example: "[hello-work, employer]",
                    help: Help(ja: "組の項目の並び。", en: "The terms of the group, in their order.")),
            ]), names: ["組", "グループ"],
            example: .init(ja: "[{ label: 企業, terms: [employer] }]", en: "[{ label: Companies, terms: [employer] }]"),
            help: Help(ja: "項目を組に分けた並び。`terms` の代わりに書きます。", en: "The terms in groups, in place of `terms`.")),
        Field(
            "unstated", .text, names: ["記載がないときの言葉"], example: .init(ja: "記載がない", en: "Not stated"),
            help: Help(
                ja: "この分類の書かれていない事例をまとめるときの言葉。", en: "The name of the list of cases without a term of the taxonomy.")),
    ]

    /// A group of words for the search.
    private static let words: [Field] = [
        Field(
            "words", .names, required: true, names: ["言葉", "ことば"], example: .init(ja: "[障害, 障がい]", en: "[bicycle, bike]"),
            help: Help(ja: "一組の言葉。", en: "The words of a group."))
    ]
    /// A group of words with the same meaning, and words that they also find.
    private static let synonyms: [Field] =
        words + [
            Field(
                "also", .names, names: ["一緒に探す言葉"], example: .init(ja: "[精神障害]", en: "[tricycle]"),
                help: Help(
                    ja: "一緒に探す言葉。`words: [うつ病, うつ]` に `also: [精神障害]` と書くと、「うつ病」で「精神障害」も探します。その逆はありません。",
                    en: "Words that are searched as well, but that do not search for the words of the group."))
        ]
    private static let wordsExample = Example(ja: "[{ words: [障害, 障がい] }]", en: "[{ words: [bicycle, bike] }]")

    private static let section: [Field] = [
        Field(
            "id", .text, required: true, names: ["飛び先の名前"], example: "background",
            help: Help(ja: "見出しへのリンクに使う名前。", en: "The name for links to the section.")),
        Field(
            "heading", .text, required: true, names: ["見出し"], example: .init(ja: "必要性・きっかけ", en: "How it started"),
            help: Help(ja: "事例に書く見出し。", en: "The heading in the text of a case.")),
        Field(
            "required", .flag, names: requiredNames, example: "true",
            help: Help(ja: "すべての事例に必要なときは `true`。", en: "`true` if every case needs the section.")),
        Field(
            "hint", .text, names: ["書き方"], example: .init(ja: "何がきっかけだったのかを書きます。", en: "Write what the reason was."),
            help: Help(ja: "何を書くか。新しい事例のファイルに出ます。", en: "What to write, for files of new cases.")),
    ]

    private static let declaredField: [Field] = [
        Field(
            "key", .text, required: true, names: ["項目の名前", "キー"], example: "website",
            help: Help(ja: "事例の先頭に書くときの、項目の名前。英小文字で書きます。", en: "The key at the top of a case.")),
        Field(
            "label", .text, required: true, names: labelNames, example: .init(ja: "団体のサイト", en: "Website"),
            help: Help(ja: "サイトや表に出る、項目の名前。", en: "The name that readers see, and the heading in tables.")),
        Field(
            "type", .choice(FieldDefinition.Kind.words), required: true, names: ["種類", "型"], example: "url",
            help: Help(
                ja: "値の種類。`text`（文字）、`url`（アドレス）、`date`（日付）、`number`（数）、`yes-no`（はい・いいえ）、`file`（`files` フォルダーの資料）のどれかです。",
                en:
                    "What the values are: `text`, `url`, `date`, `number`, `yes-no` or `file` (a document in the folder `files`)."
            )),
        Field(
            "required", .flag, names: requiredNames, example: "true",
            help: Help(ja: "すべての事例に必要なときは `true`。", en: "`true` if every case needs a value.")),
        Field(
            "show", .choice(FieldDefinition.Place.allCases.map { .init($0.rawValue) }), names: ["出すところ", "表示"], example: "card",
            help: Help(
                ja: "出すところ。`page` は事例のページ、`card` は事例のページと一覧の両方、`data` はデータだけです。書かなければ `page` です。",
                en:
                    "Where readers see it: `page` on the page of a case, `card` also in lists, `data` only in the data. `page` if left out."
            )),
        Field(
            "unit", .text, names: ["単位"], example: .init(ja: "人", en: "people"),
            help: Help(ja: "数の単位。", en: "The unit of a number.")),
        Field(
            "hint", .text, names: ["書き方"], example: .init(ja: "団体のサイトのアドレスを書きます。", en: "Write the address of the website."),
            help: Help(ja: "何を書くか。新しい事例のファイルや、記入用の表に出ます。", en: "What to write, for files of new cases and tables.")),
    ]

    private static let url = Field(
        "url", .url, names: ["アドレス", "URL"], example: "https://example.org/",
        help: Help(ja: "そのアドレス。", en: "Its address on the web."))

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
            "title", .text, required: true, longest: 60, names: titleNames, example: .init(ja: "事例の題名", en: "A title"),
            help: Help(
                Message(ja: "事例の題名。文の終わりに「。」は付けません", en: "the title, without a full stop"),
                description: "題名。必要です。文の終わりに「。」は付けません。")),
        Field(
            "status", .status, names: ["状態", "公開状態", "ステータス"], example: "draft",
            help: Help(
                Message(ja: "draft（下書き）、published（公開）、withdrawn（取り下げ）", en: "draft, published or withdrawn"),
                cell: Message(
                    ja: "下書き、公開、取り下げのどれか。書かなければ下書きになります。",
                    en: "draft, published or withdrawn; a draft if empty"),
                description: "draft は下書き、published は公開、withdrawn は取り下げです。書かなければ公開です。")),
        Field(
            "withdrawn", .text, names: ["取り下げの理由", "取下げの理由", "取り下げ理由", "取下げ理由"],
            example: .init(ja: "内容が古くなったためです。", en: "It is out of date."),
            help: Help(
                Message(ja: "取り下げた理由。取り下げた事例のページに出ます", en: "why it was withdrawn, which its page says"),
                description: "取り下げた理由。取り下げた事例のページに出ます。")),
        Field(
            "summary", .text, names: ["要約", "概要", "あらまし"], example: .init(ja: "見学の前に準備した事例です。", en: "They prepared a visit."),
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
                cell: Message(ja: "関連する事例の番号。例：c003、c010", en: "ids of cases, like c003, c010"),
                description: "関連する事例の番号。書かなくても自動で選ばれます。")),
        // Forms and tables have separate columns for private values.
        Field(
            "private", .hidden, names: ["非公開"], example: .init(ja: "{ 連絡先: 書類 }", en: "{ contact: on paper }"),
            help: Help(Message(ja: "公開しない情報", en: "not published"), description: "公開しない情報。サイトのどこにも出ません。")),
    ]

    /// The keys of a page.
    static let ofPages: [Field] = [
        Field("title", .text, required: true, names: titleNames, example: .init(ja: "この事例集について", en: "About this collection")),
        Field(
            "description", .text, names: descriptionNames,
            example: .init(ja: "事例の集め方の説明です。", en: "How the cases were collected.")),
        Field("updated", .date, names: updatedNames, example: "2026-04-01"),
        Field("aliases", .addresses, names: ["以前のアドレス"] + aliasNames, example: "[old/about.html]"),
    ]

    /// The keys of an easy-language version of a case.
    static let ofEasyTexts: [Field] = [
        Field(
            "title", .text, required: true, longest: 60, names: titleNames,
            example: .init(ja: "見学の前に 準備をする", en: "Getting ready for a visit")),
        Field("updated", .date, names: updatedNames, example: "2026-04-01"),
    ]

    /// The keys of a word of the glossary. Only words in Japanese need readings.
    static let ofGlossary = ofGlossary(isJapanese: true)
    static let ofGlossaryInOtherLanguages = ofGlossary(isJapanese: false)

    private static func ofGlossary(isJapanese: Bool) -> [Field] {
        [
            Field("term", .text, required: true, names: ["用語", "言葉", "ことば"], example: .init(ja: "ジョブコーチ", en: "Job coach")),
            Field("yomi", .yomi, required: isJapanese, names: readingNames, example: "じょぶこーち"),
            Field("aliases", .names, names: aliasNames, example: .init(ja: "[職場適応援助者]", en: "[work coach]")),
        ]
    }

    /// Returns the keys of a term. The order and the index of the taxonomy can make one of them required.
    static func ofTerms(order: Taxonomy.Order, index: Taxonomy.Index?) -> [Field] {
        [
            Field("label", .text, required: true, names: labelNames, example: .init(ja: "ジョブコーチ", en: "Job coach")),
            Field("number", .number, required: order == .number, names: ["番号"], example: "1"),
            Field(
                "yomi", .yomi, required: order == .yomi || index == .yomi, names: readingNames, example: "じょぶこーち"),
            Field("aliases", .names, names: aliasNames, example: .init(ja: "[職場適応援助者]", en: "[work coach]")),
        ]
    }
}
