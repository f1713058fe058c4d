import CasebookModel
import TestSupport
import Testing

@Suite struct GlossaryRulesTests {
    private func glossary(_ files: [String: String]) -> SmallCasebook {
        files.sorted { $0.key < $1.key }.reduce(SmallCasebook()) { $0.adding("glossary/\($1.key).md", $1.value) }
    }

    @Test func aWordIsReadInTheOrderOfReadings() throws {
        let book = try #require(
            glossary([
                "a": "---\nterm: 見学\nyomi: けんがく\naliases: [見学会]\n---\n\n見ることです。\n",
                "b": "---\nterm: 合図\nyomi: あいず\n---\n\n知らせです。[見学](a.md)\n",
            ]).read().casebook)
        #expect(book.glossary.map(\.term) == ["合図", "見学"])
        #expect(book.glossary[1].names == ["見学", "見学会"])
        #expect(book.glossary[0].body.targets == ["a.md": .glossary(index: 1)])
    }

    /// Words in other languages need no readings. One that is given must still be a reading.
    @Test func aWordInEnglishNeedsNoReading() throws {
        let english = glossary([
            "a": "---\nterm: site visit\n---\n\nGoing there.\n", "b": "---\nterm: 見学\nyomi: けんがく\n---\n\nThe same.\n",
        ]).replacing("language: ja", with: "language: en-GB", in: "casebook.yml")
        let (book, diagnostics) = english.read()
        #expect(diagnostics == [])
        #expect(Set(try #require(book).glossary.map(\.yomi)) == [nil, "けんがく"])
        let wrong = english.replacing("けんがく", with: "kengaku", in: "glossary/b.md")
        #expect(wrong.problems().map(\.id) == ["bad-yomi"])
    }

    @Test func withoutTheFolderThereIsNoGlossary() {
        #expect(SmallCasebook().read().casebook?.glossary.isEmpty == true)
        let problems = SmallCasebook().replacing("必要でした。", with: "[用語](../glossary/)", in: "cases/c001.md").problems()
        #expect(problems.map(\.id) == ["dead-link"])
    }

    @Test func aWordWithoutMeaning() {
        #expect(
            glossary(["a": "---\nterm: 見学\nyomi: けんがく\n---\n\n<!-- あとで -->\n"]).problems() == [
                ReportedProblem(
                    "empty-meaning", "glossary/a.md", ja: "言葉の意味が書かれていません。先頭の項目の下に、一文か数文で書いてください",
                    en: "The word has no meaning: write it in one or a few sentences after the front matter")
            ])
    }

    @Test func aWordWithoutReading() {
        #expect(
            glossary(["a": "---\nterm: 見学\n---\n\n見ることです。\n"]).problems() == [
                ReportedProblem(
                    "missing-key", "glossary/a.md:1:1", ja: "「読み」（yomi）がありません。例：`yomi: じょぶこーち`",
                    en: "The key “yomi” is missing: add a line like `yomi: じょぶこーち`")
            ])
    }

    @Test(arguments: ["けん学", "kengaku", "ー", "・けん", "けんがく（見学）", "１"])
    func aReadingThatIsNoKana(reading: String) {
        #expect(
            glossary(["a": "---\nterm: 見学\nyomi: \(reading)\n---\n\n見ることです。\n"]).problems() == [
                ReportedProblem(
                    "bad-yomi", "glossary/a.md:3:7", ja: "「読み」（yomi）の「\(reading)」は読みとして使えません。「しゅうろう」のように、かなだけで書いてください",
                    en: "“\(reading)” is not a reading for “yomi”: write it in kana only, like “しゅうろう”")
            ])
    }

    @Test(arguments: ["けんがく", "ケンガク", "けん がく", "ケース・ワーカー", "ヴぇーる", "ん"])
    func aReadingInKana(reading: String) {
        #expect(glossary(["a": "---\nterm: 見学\nyomi: \(reading)\n---\n\n見ることです。\n"]).problems() == [])
    }

    @Test func theReadingOfATermIsKanaToo() {
        let problems = SmallCasebook().replacing("かぞく", with: "家ぞく", in: "actors/family.md").problems()
        #expect(problems.map(\.id) == ["bad-yomi"])
        #expect(problems.map(\.location) == ["actors/family.md:3:7"])
    }

    @Test func twoWordsWithOneName() {
        let problems = glossary([
            "a": "---\nterm: A型\nyomi: えーがた\n---\n\n一つ目です。\n",
            "b": "---\nterm: B型\nyomi: びーがた\naliases: [Ａ 型]\n---\n\n二つ目です。\n",
        ]).problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-word", "glossary/b.md:4:11", ja: "「Ａ 型」は用語集の別の言葉の名前としても使われています。どちらかを変えてください",
                    en: "“Ａ 型” is also the name of another word of the glossary: change one of them",
                    notes: ["glossary/a.md:2:7"])
            ])
    }

    @Test func fileNamesAndKeysAreHeldToTheRulesOfAllFiles() {
        let problems = glossary([
            "A_b": "---\nterm: 見学\nyomi: けんがく\nlabel: 見学\n---\n\n見ることです。\n",
            "index": "---\nterm: 索引\nyomi: さくいん\n---\n\n引くものです。\n",
        ]).problems()
        #expect(problems.map(\.id) == ["unfit-id", "unknown-key", "reserved-id"])
    }

    @Test func noTaxonomyLiesInItsFolder() {
        let problems = SmallCasebook().replacing("- folder: actors", with: "- folder: glossary", in: "casebook.yml")
        #expect(problems.problems().map(\.id).contains("reserved-folder"))
        let page = SmallCasebook().adding("pages/glossary.md", "---\ntitle: 用語\n---\n\n本文。\n").problems()
        #expect(page.map(\.id) == ["reserved-id"])
        let alias = SmallCasebook().replacing("actors:", with: "aliases: [glossary.html]\nactors:", in: "cases/c001.md")
        #expect(alias.problems().map(\.id) == ["taken-address"])
    }

    @Test func anIndexByReadingAsksForReadings() {
        let order = "order: listed\n"
        let indexed = SmallCasebook().replacing(order, with: "\(order)    index: yomi\n", in: "casebook.yml")
        #expect(indexed.problems().map(\.id) == ["missing-key", "missing-key"])
        let unknown = SmallCasebook().replacing(order, with: "\(order)    index: size\n", in: "casebook.yml")
        #expect(unknown.problems().map(\.id) == ["bad-choice"])
    }
}
