import CasebookModel
import TestSupport
import Testing

@Suite struct EasyTextRulesTests {
    private func book(_ files: [String: String]) -> SmallCasebook {
        files.sorted { $0.key < $1.key }.reduce(SmallCasebook()) { $0.adding("easy/\($1.key).md", $1.value) }
    }

    private let text = "---\ntitle: やさしい文\nupdated: 2026-04-01\n---\n\nみじかい文です。\n"

    @Test func aTextHasTheNameOfItsCase() throws {
        let (read, diagnostics) = book(["c001": text]).read()
        #expect(diagnostics == [])
        let casebook = try #require(read)
        #expect(casebook.easyTexts.map(\.title) == ["やさしい文"])
        #expect(casebook.easyTexts.map { casebook.cases[$0.caseIndex].id } == ["c001"])
        #expect(casebook.easyTexts.first?.updated?.iso == "2026-04-01")
        #expect(casebook.easyTextIndex(ofCase: 0) == 0)
        #expect(SmallCasebook().read().casebook?.easyTexts.isEmpty == true)
        #expect(SmallCasebook().read().casebook?.easyTextIndex(ofCase: 0) == nil)
    }

    /// It has no state of its own.
    @Test(arguments: ["draft", "withdrawn"])
    func aTextIsPublishedWhileItsCaseIs(status: String) throws {
        let hidden = book(["c001": text]).replacing("---\n", with: "---\nstatus: \(status)\n", in: "cases/c001.md")
        #expect(try #require(hidden.read().casebook).easyTexts.isEmpty)
        let all = try #require(hidden.read(includingDrafts: true).casebook)
        #expect(all.easyTexts.count == (status == "draft" ? 1 : 0))
    }

    @Test func aTextOfNoCase() {
        #expect(
            book(["c077": text]).problems() == [
                ReportedProblem(
                    "easy-text-without-case", "easy/c077.md",
                    ja: "「c077」という番号の事例がありません。ファイルの名前を、もとになる事例と同じにしてください（例：`cases/c001.md` には `easy/c001.md`）",
                    en: "There is no case “c077”: give the file the name of the case that it is about, like `easy/c001.md` for"
                        + " `cases/c001.md`")
            ])
        // A name that cannot be an address is another problem; so is a case that is no text.
        #expect(book(["C001": text]).problems().map(\.id) == ["unfit-id"])
    }

    @Test func whatATextMustHave() {
        #expect(book(["c001": "---\nupdated: 2026-04-01\n---\n\nみじかい文です。\n"]).problems().map(\.id) == ["missing-key"])
        #expect(book(["c001": "---\ntitle: やさしい文\n---\n"]).problems().map(\.id) == ["empty-easy-text"])
        #expect(
            book(["c001": text.replacing("updated", with: "status")]).problems().map(\.id) == ["unknown-key"])
    }

    @Test func linksLeadToTextsAndTheirList() throws {
        let linked = book(["c001": text.replacing("文です。", with: "[文](../cases/c001.md)です。[全部](../easy/)、[これ](c001.md)。")])
            .replacing("必要でした。", with: "[やさしい日本語](../easy/c001.md)で読む。", in: "cases/c001.md")
        let casebook = try #require(linked.read().casebook)
        #expect(
            casebook.easyTexts[0].body.targets == [
                "../cases/c001.md": .caseFile(index: 0, fragment: nil), "../easy/": .easyTexts,
                "c001.md": .easyText(index: 0, fragment: nil),
            ])
        #expect(casebook.cases[0].body.targets == ["../easy/c001.md": .easyText(index: 0, fragment: nil)])
    }

    @Test func linksToNothing() {
        let dead = book(["c001": text.replacing("文です。", with: "[文](c009.md)です。")])
        #expect(dead.problems().map(\.id) == ["dead-link"])
        let withoutAny = SmallCasebook().replacing("必要でした。", with: "[全部](../easy/)", in: "cases/c001.md")
        #expect(withoutAny.problems().map(\.id) == ["dead-link"])
        // The text of a draft is left out like the draft itself.
        let draft = book(["c001": text]).replacing("---\n", with: "---\nstatus: draft\n", in: "cases/c001.md")
            .replacing("募集しています。", with: "[文](../easy/c001.md)", in: "pages/call.md")
        #expect(draft.problems().map(\.id) == ["link-to-draft"])
        let withdrawn = book(["c001": text]).replacing("---\n", with: "---\nstatus: withdrawn\n", in: "cases/c001.md")
            .replacing("募集しています。", with: "[文](../easy/c001.md)", in: "pages/call.md")
        #expect(withdrawn.problems().map(\.id) == ["dead-link"])
    }
}
