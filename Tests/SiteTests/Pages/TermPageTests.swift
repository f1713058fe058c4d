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

    /// The list of contents names the groups of its page, and how many others are on later pages. A group that goes on is not another one.
    @Test func thePageCountsTheGroupsOfLaterPages() throws {
        var site = MiniSite()
        site.layouts = [.term: "{{#groups}}{{id}} {{/groups}}{{#later_groups}}+{{later_groups}}{{/later_groups}}"]
        for (number, name) in ["a", "b", "c", "d"].enumerated() { site.addCategory(name, number: 3 + number) }
        for number in 0..<61 {
            site.add(
                "c\(100 + number)", title: "題名\(number)",
                category: number < 20 ? "a" : number < 58 ? "b" : number < 60 ? "c" : "d")
        }
        let plan = try site.plan()
        #expect(try plan.text("organizations/office.html") == "group-a group-b +2")
        #expect(try plan.text("organizations/office-2.html") == "group-b group-c group-d ")
    }

    /// What often comes with a term is only said of at least five cases.
    @Test(arguments: [(4, false), (5, true)])
    func fewCasesHaveNoRelatedTerms(count: Int, isShown: Bool) throws {
        var site = MiniSite()
        site.layouts = [.term: "{{#has_meets}}meets{{/has_meets}}"]
        for number in 0..<count { site.add("c\(number)", title: "題名\(number)") }
        #expect(try site.plan().text("organizations/office.html") == (isShown ? "meets" : ""))
    }

    @Test func theIndexPageHasKanaRowsIfTheSettingsAskForThem() throws {
        var site = site()
        site.add("c001")
        #expect(try site.plan().text("categories/index.html") == "")
        site.index = "yomi"
        #expect(try site.plan().text("categories/index.html") == "row-sa さ行 仕事\n")
        site.index = "alphabet"
        #expect(try site.plan().text("categories/index.html") == "row-other その他 仕事\n")
        site.addCategory("garden", number: 3)
        site.add("c002", title: "二", category: "garden")
        #expect(try site.plan().text("categories/index.html") == "row-g G garden\nrow-other その他 仕事\n")
    }
}
