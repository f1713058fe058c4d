import Site
import Testing

@Suite struct MetadataTests {
    private func site(_ layout: String) -> MiniSite {
        var site = MiniSite()
        site.layout = layout
        site.includesDrafts = true
        site.add("c001", keys: "published: 2026-04-01\nupdated: 2026-06-01\nsummary: 要約。\naliases: [old/c001.html]")
        site.add("c002", keys: "status: draft")
        site.add("c003", keys: "status: withdrawn")
        return site
    }

    @Test func aPageIsItsOwnCanonicalUnlessItIsARedirectOrHidden() throws {
        let plan = try site("{{canonical}}").plan()
        #expect(try plan.text("index.html") == "https://example.jp/a/b/index.html")
        #expect(try plan.text("cases/c001.html") == "https://example.jp/a/b/cases/c001.html")
        #expect(try plan.text("old/c001.html") == "https://example.jp/a/b/cases/c001.html")
        #expect(try plan.text("old/about.html") == "https://example.jp/a/b/about.html")
        for hidden in ["404.html", "cases/c002.html", "cases/c003.html"] { #expect(try plan.text(hidden) == "") }
    }

    @Test func everyPageOfAListIsItsOwnCanonical() throws {
        var site = MiniSite()
        site.layout = "{{canonical}} {{#open_graph}}{{title}}{{/open_graph}}"
        for number in 100..<151 { site.add("c\(number)", title: "題名\(number)") }
        let plan = try site.plan()
        #expect(try plan.text("cases/index-2.html") == "https://example.jp/a/b/cases/index-2.html 事例一覧（2ページ目）")
        #expect(
            try plan.text("categories/work-2.html")
                == "https://example.jp/a/b/categories/work-2.html 仕事（分野）（2ページ目）")
    }

    @Test func openGraphDescribesAPage() throws {
        let layout =
            "{{#open_graph}}{{type}}|{{title}}|{{description}}|{{url}}|{{locale}}|{{published_time}}|{{modified_time}}{{/open_graph}}"
        let plan = try site(layout).plan()
        #expect(
            try plan.text("cases/c001.html")
                == "article|題名|要約。|https://example.jp/a/b/cases/c001.html|ja_JP|2026-04-01|2026-06-01")
        #expect(
            try plan.text("index.html")
                == "website|小さな&lt;事例集&gt;|試しの事例集です。|https://example.jp/a/b/index.html|ja_JP||")
        for hidden in ["404.html", "old/c001.html", "cases/c002.html", "cases/c003.html"] {
            #expect(try plan.text(hidden) == "")
        }
    }

    @Test(arguments: [("en", ""), ("en-GB", "en_GB"), ("zh-Hant-TW", "zh_TW"), ("ja-JP", "ja_JP")])
    func theLocaleNeedsARegion(language: String, locale: String) throws {
        var site = site("{{#open_graph}}{{locale}}{{/open_graph}}")
        site.language = language
        #expect(try site.plan().text("index.html") == locale)
    }

    @Test func noMetadataWithoutABaseURL() throws {
        var site = site("{{canonical}}{{#open_graph}}x{{/open_graph}}{{{structured_data}}}{{site.base_url}}")
        site.baseURL = nil
        let plan = try site.plan()
        for path in plan.paths where path.hasSuffix(".html") { #expect(try plan.text(path) == "") }
    }

    @Test(arguments: [
        ("https://example.jp/", "/"), ("https://example.jp/a/b/", "/a/b/"), ("http://localhost:8080/x/", "/x/"), (nil, ""),
    ])
    func thePageForMissingAddressesWorksAtAnyDepth(baseURL: String?, root: String) throws {
        var site = site("{{root}}")
        site.baseURL = baseURL
        let plan = try site.plan()
        #expect(try plan.text("404.html") == root)
        #expect(try plan.text("cases/c001.html") == "../")
    }
}
