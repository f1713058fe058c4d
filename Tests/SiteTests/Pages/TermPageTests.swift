import Site
import Testing

@Suite struct TermPageTests {
    private func site() -> MiniSite {
        var site = MiniSite()
        site.layouts = [
            .term: "{{#contents}}{{id}} {{text}}\n{{/contents}}",
            .terms: "{{#rows}}{{id}} {{label}}{{#terms}} {{label}}{{/terms}}\n{{/rows}}",
        ]
        return site
    }

    /// A page of a term has a list of contents if it is long and has several groups.
    @Test func aLongPageHasAListOfContents() throws {
        var site = site()
        for name in ["a", "b", "c"] { site.addCategory(name, number: 3 + name.utf8.reduce(0) { $0 + Int($1) - 96 }) }
        for number in 0..<9 { site.add("c\(number)", title: "題名\(number)", category: ["a", "b", "c"][number % 3]) }
        #expect(try site.plan().text("organizations/office.html") == "")
        site.add("c9", title: "題名9", category: "a")
        #expect(
            try site.plan().text("organizations/office.html") == """
                group-a a
                group-b b
                group-c c

                """)
        #expect(try site.plan().text("categories/a.html") == "")
    }

    @Test func theIndexPageHasKanaRowsIfTheSettingsAskForThem() throws {
        var site = site()
        site.add("c001")
        #expect(try site.plan().text("categories/index.html") == "")
        site.index = "yomi"
        #expect(try site.plan().text("categories/index.html") == "row-sa さ行 仕事\n")
    }
}
