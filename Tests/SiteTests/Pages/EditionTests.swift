import CasebookModel
import Site
import Testing

@Suite("Editions")
struct EditionTests {
    private static let layout = """
        {{#cover}}表紙 {{title}} {{volume_label}}{{/cover}}{{#nav}}<nav>{{#entries}}{{#cases}}<a href="{{path}}">{{number}} {{title}}</a>{{/cases}}\
        {{/entries}}</nav>{{/nav}}{{#case}}<h1>{{number}} {{title}}</h1>{{#sections}}{{{body}}}{{/sections}}\
        {{#facts}}{{#terms}}<a href="{{path}}">{{label}}</a>{{/terms}}{{/facts}}{{/case}}{{#index}}{{#terms}}<p id="{{id}}">{{label}}</p>{{/terms}}{{/index}}
        """

    private func site(_ editions: String? = "[epub, text]") -> MiniSite {
        var site = MiniSite()
        site.editions = editions
        site.layouts = [.book: Self.layout]
        return site
    }

    private func bytes(_ plan: SitePlan, _ path: String) throws -> [UInt8] {
        let route = try #require(plan.route(at: path))
        return try #require(try plan.render(route).body.rendered)
    }

    @Test("there are files only of the editions that the casebook names")
    func named() throws {
        for (editions, expected) in [
            (nil, []), ("[epub]", ["booklet.epub"]), ("[text]", ["booklet.txt"]),
            ("[text, epub]", ["booklet.epub", "booklet.txt"]),
        ] as [(String?, [String])] {
            var site = site(editions)
            site.add("c001")
            #expect(try site.plan().paths.filter { $0.hasSuffix(".epub") || $0 == "booklet.txt" } == expected)
        }
    }

    @Test("without a published case there is no file")
    func empty() throws {
        var site = site()
        site.includesDrafts = true
        site.add("c001", keys: "status: draft")
        #expect(try !site.plan().paths.contains("booklet.txt"))
    }

    @Test("drafts, withdrawn cases and private values are in no edition")
    func published() throws {
        var site = site()
        site.includesDrafts = true
        site.add("c001", title: "公開した題名", keys: "private:\n  author: 秘密の名前")
        site.add("c002", title: "下書きの題名", keys: "status: draft")
        site.add("c003", title: "取り下げた題名", keys: "status: withdrawn", body: "[前の](c002.md)")
        let plan = try site.plan()
        let text = try #require(try plan.text("booklet.txt"))
        #expect(text.contains("公開した題名"))
        for word in ["下書きの題名", "取り下げた題名", "秘密"] { #expect(!text.contains(word)) }
        let names = String(decoding: try bytes(plan, "booklet.epub"), as: UTF8.self)
        #expect(names.contains("book/case-c001.xhtml"))
        #expect(!names.contains("c002") && !names.contains("c003"))
    }

    @Test("above 200 cases there is a volume for each 200 of a primary term")
    func volumes() throws {
        var site = site()
        site.layouts[.editions] =
            "{{#forms}}{{label}}{{#actions}}!{{/actions}} {{/forms}}{{#volumes}}|{{volume_label}} {{count}}{{#links}} {{path}}{{/links}}{{/volumes}}"
        for number in 1...201 { site.add("c\(number)", category: "仕事") }
        site.add("c900", title: "最後", category: "暮らし", body: "[他の巻](c1.md)と[同じ巻](c901.md)。")
        site.add("c901", category: "暮らし")
        for baseURL in ["https://example.jp/", nil] {
            site.baseURL = baseURL
            let plan = try site.plan()
            #expect(
                plan.paths.filter { $0.hasSuffix(".epub") }
                    == ["booklet/life.epub", "booklet/work-2.epub", "booklet/work.epub"])
            let text = try #require(try plan.text("booklet/life.txt"))
            #expect(text.contains(baseURL.map { "他の巻（\($0)cases/c1.html）と同じ巻。" } ?? "他の巻と同じ巻。"))
            #expect(try plan.text("booklet/work-2.txt")?.contains("表紙 小さな<事例集> 仕事（2）") == true)
            // The page of all forms lists the volumes.
            let list = try #require(try plan.text("editions.html"))
            #expect(list.hasPrefix("冊子 電子書籍（EPUB） テキスト |"))
            #expect(list.contains("|仕事（2） 1 booklet/work-2.html booklet/work-2.epub booklet/work-2.txt"))
        }
    }

    @Test("an e-book starts with its media type, and two builds give the same bytes")
    func bytes() throws {
        var site = site()
        site.add("c001", keys: "published: 2026-03-01", body: "本文。")
        let first = try bytes(site.plan(), "booklet.epub")
        #expect(first == (try bytes(site.plan(), "booklet.epub")))
        #expect(first[30..<38].elementsEqual("mimetype".utf8))
        #expect(first[38..<58].elementsEqual("application/epub+zip".utf8))
        // Neither an extra field nor compression.
        #expect(first[8..<10].elementsEqual([0, 0]) && first[28..<30].elementsEqual([0, 0]))
    }

    @Test("a text has a byte order mark and the line ends of Windows")
    func text() throws {
        var site = site()
        site.add("c001", title: "題", body: "一つ目。\n\n- 項目")
        let text = try #require(try site.plan().text("booklet.txt"))
        #expect(text.hasPrefix("\u{FEFF}表紙 小さな<事例集>"))
        #expect(text.contains("1 題\r\n\r\n一つ目。\r\n\r\n・項目\r\n"))
    }

    @Test("the same file is given before and after a page shows its size")
    func sizes() throws {
        var site = site()
        site.layouts[.booklet] = "{{#editions}}{{label}} {{path}}\n{{/editions}}"
        site.add("c001")
        let plan = try site.plan()
        let before = try bytes(plan, "booklet.txt")
        let page = try #require(try plan.text("booklet.html"))
        #expect(page.contains("電子書籍（EPUB、") && page.contains(" booklet.epub\n") && page.contains(" booklet.txt\n"))
        #expect(before == (try bytes(plan, "booklet.txt")))
        #expect(before == (try bytes(plan, "booklet.txt")))
        #expect(page.contains("テキスト（\((before.count + 500) / 1_000)kB）") || before.count < 500)
    }

    @Test("neither sitemaps nor feeds nor data name the editions")
    func unlisted() throws {
        var site = site()
        site.add("c001", keys: "published: 2026-03-01")
        let plan = try site.plan()
        for path in ["sitemap.xml", "feed.xml", "feed.json", "llms.txt", "data/cases.json"] {
            let text = try #require(try plan.text(path))
            #expect(!text.contains("booklet.epub") && !text.contains("booklet.txt"), "\(path)")
        }
    }
}
