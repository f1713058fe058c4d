import Site
import Testing

@Suite struct StructuredDataTests {
    private func site() -> MiniSite {
        var site = MiniSite()
        site.layout = "{{{structured_data}}}"
        site.includesDrafts = true
        site.add("c001", title: "</script>", keys: "published: 2026-04-01\naliases: [old/c001.html]")
        site.add("c002")
        site.add("c003", keys: "status: draft")
        site.add("c004", keys: "status: withdrawn")
        return site
    }

    @Test func nothingEndsTheElementEarly() throws {
        let text = try #require(try site().plan().text("cases/c001.html"))
        #expect(text.hasPrefix("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":["))
        #expect(text.hasSuffix("]}</script>"))
        #expect(text.split(separator: "</script").count == 2)
        #expect(text.contains("\"headline\":\"\\u003c/script\\u003e\""))
    }

    @Test(arguments: [
        ("index.html", ["WebSite", "Dataset"]), ("cases/index.html", ["CollectionPage", "ItemList", "BreadcrumbList"]),
        ("categories/index.html", ["CollectionPage", "BreadcrumbList"]),
        ("categories/work.html", ["CollectionPage", "ItemList", "BreadcrumbList"]),
        ("compare/index.html", ["CollectionPage", "BreadcrumbList"]),
        ("compare/work.html", ["CollectionPage", "ItemList", "BreadcrumbList"]),
        ("booklet.html", ["CollectionPage", "ItemList", "BreadcrumbList"]),
        ("cases/c001.html", ["Article", "DefinedTerm", "BreadcrumbList"]), ("about.html", ["WebPage", "BreadcrumbList"]),
    ])
    func eachPageHasItsTypes(path: String, types: [String]) throws {
        let text = try #require(try site().plan().text(path))
        for type in types { #expect(text.contains("\"@type\":\"\(type)\"")) }
        let all = ["WebPage", "CollectionPage", "Article", "Dataset", "ItemList", "BreadcrumbList"]
        for type in all where !types.contains(type) { #expect(!text.contains("\"@type\":\"\(type)\"")) }
    }

    @Test(arguments: ["404.html", "old/c001.html", "cases/c003.html", "cases/c004.html"])
    func hiddenPagesHaveNoStructuredData(path: String) throws {
        #expect(try site().plan().text(path) == "")
    }

    @Test func onlyExistingDatesAreWritten() throws {
        let plan = try site().plan()
        let dated = try #require(try plan.text("cases/c001.html"))
        #expect(dated.contains("\"datePublished\":\"2026-04-01\"") && !dated.contains("dateModified"))
        #expect(try plan.text("cases/c002.html")?.contains("date") == false)
        #expect(try plan.text("about.html")?.contains("\"dateModified\":\"2026-02-03\"") == true)
    }

    @Test func positionsContinueFromPageToPage() throws {
        var site = MiniSite()
        site.layout = "{{{structured_data}}}"
        for number in 100..<151 { site.add("c\(number)", title: "題名\(number)") }
        let text = try #require(try site.plan().text("compare/work-2.html"))
        let item =
            "{\"@type\":\"ListItem\",\"position\":51,\"name\":\"題名150\","
            + "\"url\":\"https://example.jp/a/b/cases/c150.html\"}"
        #expect(text.contains("\"numberOfItems\":51,\"itemListElement\":[\(item)]"))
        #expect(try site.plan().text("cases/index-2.html")?.contains("\"itemListElement\":[\(item)]") == true)
    }
}
