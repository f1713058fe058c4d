import Casebook
import HTML
import Templates

extension SitePlan {
    /// Renders a route. The same route of the same plan gives the same bytes, always.
    ///
    /// - Throws: Where partials call each other too deep, which ``check(_:assets:)`` tells before.
    public func render(_ route: Route) throws(RenderingError) -> Page {
        switch route {
        case .home: try html(route, .home, homeFrame, homeView.object)
        case .cases(let page): try html(route, .cases, casesFrame(page: page), caseListView(page: page).object)
        case .caseFile(let index): try html(route, .caseFile, caseFrame(index), caseView(index).object)
        case .terms(let taxonomy): try html(route, .terms, termIndexFrame(taxonomy), termIndexView(taxonomy).object)
        case .term(let id, let page): try html(route, .term, termFrame(id, page: page), termView(id, page: page).object)
        case .unstated(let taxonomy, let page):
            try html(route, .term, unstatedFrame(taxonomy, page: page), unstatedView(taxonomy, page: page).object)
        case .search: try html(route, .search, searchFrame, searchView.object)
        case .comparisonIndex: try html(route, .comparisonIndex, comparisonIndexFrame, comparisonIndexView.object)
        case .comparison(let term, let page):
            try html(route, .comparison, comparisonFrame(term, page: page), comparisonView(term, page: page).object)
        case .booklet: try html(route, .booklet, bookletFrame, bookletView.object)
        case .bookletVolume(let term, let part):
            try html(route, .booklet, volumeFrame(term, part: part), volumeView(term, part: part).object)
        case .infoPage(let index): try html(route, .infoPage, infoPageFrame(index), infoPageView(index).object)
        case .glossary: try html(route, .glossary, glossaryFrame, glossaryView.object)
        case .dataIndex: try html(route, .data, dataFrame, dataView.object)
        case .data(let data): Page(path: permalink(of: route).path, mediaType: data.mediaType, body: body(of: data))
        case .llms: file(route, MediaType.text, llmsText)
        case .llmsFull: Page(path: permalink(of: route).path, mediaType: MediaType.text, body: llmsFullText)
        case .notFound: try html(route, .notFound, notFoundFrame, NotFoundView().object)
        case .redirect(let index): try html(route, .redirect, redirectFrame(index), redirectView(index).object)
        case .atomFeed: file(route, MediaType.atom, atomFeed(feeds.atom, baseURL: baseURL ?? ""))
        case .jsonFeed: file(route, MediaType.jsonFeed, jsonFeed(feeds.json ?? [], baseURL: baseURL ?? ""))
        case .sitemap: file(route, MediaType.xml, sitemap.map { sitemapFile($0, baseURL: baseURL ?? "") } ?? [])
        case .sitemapPart(let part):
            file(route, MediaType.xml, sitemap.map { sitemapPart($0, part: part, baseURL: baseURL ?? "") } ?? [])
        case .robots: file(route, MediaType.text, robotsFile)
        case .searchRoot: file(route, MediaType.script, contents.searchFiles.root)
        case .searchFile(let index): file(route, MediaType.script, contents.searchFiles.files[index].bytes)
        case .noJekyll: file(route, MediaType.text, [])
        case .asset(let index):
            Page(
                path: permalink(of: route).path, mediaType: MediaType.of(path: assets[index].path),
                body: .bytes(assets[index].bytes))
        case .image(let index):
            Page(
                path: permalink(of: route).path, mediaType: MediaType.of(path: casebook.images[index].path),
                body: .contentFile(casebook.images[index].path))
        }
    }

    private func html(_ route: Route, _ layout: Layout, _ frame: Frame, _ view: Object) throws(RenderingError) -> Page {
        let link = permalink(of: route)
        let contexts = frameObjects(frame, of: route, at: link) + [view]
        return try contents.buffers.withBuffer { (buffer) throws(RenderingError) in
            try templates.render(layout: layout.rawValue, contexts: contexts, into: &buffer)
            return Page(path: link.path, mediaType: MediaType.html, body: .bytes(buffer.bytes))
        }
    }

    private func file(_ route: Route, _ mediaType: String, _ bytes: [UInt8]) -> Page {
        Page(path: permalink(of: route).path, mediaType: mediaType, body: .bytes(bytes))
    }
}
