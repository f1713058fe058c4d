import HTML
import Markdown
import Testing

@Suite struct WordLinkTests {
    private static let names = [["ジョブコーチ", "職場適応援助者"], ["就労移行支援"], ["就労移行支援事業所"], ["AI"], ["ケア"], ["支援"]]
    private static let finder = WordFinder(names, targets: ["coach", "transition", "office", "ai", "care", "support"])

    private func linked(_ markdown: String) -> String {
        html(markdown, options: RenderOptions(words: WordLinks(Self.finder, address: "../g.html#"), address: { $0 }))
            .replacing("<a class=\"glossary\" href=\"../g.html#", with: "[").replacing("\">", with: ":")
            .replacing("</a>", with: "]").replacing("\n", with: "")
    }

    private func found(_ markdown: String) -> [Int] {
        var words: [Int] = []
        parse(markdown).document.findWords(Self.finder) { words.append($0) }
        return words
    }

    @Test func onlyTheFirstUseIsLinked() {
        #expect(linked("ジョブコーチとジョブコーチ") == "<p>[coach:ジョブコーチ]とジョブコーチ</p>")
        #expect(linked("職場適応援助者\n\nジョブコーチ") == "<p>[coach:職場適応援助者]</p><p>ジョブコーチ</p>")
        #expect(found("ジョブコーチと職場適応援助者") == [0, 0])
    }

    @Test func charactersThatLookLikeKanjiCountAsKanji() {
        #expect(linked("\u{2F40}援です") == "<p>[support:\u{2F40}援]です</p>")
        let finder = WordFinder([["福祉"], ["\u{FA19}社"]], targets: ["a", "b"])
        var words: [Int] = []
        parse("\u{FA1B}祉と神社と長い…").document.findWords(finder) { words.append($0) }
        #expect(words == [0, 1])
    }

    @Test func aWordIsFoundAtTheStartOfASentence() {
        let names = [["mulch"], ["Mulch Week"], ["éclair"], ["caf"], ["iPad"]]
        let finder = WordFinder(names, targets: ["a", "b", "c", "d", "e"])
        var words: [Int] = []
        parse("Mulch helps. Mulch Week, mulch. Éclair. café, MULCH, mulching, IPad, ipad").document.findWords(finder) {
            words.append($0)
        }
        #expect(words == [0, 1, 0, 2, 4])
    }

    @Test func theLongestWordIsLinked() {
        #expect(linked("就労移行支援事業所") == "<p>[office:就労移行支援事業所]</p>")
        #expect(linked("就労移行支援事") == "<p>[transition:就労移行支援]事</p>")
        // A word inside a longer one is not a use of it.
        #expect(linked("就労移行支援事業所、就労移行支援事業所") == "<p>[office:就労移行支援事業所]、就労移行支援事業所</p>")
        #expect(linked("就労移行の支援") == "<p>就労移行の[support:支援]</p>")
        #expect(found("就労移行支援事業所の支援") == [2, 5])
    }

    @Test func radicalsFromPDFsAreTakenForKanji() {
        #expect(linked("就労移⾏⽀援") == "<p>[transition:就労移⾏⽀援]</p>")
        #expect(linked("“⽀援”…支援") == "<p>“[support:⽀援]”…支援</p>")
        let finder = WordFinder([["⻑時間"]], targets: ["long"])
        var found: [Int] = []
        parse("長時間").document.findWords(finder) { found.append($0) }
        #expect(found == [0])
        // Half of a pair, and a sign that is no radical.
        #expect(linked("⼀⽀ ⽀") == "<p>⼀⽀ ⽀</p>")
    }

    @Test func wordsInLinksHeadingsCodeAndRubyAreNotLinked() {
        #expect(linked("[ジョブコーチ](a.md)") == "<p><a href=\"a.md:ジョブコーチ]</p>")
        #expect(linked("## ジョブコーチ\n\nジョブコーチ") == "<h2 id=\"ジョブコーチ:ジョブコーチ</h2><p>[coach:ジョブコーチ]</p>")
        #expect(linked("`AI` ![AI](a.png)AI").hasSuffix("[ai:AI]</p>"))
        #expect(linked("{支援|しえん}と支援").hasSuffix("</ruby>と[support:支援]</p>"))
        #expect(linked("    AI\n\nAI") == "<pre><code>AI</code></pre><p>[ai:AI]</p>")
        for markdown in ["[AI](a.md)", "# AI", "`AI`", "![AI](a.png)", "{AI|えーあい}", "    AI", "<div>AI</div>"] {
            #expect(found(markdown) == [], "\(markdown)")
        }
    }

    @Test func wordsInEmphasisListsQuotesAndTablesAreLinked() {
        #expect(linked("**支援**") == "<p><strong>[support:支援]</strong></p>")
        #expect(linked("- 支援\n- AI") == "<ul><li>[support:支援]</li><li>[ai:AI]</li></ul>")
        #expect(linked("> 支援").contains("[support:支援]"))
        #expect(linked("|a|\n|-|\n|支援|").contains("<td>[support:支援]</td>"))
        #expect(found("**支援**\n\n- AI\n\n> ケア") == [5, 3, 4])
    }

    @Test func wordsInsideLongerWordsOfTheSameScriptAreNotLinked() {
        #expect(linked("MAINとAIDSとAIとAI2") == "<p>MAINとAIDSと[ai:AI]とAI2</p>")
        #expect(linked("ケアマネジャーとデイケアと「ケア」") == "<p>ケアマネジャーとデイケアと「[care:ケア]」</p>")
        #expect(linked("デイ・ケア") == "<p>デイ・[care:ケア]</p>")
        #expect(linked("ケアー") == "<p>ケアー</p>")
        #expect(linked("企業内ジョブコーチ研修") == "<p>企業内[coach:ジョブコーチ]研修</p>")
    }

    @Test func textStaysEscaped() {
        #expect(linked("a < b & AI > \"支援\"") == "<p>a &lt; b &amp; [ai:AI] &gt; &quot;[support:支援]&quot;</p>")
    }

    @Test func aFinderWithoutWordsFindsNothing() {
        var count = 0
        for finder in [WordFinder([], targets: []), WordFinder([[""]], targets: ["x"])] {
            parse("どれでもない").document.findWords(finder) { _ in count += 1 }
        }
        #expect(count == 0)
    }

    @Test func theFirstOfTwoWordsWithTheSameNameIsFound() {
        var words: [Int] = []
        parse("甲").document.findWords(WordFinder([["甲"], ["甲"]], targets: ["a", "b"])) { words.append($0) }
        #expect(words == [0])
    }
}
