import Site
import Testing

/// Lists of cases that are longer than one page, and the links to their groups.
@Suite struct CaseListingTests {
    /// Categories `a`, `b` and `c` with 120, 3 and 60 cases, whose numbers are consecutive. Those of `a` are of three organizations:
    /// 70 of `x`, 40 of `y`, 10 of `z`; the others of `z`.
    private func plan() throws -> SitePlan {
        var site = MiniSite()
        site.layouts = [
            .card: "{{title}} ",
            .cases: Self.groups, .term: Self.groups + "{{#meets}}{{#terms}}{{label}} {{count}} {{path}}\n{{/terms}}{{/meets}}",
            .home: "{{#overview.rows}}{{#cells}}{{row}} {{column}} {{count}} {{path}}\n{{/cells}}{{/overview.rows}}",
        ]
        for (number, name) in ["a", "b", "c"].enumerated() { site.addCategory(name, number: number + 3) }
        for (number, name) in ["x", "y", "z"].enumerated() { site.addOrganization(name, number: number + 2) }
        for number in 1...183 {
            let category = number <= 120 ? "a" : number <= 123 ? "b" : "c"
            let organization = number <= 70 ? "x" : number <= 110 ? "y" : "z"
            site.add("c\(1_000 + number)", title: "題\(number)", category: category, organization: organization)
        }
        return try site.plan()
    }

    private static let groups = """
        {{#groups}}
        {{id}} {{count}}{{#continued}} continued{{/continued}}: {{#cases}}{{{card}}}{{/cases}}
        {{/groups}}
        {{#pagination}}
        {{current}}/{{total}} {{first_item}}-{{last_item}}/{{item_count}}{{#previous}} < {{path}}{{/previous}}{{#next}} > {{path}}{{/next}}
        {{/pagination}}

        """

    /// Returns what a page shows, with each group's cases as the range of their numbers.
    private func shown(_ path: String, of plan: SitePlan) throws -> [String] {
        try #require(try plan.text(path), "\(path)").split(separator: "\n").map { line in
            let numbers = line.matches(of: /題(\d+)/).map { Int($0.1) ?? 0 }
            guard let first = numbers.first, let last = numbers.last, let colon = line.firstIndex(of: ":") else {
                return String(line)
            }
            return numbers == Array(first..<max(first, last) + 1) ? "\(line[...colon]) \(first)-\(last)" : String(line)
        }
    }

    /// A group of more than 50 cases goes on over pages. Each page says how many cases the whole group has, and links to the next.
    @Test func aLongGroupContinuesOnLaterPages() throws {
        let plan = try plan()
        #expect(
            try shown("cases/index.html", of: plan) == ["group-a 120: 1-50", "1/4 1-50/183 > cases/index-2.html"])
        #expect(
            try shown("cases/index-2.html", of: plan) == [
                "group-a 120 continued: 51-100", "2/4 51-100/183 < cases/index.html > cases/index-3.html",
            ])
        #expect(
            try shown("cases/index-3.html", of: plan) == [
                "group-a 120 continued: 101-120", "group-b 3: 121-123", "group-c 60: 124-150",
                "3/4 101-150/183 < cases/index-2.html > cases/index-4.html",
            ])
        #expect(
            try shown("cases/index-4.html", of: plan) == [
                "group-c 60 continued: 151-183", "4/4 151-183/183 < cases/index-3.html",
            ])
        #expect(!plan.paths.contains("cases/index-5.html"))
    }

    /// A list of exactly 50 cases has one page, one of 51 has two.
    @Test(arguments: [(50, ["1/1"]), (51, ["1/2", "2/2"])])
    func aPageHoldsFiftyCases(count: Int, pages: [String]) throws {
        var site = MiniSite()
        site.layouts = [.cases: "{{#pagination}}{{current}}/{{total}}{{/pagination}}{{^pagination}}1/1{{/pagination}}"]
        for number in 1...count { site.add("c\(1_000 + number)", title: "題\(number)") }
        let plan = try site.plan()
        let paths = plan.paths.filter { $0.hasPrefix("cases/index") }
        #expect(try paths.compactMap { try plan.text($0) }.sorted() == pages)
    }

    /// Links to a group lead to the page on which it starts, also when it continues on others.
    @Test func linksToAGroupLeadToTheFirstPageOfTheGroup() throws {
        let plan = try plan()
        // `categories/a` has x on pages 1 and 2, y on pages 2 and 3, z on page 3.
        #expect(
            try shown("index.html", of: plan) == [
                "a x 70 categories/a.html#group-x", "a y 40 categories/a-2.html#group-y", "a z 10 categories/a-3.html#group-z",
                "b x 0 categories/b.html#group-x", "b y 0 categories/b.html#group-y", "b z 3 categories/b.html#group-z",
                "c x 0 categories/c.html#group-x", "c y 0 categories/c.html#group-y", "c z 60 categories/c.html#group-z",
            ])
        #expect(
            try shown("categories/a-2.html", of: plan).prefix(2) == ["group-x 70 continued: 51-70", "group-y 40: 71-100"])
        #expect(
            try shown("categories/a-3.html", of: plan).prefix(2) == ["group-y 40 continued: 101-110", "group-z 10: 111-120"])
        // `organizations/z` has a and b on page 1, c on pages 1 and 2.
        #expect(try shown("categories/c.html", of: plan).last == "z 60 organizations/z.html#group-c")
        #expect(
            try shown("organizations/z.html", of: plan).suffix(3) == [
                "c 60 categories/c.html#group-z", "a 10 categories/a-3.html#group-z", "b 3 categories/b.html#group-z",
            ])
        #expect(try shown("organizations/y.html", of: plan).last == "a 40 categories/a-2.html#group-y")
    }
}
