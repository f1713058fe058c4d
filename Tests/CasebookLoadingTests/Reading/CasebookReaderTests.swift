import CasebookModel
import CasebookLoading
import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite struct CasebookReaderTests {
    @Test func aSoundCollectionHasNothingToTell() throws {
        let (casebook, diagnostics) = SmallCasebook().read()
        #expect(diagnostics == [])
        let book = try #require(casebook)
        #expect(book.settings.title == "事例集")
        #expect(book.settings.publisher == Settings.Publisher(name: "編集部"))
        #expect(book.settings.primary == 0 && book.settings.secondary == 1)
        #expect(book.settings.footer == ["about", "call"] && book.settings.invitation == "call")
        #expect(
            book.taxonomies.map { $0.terms.map(\.slug) } == [
                ["information", "strengths"], ["hello-work", "employer"], ["family", "person"],
            ])
        #expect(book.cases.map(\.id) == ["c001", "c002"])
        #expect(book.cases.map(\.terms) == [[[0], [0], [0, 1]], [[1], [0], []]])
        #expect(book.cases[1].published == CalendarDate(year: 2026, month: 4, day: 1))
        #expect(book.cases.map { $0.sections.map(\.definition) } == [[0, 1], [0, 1, 2]])
        #expect(book.cases[0].body.document.plainText(blocks: book.cases[0].sections[1].blocks) == "工夫しました。")
        #expect(book.pages.map(\.title) == ["この事例集について", "事例の募集"])
        #expect(book.images.isEmpty && book.usedImages.isEmpty)
    }

    /// A file that cannot be read is told by what reads it, the first of several, whichever thread met it.
    @Test(arguments: [1, 4]) func theFirstFileThatCannotBeReadIsThrown(jobs: Int) {
        struct Refusal: Error, Equatable {
            let path: String
        }
        let collection = SmallCasebook()
        let paths = collection.files.keys.map { "content/\($0)" }
        #expect(throws: Refusal(path: "content/actors/family.md")) {
            try CasebookReader.read(
                paths: paths, images: collection.images, includingDrafts: false, jobs: jobs
            ) { (index) throws(Refusal) in
                guard paths[index].hasSuffix("casebook.yml") else { throw Refusal(path: paths[index]) }
                return collection.files["casebook.yml"] ?? []
            }
        }
    }

    /// What is kept of a file that was checked is enough to tell what other files make wrong, at its place and with its line.
    @Test func problemsCausedByOtherFilesHaveTheirLine() {
        let link = "段落です。\n\n[![地図](../images/map.png)\n地図](c002.md#nowhere)、そのあと。\n\nおわり。\n"
        let collection = SmallCasebook().withMap
            .replacing("title: 一", with: "related: [c002, c999]\ntitle: 一", in: "cases/c001.md")
            .replacing("工夫しました。\n", with: link, in: "cases/c001.md")
        let problems = collection.read().diagnostics
        #expect(problems.map(\.id) == ["unknown-related-case", "dead-anchor"])
        #expect(problems.first?.line?.text == "related: [c002, c999]")
        #expect(problems.first?.range?.start == SourcePosition(line: 2, column: 17))
        #expect(problems.last?.line?.text == "地図](c002.md#nowhere)、そのあと。")
    }

    @Test func draftsAreCheckedAndLeftOut() throws {
        let draft = SmallCasebook().replacing("title: 一", with: "status: draft\ntitle: 一", in: "cases/c001.md")
        #expect(try #require(draft.read().casebook).cases.map(\.id) == ["c002"])
        #expect(try #require(draft.read(includingDrafts: true).casebook).cases.map(\.status) == [.draft, .published])
        let broken = draft.replacing("ハローワーク", with: "ハロワ", in: "cases/c001.md")
        #expect(broken.problems().map(\.id) == ["unknown-term"])
    }

    @Test func whatIsPrivateReachesNothing() throws {
        let collection = SmallCasebook().replacing(
            "title: 一", with: "private:\n  contact: 秘密の連絡先\ntitle: 一", in: "cases/c001.md")
        let (casebook, diagnostics) = collection.read()
        #expect(diagnostics == [])
        var dumped = ""
        dump(try #require(casebook), to: &dumped)
        #expect(!dumped.contains("秘密"))
    }

    @Test(arguments: ["private：秘密", "private:　秘密", "private:秘密", "private: [秘密]", "private: 秘密"])
    func whatIsPrivateIsInNoMessage(_ line: String) {
        let (_, diagnostics) = SmallCasebook().replacing("title: 一", with: line + "\ntitle: 一", in: "cases/c001.md").read()
        #expect(!diagnostics.isEmpty)
        for format in DiagnosticFormat.allCases {
            #expect(!format.format(diagnostics, in: .ja).contains("秘密"))
        }
    }

    @Test func optionalKeysAreKept() throws {
        let collection = SmallCasebook().replacing(
            "title: 一",
            with: """
                summary: >-
                  長い
                  要約
                yomi: ひとつめ
                updated: 2026-05-01
                review_by: 2027-05-01
                aliases: [old/one.html]
                related: [c002]
                status: withdrawn
                withdrawn: 古くなったためです。
                title: 一
                """, in: "cases/c001.md")
        let (casebook, diagnostics) = collection.read()
        #expect(diagnostics == [])
        let first = try #require(casebook?.cases.first)
        #expect(first.summary == "長い 要約" && first.yomi == "ひとつめ" && first.status == .withdrawn)
        #expect(first.withdrawalReason == "古くなったためです。")
        #expect(first.updated?.iso == "2026-05-01" && first.reviewBy?.iso == "2027-05-01")
        #expect(first.aliases == ["old/one.html"] && first.related == ["c002"])
    }

    @Test func linksLeadToWhatTheyName() throws {
        let text = """
            [a](c002.md) [b](c002.md#effect) [c](#background) [d](../categories/) [e](../pages/about.md#%E7%9B%AE%E7%9A%84)
            [f](../actors/person.md) [g](../cases/) [h](../) ![i](../images/map.png) [j](../images/map.png)
            [k](https://example.jp/) [l](mailto:a@example.jp) [m](./c001.md#approach) [n](../actors)
            """
        let (casebook, diagnostics) = SmallCasebook().withMap
            .replacing("工夫しました。", with: text, in: "cases/c001.md").read()
        #expect(diagnostics == [])
        let targets = try #require(casebook?.cases.first).body.targets
        #expect(
            targets == [
                "c002.md": .caseFile(index: 1, fragment: nil), "c002.md#effect": .caseFile(index: 1, fragment: "effect"),
                "#background": .fragment("background"), "../categories/": .taxonomy(index: 0),
                "../pages/about.md#%E7%9B%AE%E7%9A%84": .page(index: 0, fragment: "目的"),
                "../actors/person.md": .term(TermID(taxonomy: 2, term: 1), fragment: nil), "../cases/": .cases, "../": .home,
                "../images/map.png": .image(index: 0),
                "./c001.md#approach": .caseFile(index: 0, fragment: "approach"), "../actors": .taxonomy(index: 2),
            ])
    }

    @Test func aLinkToAWithdrawnCaseStands() throws {
        let collection = SmallCasebook()
            .replacing("title: 二", with: "status: withdrawn\ntitle: 二", in: "cases/c002.md")
            .replacing("工夫しました。", with: "[あ](c002.md#gone)", in: "cases/c001.md")
        let (casebook, diagnostics) = collection.read()
        #expect(diagnostics == [])
        #expect(casebook?.cases.first?.body.targets == ["c002.md#gone": .caseFile(index: 1, fragment: nil)])
    }

    @Test func groupsCoverTheTermsInOrder() throws {
        let groups =
            "    groups:\n      - label: 企業\n        terms: [employer]\n      - label: 行政\n        terms: [hello-work]\n"
        let collection = SmallCasebook().replacing("    terms: [hello-work, employer]\n", with: groups, in: "casebook.yml")
        let taxonomy = try #require(collection.read().casebook?.taxonomies[1])
        #expect(taxonomy.terms.map(\.slug) == ["employer", "hello-work"])
        #expect(taxonomy.groups.map(\.label) == ["企業", "行政"] && taxonomy.groups.map(\.terms) == [0..<1, 1..<2])
    }

    @Test func brokenSettingsBlameNoCase() {
        let collection = SmallCasebook().replacing("key: category\n", with: "kye: category\n", in: "casebook.yml")
        #expect(collection.problems().map(\.id) == ["unknown-key"])
    }
}
