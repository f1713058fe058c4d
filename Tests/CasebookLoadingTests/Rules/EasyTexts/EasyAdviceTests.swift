import TestSupport
import Testing

/// Advice on easy-language versions: what is reported, and what looks like it and is not.
@Suite struct EasyAdviceTests {
    private let glossary = """
        ---
        term: ジョブコーチ
        yomi: じょぶこーち
        aliases: [職場適応援助者]
        ---

        職場で仕事のしかたを教え、働き続けられるように手伝う人です。

        二つ目の段落です。

        """

    private func book(_ text: String, title: String = "やさしい文") -> SmallCasebook {
        SmallCasebook().adding("easy/c001.md", "---\ntitle: \(title)\n---\n\n\(text)\n")
    }

    private func ids(_ text: String, title: String = "やさしい文") -> [String] { book(text, title: title).problems().map(\.id) }

    @Test func aLongSentence() {
        let part = String(repeating: "あ", count: 50)
        #expect(
            book("みじかい文です。\(part)。").problems() == [
                ReportedProblem(
                    "easy-long-sentence", "easy/c001.md:5:9",
                    ja: "文が長くなっています（51文字）。やさしく読めるように、50文字くらいまでの文に分けてください",
                    en: "The sentence is long for easy reading (51 characters): split it into sentences of at most about 50"
                        + " characters")
            ])
        #expect(ids("\(part.dropLast())。") == [])
        // Blanks between words, markup, quotations and other blocks do not count. The usual advice on sentences is not given as well.
        let spaced = String(repeating: "あい ", count: 24)
        #expect(ids("\(spaced)　。\n\n> \(part)\(part)\(part)。\n\n- \(part)\n- \(part)") == [])
        #expect(ids("**\(part.dropLast())**[。](https://example.jp/\(part))") == [])
        #expect(ids("## \(part)\nみじかい文です。") == [])
        #expect(ids(String(repeating: "あ", count: 120) + "。") == ["easy-long-sentence"])
        // Only in these texts.
        let inCase = SmallCasebook().replacing("必要でした。", with: "\(part)い。", in: "cases/c001.md")
        #expect(inCase.problems().filter { $0.id != "uneven-sections" } == [])
    }

    @Test func aLongSentenceInEnglish() {
        func problems(_ count: Int) -> [ReportedProblem] {
            let words = (1..<count).map { _ in "word" }.joined(separator: " ")
            return book("Short one. \(words) end.").in(.en).problems()
        }
        #expect(problems(15) == [])
        #expect(
            problems(16) == [
                ReportedProblem(
                    "easy-long-sentence", "easy/c001.md:5:12",
                    ja: "文が長くなっています（16語）。やさしく読めるように、15語くらいまでの文に分けてください",
                    en: "The sentence is long for easy reading (16 words): split it into sentences of at most about 15 words")
            ])
        // Kanji are not advised against in other languages.
        #expect(book("東京都庁前で会いました。").in(.en).problems() == [])
    }

    @Test func manyKanjiInARow() {
        #expect(
            book("合理的配慮を します。").problems() == [
                ReportedProblem(
                    "easy-kanji-run", "easy/c001.md:5:1",
                    ja: "「合理的配慮」は漢字が5文字つづいています。「職場体験」を「会社で ためしに 働くこと」とするように、かなを交ぜて言いかえてください",
                    en: "“合理的配慮” has 5 kanji in a row: say it in easier words with kana between them")
            ])
        #expect(ids("みじかい文です。", title: "就労準備の文") == ["easy-kanji-run"])
        #expect(ids("一般就労の 人々人々が 来ます。") == ["easy-kanji-run", "easy-kanji-run"])
        // Three kanji, kana or blanks between them, numbers, code, addresses and the readings of ruby.
        #expect(ids("会社員が 相談 窓口に 行く 会社と\n相談します。") == [])
        #expect(ids("三十二人と、二千二十六年十二月三日と、[人](https://example.jp/合理的配慮)と `合理的配慮` です。") == [])
        #expect(ids("{紙|合理的配慮}に 書きます。") == [])
    }

    /// Words of the glossary have their own rule.
    @Test func kanjiOfAGlossaryWord() {
        let explained = book("職場適応援助者（仕事を 教える人）が 来ます。").adding("glossary/coach.md", glossary)
        #expect(explained.problems() == [])
    }

    @Test(arguments: [
        "不安なので、会社を 見に行って、話を 聞きました。", "朝は 早いですが、バスが ないので、歩きます。", "書いたから、読んで、聞きます。",
        "できないけれど、手伝いを 頼んで、やります。", "会社に 入るために、練習して、紙に 書きます。", "本を 読みながら、考えて、話します。",
        "名前を 確認し、場所を 説明して、待ちます。",
    ])
    func severalIdeasInASentence(text: String) {
        #expect(ids(text) == ["easy-several-ideas"])
    }

    @Test(arguments: [
        // One join.
        "不安なので、会社を 見に行きました。", "会社を 見に行って、話を 聞きました。", "雨ですが、行きます。",
        // Words that join sentences, phrases, subjects, conditions and lists.
        "そして、会社で、話を 聞きました。", "しかし、私が、話を します。", "そのため、あなたが、決めます。", "だから、困ったら、話します。",
        "はじめて、会社に ついて、話を 聞きました。", "もし、病気に なったら、休みます。", "ただし、少し、待ちます。", "ですが、すべて、話します。",
        "会社で、駅で、家で、話します。", "朝、昼、夜に、食べます。", "障がいが、ある人が、働きます。", "仕事について、会社にとって、人によって、ちがいます。",
    ])
    func oneIdeaInASentence(text: String) {
        #expect(ids(text) == [])
    }

    @Test func theMessageNamesTheJoins() {
        #expect(
            book("不安なので、見学して、決めます。").problems() == [
                ReportedProblem(
                    "easy-several-ideas", "easy/c001.md:5:1",
                    ja: "一つの文に、いくつものことが書かれています（「…不安なので、」「…見学して、」）。「。」で区切り、一つの文には一つのことだけを書いてください",
                    en: "The sentence joins several ideas (“…不安なので、”, “…見学して、”): write one idea per sentence")
            ])
    }

    @Test func aHardWord() {
        let book = book("人が 来ます。ジョブコーチが 来ます。ジョブコーチと 話します。").adding("glossary/coach.md", glossary)
        #expect(
            book.problems() == [
                ReportedProblem(
                    "easy-hard-word", "easy/c001.md:5:8",
                    ja: "「ジョブコーチ」は用語集の言葉です（意味：職場で仕事のしかたを教え、働き続けられるように手伝う人です）。やさしい言葉に言いかえるか、"
                        + "「ジョブコーチ（…のこと）」のように意味を書くか、`[ジョブコーチ](../glossary/coach.md)` とリンクしてください",
                    en: "“ジョブコーチ” is a word of the glossary which means “職場で仕事のしかたを教え、働き続けられるように手伝う人です”: use easier"
                        + " words, write what it means, like “ジョブコーチ (…)”, or link to it: `[ジョブコーチ](../glossary/coach.md)`")
            ])
    }

    @Test(arguments: [
        "ジョブコーチ（仕事を 教える人）が 来ます。", "仕事を 教える人（ジョブコーチ）が 来ます。", "仕事を 教える人を、「ジョブコーチ」と いいます。",
        "ジョブコーチが 来ます。ジョブコーチは、仕事を 教える人です。", "ジョブコーチとは、人の ことです。", "ジョブコーチという 人が 来ます。",
        "[ジョブコーチ](../glossary/coach.md)が 来ます。", "[ジョブコーチ](../pages/call.md)の ページです。", "## ジョブコーチ\n\n人が 来ます。",
        "ジョブコーチングと `ジョブコーチ` です。",
    ])
    func aHardWordWithItsMeaning(text: String) {
        #expect(book(text).adding("glossary/coach.md", glossary).problems() == [])
    }

    @Test func aHardWordInEnglish() {
        let word = "---\nterm: mulch\n---\n\nA layer of straw or leaves on the soil.\n"
        func ids(_ text: String) -> [String] { book(text).in(.en).adding("glossary/mulch.md", word).problems().map(\.id) }
        #expect(ids("We use mulch.") == ["easy-hard-word"])
        #expect(ids("Mulch keeps the soil wet.") == ["easy-hard-word"])
        for text in ["Mulch is a layer of straw.", "We use mulch (straw on the soil).", "The straw is called mulch."] {
            #expect(ids(text) == [], "\(text)")
        }
        #expect(ids("We mulched it.") == [])
    }

    @Test func adviceCanBeSwitchedOff() {
        let off = book("合理的配慮を します。").replacing(
            "language: ja", with: "language: ja\nadvice: { easy-kanji-run: false }", in: "casebook.yml")
        #expect(off.problems() == [])
    }

    /// Names are private in these texts as they are in cases.
    @Test func aPersonsName() {
        #expect(ids("田中さんが 来ました。") == ["personal-name"])
        #expect(ids("Aさんが 来ました。") == [])
    }
}
