import Casebook
import HTML
import Markdown

extension SitePlan {
    /// Renders a Markdown body, or some of its blocks, for the page at `link`.
    ///
    /// - Parameter baseURL: Where it will be read away from that page: every address within the site starts there.
    func html(
        of body: Body, blocks: Range<Int>? = nil, at link: Permalink, headingLevel: Int = 2, idPrefix: String = "",
        baseURL: String? = nil
    ) -> HTMLFragment {
        guard body.document.blockCount > 0 else { return .empty }
        let root = baseURL ?? link.root
        let page = baseURL.map { link.address(at: $0) } ?? ""
        let options = RenderOptions(
            headingLevel: headingLevel, idPrefix: idPrefix,
            address: { destination in
                body.targets[destination].map { address(of: $0, root: root, page: page) }
            })
        var buffer = HTMLBuffer(reservingCapacity: 2_048)
        body.document.render(into: &buffer, blocks: blocks, options: options)
        return buffer.finish()
    }

    /// The address of what a link in the content leads to; an anchor on the same page follows `page`.
    private func address(of target: LinkTarget, root: String, page: String) -> String {
        let link: Permalink
        switch target {
        case .fragment(let fragment): return "\(page)#\(fragment)"
        case .caseFile(let index, let fragment): link = permalink(ofCase: index).at(fragment)
        case .term(let id, let fragment): link = casebook.permalink(of: id).at(fragment)
        case .page(let index, let fragment): link = .infoPage(casebook.pages[index].slug).at(fragment)
        case .taxonomy(let index): link = .terms(folder: casebook.taxonomies[index].folder)
        case .cases: link = .cases()
        case .home: link = .home
        case .image(let path): link = .image(path)
        }
        return root + link.reference
    }
}
