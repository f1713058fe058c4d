import Casebook
import HTML
import Markdown

extension SitePlan {
    /// Renders a Markdown body, or some of its blocks, for the page at `link`.
    func html(
        of body: Body, blocks: Range<Int>? = nil, at link: Permalink, headingLevel: Int = 2, idPrefix: String = ""
    ) -> HTMLFragment {
        guard body.document.blockCount > 0 else { return .empty }
        let root = link.root
        let options = RenderOptions(headingLevel: headingLevel, idPrefix: idPrefix, address: { destination in
            body.targets[destination].map { root + permalink(of: $0, from: link).reference }
        })
        var buffer = HTMLBuffer(reservingCapacity: 2_048)
        body.document.render(into: &buffer, blocks: blocks, options: options)
        return buffer.finish()
    }

    /// The address of what a link in the content leads to.
    private func permalink(of target: LinkTarget, from page: Permalink) -> Permalink {
        switch target {
        case .caseFile(let index, let fragment): permalink(ofCase: index).at(fragment)
        case .term(let id, let fragment): casebook.permalink(of: id).at(fragment)
        case .page(let index, let fragment): Permalink.infoPage(casebook.pages[index].slug).at(fragment)
        case .taxonomy(let index): .terms(folder: casebook.taxonomies[index].folder)
        case .cases: .cases()
        case .home: .home
        case .image(let path): .image(path)
        case .fragment(let fragment): page.at(fragment)
        }
    }
}
