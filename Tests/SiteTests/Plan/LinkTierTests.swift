import Site
import Testing

@Suite struct LinkTierTests {
    private func plan() throws -> SitePlan {
        var site = MiniSite()
        site.sitemapLimits = SitemapLimits(addresses: 4)
        site.add("c001", keys: "published: 2026-04-01\naliases: [old/c001.html]")
        site.addWord("visit", "見学", yomi: "けんがく")
        return try site.plan()
    }

    /// A file that is no longer part of the site is removed in the tier in which it was written.
    @Test func aFormerFileHasTheTierOfItsRoute() throws {
        let plan = try plan()
        for route in plan.allRoutes() {
            let path = plan.permalink(of: route).path
            #expect(LinkTier(formerPath: path) == route.linkTier, "\(path)")
        }
    }

    @Test func listsAreWrittenAfterWhatTheyList() throws {
        let plan = try plan()
        let tier = { (path: String) in try #require(plan.route(at: path)).linkTier }
        #expect(try tier("data/cases.csv") < tier("data/cases.json"))
        #expect(try tier("data/cases.json") < tier("llms.txt"))
        #expect(try tier("sitemap-1.xml") < tier("sitemap.xml"))
        #expect(try tier("sitemap.xml") < tier("robots.txt"))
        #expect(try tier("robots.txt") < tier("cases/c001.html"))
        #expect(try tier("cases/c001.html") < tier("index.html"))
    }
}
