import CasebookModel
import HTML
import Templates

/// Renders the file of any route. This is the only place that knows all kinds of pages.
final class PageRenderer: Sendable {
    let site: RenderContext
    let search: LazySearchFiles
    private let buffers = BufferPool()

    init(_ site: RenderContext, search: LazySearchFiles) {
        self.site = site
        self.search = search
    }

    /// Renders a route. The same route of the same site always gives the same bytes.
    func render(_ route: Route) throws(RenderingError) -> Page {
        let structure = site.structure
        // What shows readings is the same page, on which they are added at the end.
        return switch route.withoutFurigana {
        case .home: try html(route, .home, HomePage(site: site))
        case .cases(let page): try html(route, .cases, CaseListPage(site: site, page: page))
        case .caseFile(let index): try html(route, .caseFile, CasePage(site: site, index: index))
        case .easyText(let index): try html(route, .easyText, EasyTextPage(site: site, index: index))
        case .easyTexts(let page): try html(route, .easyTexts, EasyTextListPage(site: site, page: page))
        case .terms(let taxonomy): try html(route, .terms, TermIndexPage(site: site, index: taxonomy))
        case .term(let id, let page): try html(route, .term, TermPage(site: site, id: id, page: page))
        case .unstated(let taxonomy, let page): try html(route, .term, UnstatedPage(site: site, index: taxonomy, page: page))
        case .search: try html(route, .search, SearchPage(site: site))
        case .list: try html(route, .list, ListPage(site: site))
        case .submission: try html(route, .submission, SubmissionPage(site: site))
        case .comparisonIndex: try html(route, .comparisonIndex, ComparisonIndexPage(site: site))
        case .comparison(let term, let page): try html(route, .comparison, ComparisonPage(site: site, term: term, page: page))
        case .editions: try html(route, .editions, EditionListPage(site: site))
        case .booklet: try html(route, .booklet, BookletPage(site: site))
        case .bookletVolume(let term, let part):
            try html(route, .booklet, BookletVolumePage(site: site, term: term, part: part))
        case .edition(let edition, _, _):
            file(
                route, edition == .epub ? MediaType.epub : MediaType.text, try site.editionFiles.body(of: route, in: site))
        case .infoPage(let index): try html(route, .infoPage, InformationPage(site: site, index: index))
        case .glossary: try html(route, .glossary, GlossaryPage(site: site))
        case .news(let page): try html(route, .news, NewsPage(site: site, page: page))
        case .dataIndex: try html(route, .data, DataIndexPage(site: site))
        case .notFound: try html(route, .notFound, NotFoundPage(site: site))
        case .redirect(let index): try html(route, .redirect, RedirectPage(site: site, alias: structure.aliases[index]))
        case .data(let data): file(route, data.mediaType, body(of: data))
        case .llms: file(route, MediaType.text, LLMTexts(site: site).overview)
        case .llmsFull: file(route, MediaType.text, LLMTexts(site: site).full)
        case .atomFeed: file(route, MediaType.atom, AtomFeed(site: site, baseURL: site.baseURL ?? "").bytes)
        case .termFeed(let id): file(route, MediaType.atom, AtomFeed(site: site, baseURL: site.baseURL ?? "", term: id).bytes)
        case .jsonFeed: file(route, MediaType.jsonFeed, JSONFeed(site: site, baseURL: site.baseURL ?? "").bytes)
        case .sitemap: file(route, MediaType.xml, sitemap?.bytes ?? [])
        case .sitemapPart(let part): file(route, MediaType.xml, sitemap?.bytes(ofPart: part) ?? [])
        case .robots: file(route, MediaType.text, RobotsFile.bytes(baseURL: site.baseURL))
        case .searchRoot: file(route, MediaType.script, search.value.files.root)
        case .searchFile(let index, _): file(route, MediaType.script, search.value.files.files[index].bytes)
        case .noJekyll: file(route, MediaType.text, [])
        case .asset(let index):
            file(route, MediaType.of(path: structure.assets[index].path), structure.assets[index].bytes)
        case .image(let index):
            file(
                route, MediaType.of(path: site.casebook.images[index].path), .contentFile(site.casebook.images[index].path))
        // Nothing is in the edition twice.
        case .furigana: file(route, MediaType.html, [])
        }
    }

    private func html(_ route: Route, _ layout: Layout, _ page: some HTMLPage) throws(RenderingError) -> Page {
        let link = site.structure.permalink(of: route.withoutFurigana)
        let contexts = page.frame.objects(of: route, at: link, in: site) + [try page.view.object]
        return try buffers.withBuffer { (buffer) throws(RenderingError) in
            try site.templates.render(layout: layout.rawValue, contexts: contexts, into: &buffer)
            guard case .furigana = route, let furigana = site.furigana else {
                return Page(path: link.path, mediaType: MediaType.html, body: .bytes(buffer.bytes))
            }
            let bytes = buffer.withBytes { furigana.page(of: $0, at: link) }
            return Page(path: Permalink.furigana(link).path, mediaType: MediaType.html, body: .bytes(bytes))
        }
    }

    private func file(_ route: Route, _ mediaType: String, _ body: Page.Body) -> Page {
        Page(path: site.structure.permalink(of: route).path, mediaType: mediaType, body: body)
    }

    private func file(_ route: Route, _ mediaType: String, _ bytes: [UInt8]) -> Page {
        file(route, mediaType, .bytes(bytes))
    }

    private func body(of file: DataFile) -> Page.Body {
        switch file {
        case .cases: CaseTable(site: site).body
        case .caseTags: CaseTagTable(site: site).body
        case .codes: .bytes(CodeTable(site: site).bytes)
        case .collection: CollectionJSON(site: site).body
        case .schema: .bytes(CollectionSchema(casebook: site.casebook, words: site.words).bytes)
        }
    }

    private var sitemap: Sitemap? {
        guard let parts = site.structure.sitemap, let baseURL = site.baseURL else { return nil }
        return Sitemap(structure: site.structure, parts: parts, baseURL: baseURL)
    }
}
