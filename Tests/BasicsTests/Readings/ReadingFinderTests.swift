import Basics
import Testing

@Suite struct ReadingFinderTests {
    private func finder(_ rows: [(String, String)]) throws -> ReadingFinder {
        ReadingFinder(try rows.map { try ReadingPattern.read($0.0, reading: $0.1).get() })
    }

    /// Returns a text with the readings after its words, and the kanji without one.
    private func read(_ text: String, _ rows: [(String, String)]) throws -> (shown: String, missing: [String]) {
        let (finder, readable) = (try finder(rows), ReadableText(text))
        return (finder.bracketed(readable), finder.read(readable).missing.map { readable.string($0) })
    }

    @Test func theLongestWordCounts() throws {
        let rows = [("職場", "しょくば"), ("職場適応", "しょくばてきおう"), ("援助", "えんじょ")]
        #expect(try read("職場適応援助", rows).shown == "職場適応（しょくばてきおう）援助（えんじょ）")
        #expect(try read("職場で", rows).shown == "職場（しょくば）で")
    }

    @Test func okuriganaAreNotUnderTheReading() throws {
        let rows = [("取り組み", "とりくみ"), ("受け入れ先", "うけいれさき"), ("お問い合わせ", "おといあわせ")]
        #expect(try read("取り組みの受け入れ先", rows).shown == "取（と）り組（く）みの受（う）け入（い）れ先（さき）")
        #expect(try read("お問い合わせ", rows).shown == "お問（と）い合（あ）わせ")
    }

    /// 生き生き could be divided in one way only, 聞き手 as well; きき and き could not.
    @Test func whereSeveralDivisionsArePossibleTheReadingIsWhole() throws {
        #expect(try read("書き方", [("書き方", "かきかた")]).shown == "書（か）き方（かた）")
        #expect(try read("木々き木", [("木々き木", "ききききき")]).shown == "木々き木（ききききき）")
    }

    @Test(arguments: [
        ("取り組み", "とりくむ"), ("支援する", "しえん"), ("タテ割り", "よこわり"), ("受付", ""),
    ])
    func okuriganaThatAreNotInTheReading(word: String, reading: String) {
        #expect(throws: ReadingPattern.Mistake.okurigana) { try ReadingPattern.read(word, reading: reading).get() }
    }

    @Test(
        arguments: [
            ("しごと", .noKanji), ("企業・職場", .unfit("・")), ("一日（に", .notation), ("一日（）", .notation), ("支～援", .notation),
            ("（の・）方", .notation), ("～", .noKanji), ("（を）", .noKanji), ("方 法", .unfit(" ")),
        ] as [(String, ReadingPattern.Mistake)])
    func aWordThatIsNone(word: String, mistake: ReadingPattern.Mistake) {
        #expect(throws: mistake) { try ReadingPattern.read(word, reading: "よみ").get() }
    }

    @Test func whatIsBeforeOrAfterDecides() throws {
        let rows = [
            ("（の・る）方", "かた"), ("（した）方", "ほう"), ("今日（は）", "きょう"), ("今日（では）", "こんにち"), ("（へ・に）行った", "いった"),
            ("行った", "おこなった"),
        ]
        #expect(try read("家族の方と示した方", rows).shown == "家族の方（かた）と示した方（ほう）")
        #expect(try read("今日は行った。今日では職場へ行った", rows).shown == "今日（きょう）は行（おこな）った。今日（こんにち）では職場へ行（い）った")
        // What stands there is not on the list.
        #expect(try read("今日も", rows).missing == ["今日"])
    }

    @Test func bracketsOfEitherWidthAreTheSame() throws {
        #expect(try read("今日は", [("今日(は)", "きょう")]).shown == "今日（きょう）は")
    }

    @Test func aSingleKanjiIsAWordOfItsOwn() throws {
        let rows = [("人", "ひと"), ("生", "せい"), ("上", "うえ"), ("手", "て")]
        #expect(try read("人は、人。人「人」", rows).shown == "人（ひと）は、人（ひと）。人（ひと）「人（ひと）」")
        #expect(try read("職人 人材 大人", rows).missing == ["職人", "人材", "大人"])
        #expect(try read("生きる、生まれる、上がる、上げる、手すり", rows).missing == ["生", "生", "上", "上", "手"])
        #expect(try read("机の上が、上から、上まで、上より", rows).missing == ["机"])
    }

    @Test func aKanjiWithOkuriganaIsNotPartOfAnotherWord() throws {
        let rows = [("入れ", "いれ"), ("暮らし", "くらし"), ("行っ", "おこなっ")]
        #expect(try read("手入れ、人暮らし", rows).missing == ["手入", "人暮"])
        #expect(try read("受けて入れる", rows).missing == ["受"])
        // A number with its counter is a word of its own.
        #expect(try read("1回行った", rows).missing == [])
    }

    @Test func partsOfWordsJoinThem() throws {
        let rows = [
            ("支援", "しえん"), ("～者", "しゃ"), ("各～", "かく"), ("部署", "ぶしょ"), ("～型", "がた"), ("～向け", "むけ"), ("者", "もの"), ("～等", "とう"),
        ]
        #expect(try read("支援者等の各部署", rows).shown == "支援者等（しえんしゃとう）の各部署（かくぶしょ）")
        #expect(try read("A型、タテ型", rows).shown == "A型（がた）、タテ型（がた）")
        #expect(try read("支援者向け", rows).shown == "支援者（しえんしゃ）向（む）け")
        #expect(try read("した者が", rows).shown == "した者（もの）が")
        #expect(try read("各、の等", rows).missing == ["各", "等"])
    }

    @Test func whatHasAReadingKeepsIt() throws {
        let finder = try finder([("支援", "しえん"), ("上", "うえ"), ("（支援）者", "しゃ")])
        var text = ReadableText()
        text.append("上手", isRead: true)
        text.append("な支援者")
        #expect(finder.bracketed(text) == "上手な支援（しえん）者（しゃ）")
        #expect(finder.read(text).missing == [])
    }

    /// Words do not reach across the ends of emphasis, but what is before and after does.
    @Test func boundaries() throws {
        let finder = try finder([("支援", "しえん"), ("今日（は）", "きょう")])
        var text = ReadableText("支")
        text.appendBoundary()
        text.append("援、今日")
        text.appendBoundary()
        text.append("は")
        #expect(finder.read(text).missing == [0..<1, 1..<2])
        #expect(finder.read(text).found.map(\.reading) == ["きょう"])
    }

    @Test func widthsAndRadicalsAreTheSame() throws {
        #expect(try read("Ａ型、２次、⽀援", [("A型", "えーがた"), ("支援", "しえん")]).shown == "Ａ型（えーがた）、２次（にじ）、⽀援（しえん）")
        #expect(try read("BA型", [("A型", "えーがた")]).missing == ["型"])
    }

    @Test func iterationMarksAndOldFormsAreKanji() throws {
        #expect(try read("人々、〆切、𠮷野", []).missing == ["人々", "〆切", "𠮷野"])
        #expect(try read("人々", [("人々", "ひとびと")]).shown == "人々（ひとびと）")
        #expect(try read("かな、カナ、ABC、123、ー、・", []).missing == [])
    }

    @Test func aTextAsItIsReadAloud() throws {
        let finder = try finder([("支援", "しえん"), ("～者", "しゃ")])
        #expect(finder.reading(of: "支援者と2時間") == "しえんしゃとにじかん")
        #expect(finder.reading(of: "支援者と会う") == nil)
    }

    /// O(length): a hundred times the text takes about a hundred times as long, not ten thousand times.
    @Test func longTexts() throws {
        let finder = try finder([("支援", "しえん"), ("支", "し"), ("支援支援支援", "しえんしえんしえん")])
        let text = ReadableText(String(repeating: "支援と2時間の支", count: 20_000))
        #expect(finder.read(text).found.count == 40_001)
    }
}
