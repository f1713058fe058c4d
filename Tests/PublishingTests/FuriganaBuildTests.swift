import Basics
import Foundation
import Publishing
import Site
import Templates
import TestSupport
import Testing

/// The furigana edition of the collection in this repository.
@Suite("Furigana edition") struct FuriganaBuildTests {
    /// A copy of the collection with editions.
    private static func copy(editions: String? = "[epub, text, furigana]") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["content", "templates"] {
            try FileManager.default.copyItem(atPath: "\(Repository.root)/\(name)", toPath: "\(folder.path)/\(name)")
        }
        try setEditions(editions, in: folder)
        return folder
    }

    private static func setEditions(_ editions: String?, in folder: TemporaryFolder) throws {
        let settings = try folder.text(of: "content/casebook.yml").split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("editions:") }.joined(separator: "\n")
        try folder.write(settings + (editions.map { "\neditions: \($0)\n" } ?? ""), to: "content/casebook.yml")
    }

    private static func sources(_ folder: TemporaryFolder, continuing cache: BuildCache? = nil) throws -> SiteSources {
        let folders = try SourceFolders.list(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", baseURL: "https://example.org/k/", jobs: 2
        )
        return try SiteSources.load(folders, jobs: 2, continuing: cache?.reading(for: "\(folder.path)/site"))
    }

    private static func pages(_ plan: SitePlan) throws -> [String: String] {
        var pages: [String: String] = [:]
        for route in plan.routes {
            let page = try plan.render(route)
            guard page.path.hasSuffix(".html"), let bytes = page.body.rendered else { continue }
            pages[page.path] = String(decoding: bytes, as: UTF8.self)
        }
        return pages
    }

    private static func body(_ page: String) -> String {
        String(page[(page.firstRange(of: "<body")?.lowerBound ?? page.startIndex)...])
    }

    /// The text of a page, without readings.
    private static func text(_ page: String) -> String {
        body(page).replacing(/<(rt|rp|script)\b[\s\S]*?<\/(rt|rp|script)>/, with: "").replacing(/<[^>]*>/, with: "")
            .replacing("ふりがななし", with: "ふりがなあり")
    }

    @Test("every kanji of every page has a reading, and without readings the text is that of the plain page")
    func texts() throws {
        let sources = try Self.sources(try Self.copy())
        #expect(sources.diagnostics == [])
        let pages = try Self.pages(try #require(sources.plan()))
        let mirrored = pages.filter { $0.key.hasPrefix("furigana/") }
        #expect(mirrored.count == 110)
        for (path, page) in mirrored {
            let plain = try #require(pages[String(path.dropFirst("furigana/".count))])
            #expect(Self.text(page) == Self.text(plain), "\(path)")
            let rest = Self.body(page).replacing(/<(ruby|script|code)\b[\s\S]*?<\/(ruby|script|code)>/, with: "").replacing(
                /<[^>]*>/, with: "")
            #expect(rest.unicodeScalars.filter { $0.value.isKanji }.map { String($0) } == [], "\(path)")
            #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
            #expect(!page.contains("og:title") && !page.contains("ld+json") && !page.contains("rel=\"alternate\""), "\(path)")
            if path != "furigana/search.html" {
                let address = "https://example.org/k/\(path.dropFirst("furigana/".count))"
                #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(path)")
            }
            #expect(page.matches(of: /class="furigana-link/).count == 1, "\(path)")
        }
    }

    @Test("links stay in the edition where it has the page, and none is dead")
    func links() throws {
        let plan = try #require(try Self.sources(try Self.copy()).plan())
        let pages = try Self.pages(plan)
        let paths = Set(plan.routes.map { plan.permalink(of: $0).path })
        for (path, page) in pages where path.hasPrefix("furigana/") {
            let folder = URL(filePath: "/\(path)").deletingLastPathComponent()
            for match in page.matches(of: /(href|src|action)="([^"#?]+)[^"]*"/) where !match.2.contains(":") {
                let target = String(folder.appending(path: String(match.2)).standardized.path.dropFirst())
                #expect(paths.contains(target), "\(path): \(match.2)")
                // Of the pages that the edition has, only the one without readings is linked.
                if paths.contains("furigana/\(target)") {
                    #expect(target == path.dropFirst("furigana/".count), "\(path): \(match.2)")
                }
            }
        }
    }

    @Test("the other pages and files are the same without the edition, except for the link")
    func plainPages() throws {
        let with = try #require(try Self.sources(try Self.copy()).plan())
        let without = try #require(try Self.sources(try Self.copy(editions: "[epub, text]")).plan())
        #expect(without.routes.allSatisfy { !without.permalink(of: $0).path.hasPrefix("furigana") })
        // Two pages also offer the files with readings.
        for route in without.allRoutes() {
            let path = without.permalink(of: route).path
            if ["booklet.html", "editions.html"].contains(path) { continue }
            let other = try with.render(try #require(with.route(at: path))).body.rendered
            guard path.hasSuffix(".html") else {
                #expect(try without.render(route).body.rendered == other, "\(path)")
                continue
            }
            let text = String(decoding: try #require(other), as: UTF8.self)
                .replacing(/<nav class="furigana-link wrap".*<\/nav>\n/, with: "")
            #expect(try without.render(route).body.rendered == Array(text.utf8), "\(path)")
        }
        let added = Set(with.routes.map { with.permalink(of: $0).path })
            .subtracting(without.routes.map { without.permalink(of: $0).path })
        #expect(
            added.filter { !$0.hasPrefix("furigana/") }.allSatisfy { $0.hasPrefix("assets/furigana-") } && added.count == 114)
    }

    @Test("a build that renders only what changed gives the same site as a complete build")
    func incremental() throws {
        let folder = try Self.copy()
        let cache = BuildCache(folder: "\(folder.path)/cache")
        func build() throws -> BuildSummary? {
            try SiteBuild(try Self.sources(folder, continuing: cache), output: "\(folder.path)/site", jobs: 2, cache: cache)?
                .run()
        }
        func expectComplete(_ edit: String) throws {
            let clean = try TemporaryFolder()
            _ = try #require(SiteBuild(try Self.sources(folder), output: clean.path, jobs: 2)).run()
            let (found, expected) = (
                try TemporaryFolder.files(in: "\(folder.path)/site"), try TemporaryFolder.files(in: clean.path)
            )
            #expect(Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted() == [], "after \(edit)")
        }
        _ = try #require(try build())
        try expectComplete("nothing")
        let list = try folder.text(of: "content/readings.csv")
        let entry = try folder.text(of: "content/cases/c001.md")

        try folder.write(entry + "\n支援者の相談です。\n", to: "content/cases/c001.md")
        let changed = try #require(try build())
        #expect(changed.changed.contains("furigana/cases/c001.html") && !changed.changed.contains("furigana/cases/c009.html"))
        try expectComplete("a case")

        try folder.write(list.replacing("\n支援,しえん,", with: "\n支援,サポート,"), to: "content/readings.csv")
        let read = try #require(try build())
        #expect(read.changed.contains("furigana/cases/c001.html") && !read.changed.contains("cases/c001.html"))
        try expectComplete("a reading")

        // A word without a reading stops the build, and so does the loss of a row.
        try folder.write(entry + "\n鬱蒼とした森。\n", to: "content/cases/c001.md")
        #expect(try build() == nil)
        try folder.write(entry, to: "content/cases/c001.md")
        try folder.write(list.replacing("\n支援,しえん,", with: "\n支店,してん,"), to: "content/readings.csv")
        #expect(try build() == nil)

        try folder.write(list, to: "content/readings.csv")
        try Self.setEditions("[epub]", in: folder)
        _ = try #require(try build())
        try expectComplete("the setting")
        #expect(try TemporaryFolder.files(in: "\(folder.path)/site").keys.allSatisfy { !$0.hasPrefix("furigana/") })
    }

    @Test("the words of the interface have readings, whatever they are used for")
    func interface() throws {
        let strings = try TemplateFolder.load("\(Repository.root)/templates").compile(language: "ja").library.strings
        let finder = ReadingFinder(strings.readings)
        var group = ""
        var missing: [String] = []
        // Without the page to write on, which is not in the edition.
        for line in try String(contentsOfFile: "\(Repository.root)/templates/strings/ja.yml", encoding: .utf8).split(
            separator: "\n")
        {
            if !line.hasPrefix(" ") { group = String(line) }
            guard !line.hasPrefix("#"), group != "submit:" else { continue }
            let text = ReadableText("ア" + line.replacing(/\{[^}]*\}/, with: "3"))
            missing += finder.read(text).missing.map { "\(text.string($0)): \(line)" }
        }
        #expect(group != "" && !strings.readings.isEmpty)
        #expect(missing.sorted() == [])
    }
}
