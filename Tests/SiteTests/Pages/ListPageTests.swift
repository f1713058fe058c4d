import Testing

@testable import Site

@Suite struct ListPageTests {
    @Test(arguments: [
        ([], ""), (["c001"], "c001"), (["c001", "c002"], "c001 c002"), (["c001", "c002", "c003"], "c001..c003"),
        (["c001", "c003", "c004", "c005", "x"], "c001 c003..c005 x"),
        // Another width or another stem starts a new range.
        (["c8", "c9", "c10"], "c8 c9 c10"), (["a1", "a2", "a3", "b4", "b5", "b6"], "a1..a3 b4..b6"),
        (["2024-1", "2024-2", "2024-3"], "2024-1..2024-3"),
        // Numbers of more than 15 digits are not exact in a browser.
        (["1000000000000001", "1000000000000002", "1000000000000003"], "1000000000000001 1000000000000002 1000000000000003"),
    ])
    func idsAreWrittenInRanges(ids: [String], text: String) {
        #expect(CaseNumbers.text(ids) == text)
    }

    @Test func thePageHasWhatItsScriptNeeds() throws {
        var site = MiniSite()
        site.layouts[.list] =
            "{{case_numbers}}/{{withdrawn}}/{{#headings}}{{heading}},{{/headings}}/{{#taxonomies}}{{label}},{{/taxonomies}}/{{secondary_key}}"
        for number in 1...4 { site.add("c00\(number)", title: "題名\(number)", keys: number == 2 ? "status: withdrawn" : "") }
        let text = try #require(try site.plan().text("list.html"))
        #expect(text.hasPrefix("c001..c004/c002/"))
        #expect(text.hasSuffix("/分野,主体,/organization"))
    }

    /// The number of lists is unlimited, so search engines are asked not to list the page.
    @Test func theListIsNotIndexed() throws {
        var site = MiniSite()
        site.layouts[.list] = "{{#noindex}}noindex{{/noindex}}{{canonical}}"
        site.add("c001")
        let plan = try site.plan()
        #expect(try plan.text("list.html") == "noindex")
        #expect(try plan.text("sitemap.xml")?.contains("list.html") == false)
    }
}
