import CasebookModel
import HTML
import Markdown

/// The words in rendered Markdown, looked up once because many sections need them.
struct MarkdownWords: Sendable {
    let external: String
    let table: String
    let comma: String

    init(_ words: SiteWords) {
        (external, table, comma) = (words[.commonExternal], words[.commonTable], words[.commonComma])
    }
}

extension RenderContext {
    /// Renders a Markdown body for the page at `link`.
    func html(of body: Body, at link: Permalink) -> HTMLFragment {
        guard body.document.blockCount > 0 else { return .empty }
        var buffer = HTMLBuffer(reservingCapacity: 2_048)
        body.document.render(into: &buffer, options: renderOptions(targets: body.targets, at: link))
        return buffer.finish()
    }

    /// Returns the options to render Markdown for the page at `link`.
    ///
    /// - Parameters:
    ///   - targets: What the links in the Markdown lead to.
    ///   - link: The address of the page that shows the text.
    ///   - headingLevel: The level of the highest heading.
    ///   - idPrefix: What each id in the text starts with.
    ///   - baseURL: Given for a text that is read outside the page: every address within the site starts with it.
    ///   - words: Links the words of the glossary; nil for no links.
    func renderOptions(
        targets: [String: LinkTarget], at link: Permalink, headingLevel: Int = 2, idPrefix: String = "",
        baseURL: String? = nil, words: WordLinks? = nil
    ) -> RenderOptions {
        let root = baseURL ?? link.root
        let page = baseURL.map { link.address(at: $0) } ?? ""
        return RenderOptions(
            headingLevel: headingLevel, idPrefix: idPrefix, externalMark: markdownWords.external,
            tableLabel: markdownWords.table, comma: markdownWords.comma, words: words,
            address: { destination in targets[destination].map { self.address(of: $0, root: root, page: page) } },
            imageSize: { destination in
                guard case .image(let index) = targets[destination] else { return nil }
                return self.casebook.images[index].size.map { ($0.width, $0.height) }
            })
    }

    /// Returns the links to words of the glossary from the page at `link`; nil without a glossary.
    func wordLinks(at link: Permalink) -> WordLinks? {
        wordFinder.map { WordLinks($0, address: "\(link.root)\(Permalink.glossary.path)#") }
    }

    /// Returns the address of a link's target; an anchor on the same page follows `page`.
    private func address(of target: LinkTarget, root: String, page: String) -> String {
        let link: Permalink
        switch target {
        case .fragment(let fragment): return "\(page)#\(fragment)"
        case .caseFile(let index, let fragment): link = permalink(ofCase: index).at(fragment)
        case .easyText(let index, let fragment):
            link = .easyText(casebook.cases[casebook.easyTexts[index].caseIndex].id).at(fragment)
        case .easyTexts: link = .easyTexts()
        case .term(let id, let fragment): link = casebook.permalink(of: id).at(fragment)
        case .page(let index, let fragment): link = .infoPage(casebook.pages[index].slug).at(fragment)
        case .glossary(let index): link = index.map { .glossaryTerm(casebook.glossary[$0].slug) } ?? .glossary
        case .taxonomy(let index): link = .terms(folder: casebook.taxonomies[index].folder)
        case .cases: link = .cases()
        case .home: link = .home
        case .image(let index): link = .image(casebook.images[index].path)
        }
        return root + link.reference
    }
}
