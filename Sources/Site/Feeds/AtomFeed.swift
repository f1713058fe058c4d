import Basics
import CasebookModel
import HTML

/// A feed of the newest cases that have a date, of the site or of a term (RFC 4287). An entry's id is its address, which never
/// changes.
struct AtomFeed {
    let site: RenderContext
    let baseURL: String
    /// The address of the feed, which is also its id.
    let link: Permalink
    let title: String
    /// The page with the same cases.
    let page: Permalink
    let cases: [Int]

    /// The feed of the site.
    init(site: RenderContext, baseURL: String) {
        self.site = site
        self.baseURL = baseURL
        (link, page) = (.atomFeed, .home)
        title = site.words[.feedsSite, site.casebook.settings.title]
        cases = site.structure.feeds.atom
    }

    /// The feed of a term.
    init(site: RenderContext, baseURL: String, term id: TermID) {
        self.site = site
        self.baseURL = baseURL
        (link, page) = (site.casebook.feedLink(of: id), site.casebook.permalink(of: id))
        title = site.words[.feedsTerm, site.casebook.settings.title, site.casebook[id].label]
        cases = site.structure.feeds.terms[id.taxonomy][id.term]
    }

    private var casebook: Casebook { site.casebook }

    var bytes: [UInt8] {
        let settings = casebook.settings
        var xml = XMLWriter()
        xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", settings.language)]) { xml in
            xml.element("id", text: link.address(at: baseURL))
            xml.element("title", text: title)
            xml.element("subtitle", text: settings.description)
            if let latest = cases.compactMap({ casebook.cases[$0].latestDate }).max() {
                xml.element("updated", text: latest.timestamp(language: settings.language))
            }
            xml.element("author") { xml in
                xml.element("name", text: settings.publisher.name)
                if let url = settings.publisher.url { xml.element("uri", text: url) }
            }
            xml.element("link", [("rel", "self"), ("type", MediaType.atom), ("href", link.address(at: baseURL))])
            xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", page.address(at: baseURL))])
            for index in cases { writeEntry(index, into: &xml) }
        }
        return xml.bytes
    }

    private func writeEntry(_ index: Int, into xml: inout XMLWriter) {
        let entry = casebook.cases[index]
        let language = casebook.settings.language
        let address = site.permalink(ofCase: index).address(at: baseURL)
        xml.element("entry") { xml in
            xml.element("id", text: address)
            xml.element("title", text: entry.title)
            xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
            if let published = entry.published {
                xml.element("published", text: published.timestamp(language: language))
            }
            if let updated = entry.latestDate { xml.element("updated", text: updated.timestamp(language: language)) }
            for id in entry.termIDs {
                let scheme = Permalink.terms(folder: casebook.taxonomies[id.taxonomy].folder).address(at: baseURL)
                xml.element("category", [("term", casebook[id].slug), ("scheme", scheme), ("label", casebook[id].label)])
            }
            xml.element("summary", text: CaseContent(site: site, index: index).description)
            xml.element("content", [("type", "html")], escaping: FeedContent(site: site, index: index, baseURL: baseURL).html)
        }
    }
}
