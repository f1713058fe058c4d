import Site
import Testing

@Suite struct SearchPageTests {
    private static let facets = """
        {{#facets}}[{{key}} {{label}}:{{#groups}}{{#choices}} {{#number}}{{number}}.{{/number}}{{slug}} {{label}} {{count}}{{/choices}}{{/groups}}]\
        {{/facets}}{{primary_key}}/{{secondary_key}}
        """

    @Test func everyTermIsAChoiceWithItsCount() throws {
        var site = MiniSite()
        site.layouts[.search] = "{{count}}{{#filters}}\(Self.facets){{/filters}}"
        site.add("c001")
        site.add("c002", title: "別の題名")
        site.add("c003", keys: "status: withdrawn")
        #expect(
            try site.plan().text("search.html")
                == "2[category 分野: 1.work 仕事 2 2.life 暮らし 0][organization 主体: 1.office 窓口 2]category/organization")
    }

    /// A small collection is searched as a whole and needs no script that reads an index.
    @Test(arguments: [(200, "texts"), (201, "index")])
    func manyCasesHaveAnIndex(count: Int, source: String) throws {
        var site = MiniSite()
        site.layouts[.search] =
            "{{#site.has_search_index}}index{{/site.has_search_index}}{{^site.has_search_index}}texts{{/site.has_search_index}}"
        for number in 1...count { site.add("c\(number + 100)", title: "題名\(number)") }
        #expect(try site.plan().text("search.html") == source)
    }

    @Test func linksWithoutScriptsLeadToEveryTaxonomy() throws {
        var site = MiniSite()
        site.layouts[.search] = "{{#ways}}<{{label}} {{path}} {{term_count}}>{{/ways}}"
        site.add("c001")
        #expect(
            try site.plan().text("search.html") == "<分野 categories/index.html 1><主体 organizations/index.html 1>")
    }

    @Test func onlyTheFirstPageOfAllCasesHasFilters() throws {
        var site = MiniSite()
        site.layouts[.cases] = "{{#filters}}\(Self.facets){{/filters}}{{^filters}}none{{/filters}}"
        for number in 1...51 { site.add("c\(number + 100)", title: "題名\(number)") }
        let plan = try site.plan()
        #expect(try plan.text("cases/index.html")?.contains("work 仕事 51") == true)
        #expect(try plan.text("cases/index-2.html") == "none")
    }

    /// The number of search addresses is unlimited, so search engines are asked not to list the page.
    @Test func theSearchIsNotIndexed() throws {
        var site = MiniSite()
        site.layouts[.search] = "{{#noindex}}noindex{{/noindex}}{{canonical}}"
        site.add("c001")
        let plan = try site.plan()
        #expect(try plan.text("search.html") == "noindex")
        #expect(try plan.text("sitemap.xml")?.contains("search.html") == false)
    }

    @Test func theMenuLeadsToLists() throws {
        var site = MiniSite()
        site.layout = "{{#menu}}{{#current}}*{{/current}}{{label}} {{/menu}}"
        site.add("c001")
        let plan = try site.plan()
        #expect(try plan.text("search.html") == "事例一覧 分野 主体 比べて読む 冊子・電子書籍 ")
        #expect(try plan.text("categories/index.html") == "事例一覧 *分野 主体 比べて読む 冊子・電子書籍 ")
        #expect(try plan.text("organizations/office.html") == "事例一覧 分野 *主体 比べて読む 冊子・電子書籍 ")
        #expect(try plan.text("compare/index.html") == "事例一覧 分野 主体 *比べて読む 冊子・電子書籍 ")
        #expect(try plan.text("booklet.html") == "事例一覧 分野 主体 比べて読む *冊子・電子書籍 ")
    }
}
