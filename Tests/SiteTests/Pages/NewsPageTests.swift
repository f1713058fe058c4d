import Site
import Testing

@Suite struct NewsPageTests {
    private func site() -> MiniSite {
        var site = MiniSite()
        site.layout = "{{#footer}}{{path}};{{/footer}}"
        site.layouts[.news] =
            "{{#months}}[{{id}} {{label}} {{count}}{{#continued}}+{{/continued}}{{#items}} {{event}}:{{#date}}{{iso}}{{/date}}:{{path}}:{{title}}:{{secondary}}{{/items}}]{{/months}}{{#pagination}}{{current}}/{{total}}{{/pagination}}"
        return site
    }

    @Test func theLatestComeFirstByMonth() throws {
        var site = site()
        site.add("c001", title: "一<つ>目", keys: "published: 2026-04-01\nupdated: 2026-05-02")
        site.add("c002", title: "二つ目", keys: "published: 2026-05-02")
        site.add("c003", title: "三つ目", keys: "updated: 2025-12-31")
        site.add("c004", title: "四つ目", keys: "published: 2026-01-01\nupdated: 2026-04-30\nstatus: withdrawn")
        let plan = try site.plan()
        #expect(
            try plan.text("news.html")
                == "[month-2026-5 2026年5月 2 公開:2026-05-02:cases/c002.html:二つ目:窓口 更新:2026-05-02:cases/c001.html:一&lt;つ&gt;目:窓口]"
                + "[month-2026-4 2026年4月 2 取り下げ:2026-04-30:cases/c004.html:四つ目:窓口 公開:2026-04-01:cases/c001.html:一&lt;つ&gt;目:窓口]"
                + "[month-2025-12 2025年12月 1 更新:2025-12-31:cases/c003.html:三つ目:窓口]")
        #expect(try plan.text("index.html")?.contains("news.html;") == true)
    }

    /// A day of change that is not after the publication says nothing new, and drafts are nobody's business.
    @Test func whatIsNoNews() throws {
        var site = site()
        site.includesDrafts = true
        site.add("c001", keys: "published: 2026-04-01\nupdated: 2026-04-01")
        site.add("c002", keys: "published: 2026-04-02\nupdated: 2026-03-01")
        site.add("c003", keys: "published: 2026-04-03\nstatus: draft")
        site.add("c004", keys: "published: 2026-04-04\nstatus: withdrawn")
        site.add("c005")
        let text = try #require(try site.plan().text("news.html"))
        #expect(text.split(separator: ":cases/").count == 3 && !text.contains("更新"))
        #expect(!["c003", "c004", "c005"].contains { text.contains($0) })
    }

    @Test func thereIsNoneWithoutDates() throws {
        var site = site()
        site.add("c001")
        let plan = try site.plan()
        #expect(!plan.paths.contains { $0.hasPrefix("news") })
        #expect(try plan.text("index.html")?.contains("news") == false)
    }

    @Test func itIsDividedIntoPages() throws {
        var site = site()
        for number in 100..<220 { site.add("c\(number)", keys: "published: 2026-\(number < 160 ? "03" : "04")-01") }
        let plan = try site.plan()
        #expect(plan.paths.filter { $0.hasPrefix("news") } == ["news-2.html", "news-3.html", "news.html"])
        let pages = try ["news.html", "news-2.html", "news-3.html"].map { try #require(try plan.text($0)) }
        #expect(pages.map { $0.split(separator: ":cases/").count - 1 } == [50, 50, 20])
        #expect(pages[0].hasPrefix("[month-2026-4 2026年4月 60 公開") && pages[0].hasSuffix("]1/3"))
        #expect(pages[1].hasPrefix("[month-2026-4 2026年4月 60+ 公開") && pages[1].contains("[month-2026-3 2026年3月 60 公開"))
        #expect(pages[2].hasPrefix("[month-2026-3 2026年3月 60+ 公開"))
    }
}
