import CasebookModel
import Diagnostics
import TestSupport
import Testing

@Suite struct AdviceCheckTests {
    /// The problems of the first case with this text in its first section, without the one about uneven sections.
    private func problems(_ text: String) -> [ReportedProblem] {
        SmallCasebook().replacing("必要でした。", with: text, in: "cases/c001.md").problems().filter { $0.id != "uneven-sections" }
    }

    /// The ids and locations of the problems of such a case.
    private func locations(_ text: String) -> [String] { problems(text).map { "\($0.id) \($0.location.dropFirst(14))" } }

    /// What is quoted first in each message.
    private func words(_ text: String) -> [String] {
        problems(text).map { String($0.ja.dropFirst().prefix { $0 != "」" }) }
    }

    @Test func aLongSentence() {
        let long = String(repeating: "あ", count: 100)
        #expect(problems(long + "。").map(\.id) == ["long-sentence"])
        #expect(
            problems("短い文。" + long + "。") == [
                ReportedProblem(
                    "long-sentence", "cases/c001.md:10:5",
                    ja: "文が長くなっています（101文字）。読みやすいように、100文字くらいまでの文に分けてください",
                    en:
                        "The sentence is long (101 characters): split it into sentences of at most about 100 characters, which are easier to read"
                )
            ])
        #expect(problems(String(long.dropLast()) + "。") == [])
        // Markup, addresses, readings and line breaks do not count; blocks, items and cells end sentences.
        let part = String(repeating: "あ", count: 60)
        #expect(problems("**\(part)**[あ](https://example.jp/\(part))`\(part)`{漢字|かんじのよみ}\n\(String(part.prefix(30)))。") == [])
        #expect(problems("\(part)\n\n\(part)") == [])
        #expect(problems("- \(part)\n- \(part)\n\n1. \(part)\n2. \(part)") == [])
        #expect(problems("| \(part) | \(part) |\n|---|---|\n| \(part) | \(part) |") == [])
        #expect(problems("\(part)\n\(part)。").map(\.location) == ["cases/c001.md:10:1"])
        // Others' sentences and other languages.
        #expect(problems("> \(long)あ。") == [])
        #expect(problems(String(repeating: "word ", count: 60) + ".") == [])
        #expect(problems("```\n\(long)あ\n```\n\n<!-- \(long)あ -->\n\nあ。") == [])
    }

    @Test func aLongTitle() {
        let title = String(repeating: "題", count: 61)
        let collection = SmallCasebook().replacing("一つ目の事例", with: title, in: "cases/c001.md")
        #expect(
            collection.problems() == [
                ReportedProblem(
                    "long-title", "cases/c001.md:2:8",
                    ja: "題名が長くなっています（61文字）。一覧で見分けやすいように、60文字くらいまでにしてください",
                    en:
                        "The title is long (61 characters): titles of at most about 60 characters are easier to distinguish in lists"
                )
            ])
        #expect(SmallCasebook().replacing("一つ目の事例", with: String(title.dropLast()), in: "cases/c001.md").problems() == [])
    }

    /// Latin letters are half as wide as kanji, and no character set of English lacks ⅓.
    @Test func adviceOnEnglishTexts() {
        let english = SmallCasebook().replacing("language: ja", with: "language: en", in: "casebook.yml")
        func problems(_ title: String, _ text: String = "Text.") -> [String] {
            english.replacing("一つ目の事例", with: title, in: "cases/c001.md")
                .replacing("必要でした。", with: text, in: "cases/c001.md").problems().map(\.id)
        }
        #expect(problems(String(repeating: "word ", count: 24)) == [])
        #expect(problems(String(repeating: "word ", count: 24) + "word") == ["long-title"])
        #expect(problems("⅓ of a bed", "5 × ⅓, No. 1 or №1, a name™ and ①; it’s “good” – 30 °C, 5 m², ½, e.g. 3*4.") == [])
        #expect(problems("Title", "Call 020 7946 0018 or +44 20 7946 0018.") == ["phone-number", "phone-number"])
        #expect(problems("Title", "In 2024–2025, on 01/05/2026, 10:00-12:00, 1,000.50, +5, +100 000, 978-3-16-148410-0.") == [])
        #expect(problems("Title", "Write to jane@garden.org.") == ["mail-address"])
    }

    @Test func unevenSections() {
        let text = String(repeating: "あいうえおかきくけこ。", count: 20)
        let collection = SmallCasebook().replacing("必要でした。", with: text, in: "cases/c001.md")
        #expect(
            collection.problems() == [
                ReportedProblem(
                    "uneven-sections", "cases/c001.md:12:1",
                    ja: "「取組・工夫の概要」（7文字）が「必要性・きっかけ」（220文字）に比べてとても短くなっています。書き足すことがないか確かめてください",
                    en:
                        "“取組・工夫の概要” (7 characters) is very short compared with “必要性・きっかけ” (220): check whether something is missing"
                )
            ])
        #expect(SmallCasebook().replacing("必要でした。", with: String(text.prefix(110)), in: "cases/c001.md").problems() == [])
    }

    @Test func names() {
        #expect(
            problems("職場の田中さんが来た。") == [
                ReportedProblem(
                    "personal-name", "cases/c001.md:10:4",
                    ja: "「田中さん」は人の名前のようです。公開してよい名前でなければ、「Aさん」「担当者」などにしてください",
                    en: "“田中さん” looks like a person's name: unless it may be published, write a role or an initial")
            ])
        let found = [
            "佐々木さん", "山田太郎さん", "担当山田さん", "林さん", "渡邊氏", "髙橋様", "五十嵐さん", "長谷川花子様", "松浦氏",
        ]
        for name in found { #expect(words("昨日、\(name)が来た。") == [name], "\(name)") }
    }

    @Test(arguments: [
        "皆さん", "お客さん", "お子さん", "患者さん", "利用者さん", "障害者の皆様", "彼氏", "氏名", "源氏", "某氏", "同氏", "両氏", "摂氏", "お母さん", "お父さん", "奥さん",
        "娘さん",
        "息子さん", "ご本人様", "ご家族様", "親御さん", "職員さん", "店員さん", "業者さん", "企業さん", "会社さん", "社長さん", "部長さん", "先輩さん", "お医者さん", "看護師さん",
        "支援員さん",
        "相談員さん", "学生さん", "生徒さん", "運転手さん", "パン屋さん", "農家さん", "窓口さん", "現場さん", "仲間さん", "部下さん", "人事さん", "事務さん", "受付さん", "担当者様",
        "関係者様",
        "各位様", "企業様", "取引先様", "御社様", "様々", "多様", "仕様", "模様", "様式", "様子", "同様", "一様", "有様", "王様", "神様", "奥様", "お客様", "何様",
        "たくさん",
        "ジョブコーチさん", "ヘルパーさん", "スタッフさん", "Aさん", "Ａさん", "〇〇さん", "○○さん", "Ｂ氏", "田中（仮名）さん", "田中さん（仮名）", "地域の様子", "産業医さん", "嘱託医さん",
        "市町村様", "県民様", "山口県民様", "千葉支店様", "大工さん", "左官さん", "住民さん", "近所さん", "ご近所さん", "隣さん", "お隣さん", "新人さん", "常連さん", "介護士さん",
        "主治医さん", "保護者さん", "親さん", "母さん", "父さん", "兄さん", "姉さん", "妹さん", "弟さん", "孫さん", "嫁さん", "赤さん", "配達員さん", "工場さん", "家内さん", "目上さん",
        "異様さん", "分野様", "農村様",
    ])
    func noNames(word: String) {
        #expect(locations("それは\(word)の話。") == [], "\(word)")
        #expect(locations("\(word)は来た。") == [], "\(word)")
    }

    @Test func telephoneNumbers() {
        for number in [
            "03-1234-5678", "０３－１２３４－５６７８", "090-1234-5678", "0120-123-456", "(03)1234-5678", "0312345678", "+81-3-1234-5678",
            "０３（１２３４）５６７８",
        ] {
            #expect(problems("電話は\(number)です。").map(\.id) == ["phone-number"], "\(number)")
        }
        for other in [
            "2026-04-01", "0.5", "100-0001", "〒060-0001", "10:00-12:00", "0-100", "JIS X 8341-3", "1-2-3", "012-345", "0123",
            "令和08-04-01", "A03-1234-5678",
        ] {
            #expect(problems("それは\(other)です。") == [], "\(other)")
        }
        #expect(
            problems("`03-1234-5678`と[表](https://example.jp/03-1234-5678)とhttps://example.jp/03-1234-5678を見る。").map(\.id) == [
                "unsupported-markdown"
            ])
    }

    @Test func mailAddresses() {
        #expect(words("連絡は taro.tanaka@pref.saitama.lg.jp まで。") == ["taro.tanaka@pref.saitama.lg.jp"])
        #expect(words("連絡は<taro@abc.co.jp>まで。") == ["taro@abc.co.jp"])
        #expect(words("連絡はtaro＠abc.co.jpまで。") == ["taro＠abc.co.jp"])
        #expect(problems("`a@abc.jp`、@名前、a@b、taro@example.jp、3@5。") == [])
    }

    @Test func companies() {
        for name in ["株式会社さくら商事", "株式会社山田製作所", "山田工業株式会社", "有限会社ミドリ", "（株）アオゾラ", "㈱ABC", "ABC株式会社", "合同会社アオ", "エービーシー(株)"] {
            let kinds = problems("それは、\(name)だ。").map(\.id)
            let isNamed = kinds.contains("company-name")
            // Hiragana cannot be told from what follows.
            #expect(isNamed == !name.contains("さくら"), "\(name)")
        }
        for other in [
            "株式会社の場合", "株式会社等", "各株式会社", "株式会社と有限会社", "一般の株式会社", "特例子会社", "会社", "親会社", "株式会社化", "当株式会社の", "株式", "（株）の",
        ] {
            #expect(problems("それは、\(other)。") == [], "\(other)")
        }
    }

    @Test func characters() {
        #expect(
            problems("①ﾊﾛｰﾜｰｸに行く。") == [
                ReportedProblem(
                    "machine-dependent-character", "cases/c001.md:10:1",
                    ja: "「①」は機種依存文字です。表示や読み上げで正しく伝わらないことがあるので、ふつうの文字で書いてください",
                    en: "“①” depends on the machine and may be shown or read out wrongly: use common characters",
                    suggestions: ["1"]),
                ReportedProblem(
                    "half-width-kana", "cases/c001.md:10:2",
                    ja: "「ﾊﾛｰﾜｰｸ」は半角のカタカナです。検索や読み上げで正しく扱われないことがあるので、全角で書いてください",
                    en:
                        "“ﾊﾛｰﾜｰｸ” is half-width katakana, which is sometimes searched and read out wrongly: write it full-width",
                    suggestions: ["ハローワーク"]),
            ])
        #expect(words("㍻と㈲とⅣと㎝と🈁。") == ["㍻", "㈲", "Ⅳ", "㎝", "🈁"])
        #expect(words("ｼﾞｮﾌﾞ").count == 1 && problems("ｼﾞｮﾌﾞ").first?.suggestions == ["ジョブ"])
        #expect(problems("℃、Å、髙﨑、○△→※〒、①は`①`。").map(\.id) == ["machine-dependent-character"])
    }

    @Test func mixedCommas() {
        #expect(
            problems("あ、い、う，え。") == [
                ReportedProblem(
                    "mixed-commas", "cases/c001.md:10:6",
                    ja: "「、」と「，」が混じっています。読みやすいように、どちらかにそろえてください",
                    en: "“、” and “，” are both used as commas: use one of them throughout", suggestions: ["、"])
            ])
        #expect(locations("あ，い，う、え。") == ["mixed-commas 10:6"])
        #expect(locations("あ、い,う。") == ["mixed-commas 10:4"])
        #expect(problems("あ、い、「う，え」、1,000円、a, b。") == [])
        #expect(problems("あ，い，う。") == [])
    }

    @Test func adviceIsSwitchedOff() {
        let text = "田中さんと①。"
        var collection = SmallCasebook().replacing("必要でした。", with: text, in: "cases/c001.md")
        #expect(collection.problems().map(\.id) == ["personal-name", "machine-dependent-character"])
        collection = collection.replacing(
            "taxonomies:", with: "advice:\n  personal-name: false\n  machine-dependent-character: true\ntaxonomies:",
            in: "casebook.yml")
        #expect(collection.problems().map(\.id) == ["machine-dependent-character"])
        let wrong = collection.replacing("personal-name", with: "personal-nam", in: "casebook.yml").problems()
        #expect(wrong.first?.id == "unknown-key" && wrong.first?.suggestions == ["personal-name"])
        let off = collection.replacing("name: false", with: "name: off", in: "casebook.yml").problems()
        #expect(off.first?.id == "bad-choice" && off.first?.fix == "14:18-14:21 → false")
    }

    @Test func titlesAndSummariesAreLookedAtPrivateAndWithdrawnOnesNot() {
        let front = SmallCasebook().replacing(
            "title: 一つ目の事例", with: "title: 田中さんの事例\nsummary: ㈱ﾐﾄﾞﾘで", in: "cases/c001.md")
        #expect(front.problems().map(\.location) == ["cases/c001.md:2:8", "cases/c001.md:3:10", "cases/c001.md:3:11"])
        let hidden = SmallCasebook().replacing("actors:", with: "private:\n  氏: 田中さん\nactors:", in: "cases/c001.md")
        #expect(hidden.problems() == [])
        let withdrawn = front.replacing("actors:", with: "status: withdrawn\nactors:", in: "cases/c001.md")
        #expect(withdrawn.problems() == [])
    }

    @Test func pagesMayNameAnOffice() {
        let page = SmallCasebook().replacing(
            "募集しています。", with: "電話 03-1234-5678、担当の田中さん、株式会社アオ。①", in: "pages/call.md")
        #expect(page.problems().map(\.id) == ["machine-dependent-character"])
    }
}
