import Site
import Testing

@Suite struct SitemapTests {
    private func addresses(_ xml: String) -> [String] {
        xml.split(separator: "\n").filter { $0.hasPrefix("<loc>") }.map { String($0.dropFirst(5).dropLast(6)) }
    }

    @Test func onlyPagesForSearchEnginesAreListed() throws {
        var site = MiniSite()
        site.includesDrafts = true
        site.add("c001", keys: "published: 2026-04-01\nupdated: 2026-05-02\naliases: [old/c001.html]")
        site.add("c002", keys: "published: 2026-04-03")
        site.add("c003")
        site.add("c004", keys: "status: draft")
        site.add("c005", keys: "status: withdrawn\nupdated: 2026-05-05")
        let xml = try #require(try site.plan().text("sitemap.xml"))
        #expect(
            addresses(xml)
                == [
                    "about.html", "booklet.html", "cases/c001.html", "cases/c002.html", "cases/c003.html", "cases/index.html",
                    "categories/index.html", "categories/life.html", "categories/work.html", "compare/index.html",
                    "compare/work.html", "data/index.html", "editions.html", "index.html", "news.html",
                    "organizations/index.html", "organizations/office.html",
                ].map { "https://example.jp/a/b/" + $0 })
        #expect(xml.contains("c001.html</loc>\n<lastmod>2026-05-02</lastmod>"))
        #expect(xml.contains("c002.html</loc>\n<lastmod>2026-04-03</lastmod>"))
        #expect(xml.contains("about.html</loc>\n<lastmod>2026-02-03</lastmod>"))
        #expect(xml.split(separator: "<lastmod>").count == 4)
        #expect(!xml.contains("changefreq") && !xml.contains("priority"))
    }

    @Test(arguments: [SitemapLimits(addresses: 4), SitemapLimits(bytes: 800)])
    func aLargeSitemapIsDividedIntoParts(limits: SitemapLimits) throws {
        var site = MiniSite()
        for number in 1...6 { site.add("c00\(number)", title: "題名\(number)") }
        let whole = addresses(try #require(try site.plan().text("sitemap.xml")))
        site.sitemapLimits = limits
        let plan = try site.plan()
        let index = try #require(try plan.text("sitemap.xml"))
        let parts = plan.paths.filter { $0.hasPrefix("sitemap-") }
        #expect(parts.count > 2)
        #expect(index.contains("<sitemapindex "))
        #expect(addresses(index) == (1...parts.count).map { "https://example.jp/a/b/sitemap-\($0).xml" })
        var named: [String] = []
        for part in 1...parts.count {
            let xml = try #require(try plan.text("sitemap-\(part).xml"))
            #expect(addresses(xml).count <= limits.addresses && xml.utf8.count <= limits.bytes)
            named += addresses(xml)
        }
        #expect(named == whole)
    }

    @Test func noSitemapWithoutABaseURL() throws {
        var site = MiniSite()
        site.baseURL = nil
        site.add("c001")
        let plan = try site.plan()
        #expect(!plan.paths.contains { $0.hasPrefix("sitemap") || $0.hasPrefix("feed") })
        #expect(try plan.text("robots.txt") == "User-agent: *\nAllow: /\n")
        #expect(try plan.text(".nojekyll") == "")
    }

    @Test func robotsFileNamesTheSitemap() throws {
        var site = MiniSite()
        site.add("c001")
        let robots = try site.plan().text("robots.txt")
        #expect(robots == "User-agent: *\nAllow: /\n\nSitemap: https://example.jp/a/b/sitemap.xml\n")
    }

    @Test func addressesAreEscaped() throws {
        var site = MiniSite()
        site.baseURL = "https://example.jp/a&b/"
        site.add("c001")
        #expect(try site.plan().text("sitemap.xml")?.contains("<loc>https://example.jp/a&amp;b/about.html</loc>") == true)
    }
}
