import CasebookModel
import Foundation
import Site
import Testing

@Suite struct FeedTests {
    private func ids(_ feed: String) -> [String] {
        feed.split(separator: "\n").filter { $0.hasPrefix("<id>") || $0.contains("\"id\": ") }
            .compactMap { $0.firstMatch(of: /cases\/(.*)\.html/).map { String($0.1) } }
    }

    private func site() -> MiniSite {
        var site = MiniSite()
        site.includesDrafts = true
        site.add("c001", title: "最初の<事例>", keys: "published: 2026-04-01\nupdated: 2026-06-01\nsummary: 要約 & 話")
        site.add("c002", keys: "published: 2026-05-01")
        site.add("c003", keys: "published: 2026-05-01")
        site.add("c004")
        site.add("c005")
        site.add("c006", keys: "published: 2026-07-01\nstatus: draft", body: "下書きの中身。")
        site.add("c007", keys: "published: 2026-07-01\nstatus: withdrawn", body: "取り下げた中身。")
        return site
    }

    @Test func onlyPublishedCasesTheLatestFirst() throws {
        let plan = try site().plan()
        let atom = try #require(try plan.text("feed.xml"))
        let json = try #require(try plan.text("feed.json"))
        #expect(ids(atom) == ["c001", "c003", "c002"])
        #expect(ids(json) == ["c001", "c003", "c002", "c005", "c004"])
        for hidden in ["下書きの中身", "取り下げた中身"] { #expect(!atom.contains(hidden) && !json.contains(hidden)) }
    }

    @Test func aFeedHoldsAtMostFiftyCases() throws {
        var site = MiniSite()
        for number in 100..<160 {
            site.add("c\(number)", title: "題名\(number)", keys: number < 155 ? "published: 2026-01-01" : "")
        }
        let plan = try site.plan()
        #expect(ids(try #require(try plan.text("feed.xml"))) == (105..<155).reversed().map { "c\($0)" })
        #expect(ids(try #require(try plan.text("feed.json"))) == (105..<155).reversed().map { "c\($0)" })
    }

    @Test func datesComeOnlyFromFrontMatter() throws {
        let plan = try site().plan()
        let atom = try #require(try plan.text("feed.xml"))
        #expect(atom.contains("</subtitle>\n<updated>2026-06-01T00:00:00+09:00</updated>"))
        #expect(
            atom.contains(
                "<published>2026-04-01T00:00:00+09:00</published>\n<updated>2026-06-01T00:00:00+09:00</updated>"))
        #expect(
            atom.contains(
                "<published>2026-05-01T00:00:00+09:00</published>\n<updated>2026-05-01T00:00:00+09:00</updated>"))
        let json = try #require(try plan.text("feed.json"))
        #expect(json.split(separator: "date_published").count == 4)
        #expect(json.split(separator: "date_modified").count == 2)
    }

    @Test func theTimeZoneOfADayDependsOnTheLanguage() throws {
        let date = try #require(CalendarDate(iso: "2026-04-01"))
        #expect(date.timestamp(language: "ja") == "2026-04-01T00:00:00+09:00")
        #expect(date.timestamp(language: "ja-JP") == "2026-04-01T00:00:00+09:00")
        #expect(date.timestamp(language: "en") == "2026-04-01T00:00:00Z")
        #expect(date.timestamp(language: "jam") == "2026-04-01T00:00:00Z")
    }

    @Test func contentHasAbsoluteAddressesAndTheNotice() throws {
        var site = MiniSite()
        site.add(
            "c001", keys: "published: 2026-04-01",
            body: "[次](c002.md#outline)と[ここ](#part)と![図](../images/a.png)\n\n### 部分 {#part}\n\n本文。")
        site.add("c002")
        let plan = try site.plan()
        let feed = try #require(try plan.text("feed.json"))
        let items = try #require(try JSONSerialization.jsonObject(with: Data(feed.utf8)) as? [String: Any])["items"]
        let content = try #require((items as? [[String: Any]])?.first?["content_html"] as? String)
        #expect(content.hasPrefix("<h2>概要</h2>\n<p>"))
        #expect(content.contains("href=\"https://example.jp/a/b/cases/c002.html#outline\""))
        #expect(content.contains("href=\"https://example.jp/a/b/cases/c001.html#part\""))
        #expect(content.contains("src=\"https://example.jp/a/b/images/a.png\""))
        #expect(
            content.hasSuffix(
                "<hr>\n<p>参考の&lt;ために&gt;示します。</p>\n"
                    + "<p>出典：<a href=\"https://example.org/s?a=1&amp;b=2\">資料</a></p>\n"))
        #expect(try plan.text("feed.xml")?.contains("&lt;h2&gt;概要&lt;/h2&gt;") == true)
    }

    @Test func theAtomFeedNeedsADate() throws {
        var site = MiniSite()
        site.layout = "{{#feeds}}{{type}} {{title}} {{path}};{{/feeds}}"
        site.add("c001")
        let undated = try site.plan()
        #expect(undated.paths.filter { $0.hasPrefix("feed") } == ["feed.json"])
        #expect(try undated.text("index.html") == "application/feed+json 小さな&lt;事例集&gt;：新しい事例（JSON Feed） feed.json;")
        #expect(undated.omissions == [.atomFeed, .contact])
        #expect(undated.omissions.first?.message.ja.contains("feed.xml") == true)
        site.add("c002", keys: "updated: 2026-01-01")
        let dated = try site.plan()
        #expect(dated.paths.filter { $0.hasPrefix("feed") } == ["feed.json", "feed.xml"])
        #expect(try dated.text("index.html")?.hasPrefix("application/atom+xml 小さな&lt;事例集&gt;：新しい事例（Atom） feed.xml;") == true)
        #expect(dated.omissions == [.contact])
        site.baseURL = nil
        let local = try site.plan()
        #expect(local.omissions == [.addresses, .contact])
        #expect(local.omissions.first?.message.ja.contains("--base-url") == true)
        #expect(local.omissions.first?.message.en.contains("--base-url") == true)
        #expect(try local.text("index.html") == "")
    }

    @Test func everyTermWithDatedCasesHasAFeed() throws {
        var site = site()
        site.layouts[.term] = "{{#feed}}{{type}} {{title}} {{path}}{{/feed}}"
        site.add("c010", keys: "updated: 2026-06-02", category: "暮らし")
        site.addCategory("empty", number: 3)
        let plan = try site.plan()
        #expect(
            plan.paths.filter { $0.hasSuffix(".xml") && $0.contains("/") }
                == ["categories/life.xml", "categories/work.xml", "organizations/office.xml"])
        #expect(ids(try #require(try plan.text("categories/work.xml"))) == ["c001", "c003", "c002"])
        #expect(ids(try #require(try plan.text("organizations/office.xml"))) == ["c010", "c001", "c003", "c002"])
        let feed = try #require(try plan.text("categories/life.xml"))
        #expect(feed.contains("<id>https://example.jp/a/b/categories/life.xml</id>\n<title>小さな&lt;事例集&gt;：「暮らし」の新しい事例</title>"))
        #expect(
            feed.contains(#"<link rel="self" type="application/atom+xml" href="https://example.jp/a/b/categories/life.xml"/>"#))
        #expect(feed.contains(#"<link rel="alternate" type="text/html" href="https://example.jp/a/b/categories/life.html"/>"#))
        #expect(feed.contains("<updated>2026-06-02T00:00:00+09:00</updated>"))
        #expect(
            try plan.text("categories/life.html") == "application/atom+xml 小さな&lt;事例集&gt;：「暮らし」の新しい事例（Atom） categories/life.xml"
        )
        #expect(try plan.text("categories/empty.html") == "")
        site.baseURL = nil
        #expect(!(try site.plan()).paths.contains { $0.hasSuffix(".xml") })
    }

    /// An edit of the text of a case concerns the feeds that hold the case, and the news only where dates or titles change.
    @Test func anEditConcernsTheFeedsOfItsTerms() throws {
        var site = MiniSite()
        site.add("c001", keys: "published: 2026-04-01")
        site.add("c002", keys: "published: 2026-04-01", category: "暮らし")
        site.add("c003")
        let plan = try site.plan()
        let concerned = { (changed: [Bool]) in
            plan.routes.filter { plan.shows(changed, on: $0) }.map { plan.permalink(of: $0).path }
                .filter { $0.hasSuffix(".xml") && $0.contains("/") || $0.hasPrefix("news") }
        }
        #expect(concerned([true, false, false]) == ["categories/work.xml", "organizations/office.xml"])
        #expect(concerned([false, true, false]) == ["categories/life.xml", "organizations/office.xml"])
        #expect(concerned([false, false, true]) == [])
    }
}
