import Casebook
import HTML

extension SitePlan {
    /// `feed.xml`: the newest cases that have a date (RFC 4287). An entry's id is its address, which never changes.
    func atomFeed(_ cases: [Int], baseURL: String) -> [UInt8] {
        let settings = casebook.settings
        var xml = XMLWriter()
        xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", settings.language)]) { xml in
            xml.element("id", text: Permalink.atomFeed.address(at: baseURL))
            xml.element("title", text: Feeds.title(settings.title))
            xml.element("subtitle", text: settings.description)
            if let latest = cases.compactMap({ casebook.cases[$0].latestDate }).max() {
                xml.element("updated", text: latest.timestamp(language: settings.language))
            }
            xml.element("author") { xml in
                xml.element("name", text: settings.publisher.name)
                if let url = settings.publisher.url { xml.element("uri", text: url) }
            }
            xml.element(
                "link", [("rel", "self"), ("type", MediaType.atom), ("href", Permalink.atomFeed.address(at: baseURL))])
            xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", Permalink.home.address(at: baseURL))])
            for index in cases { atomEntry(casebook.cases[index], baseURL: baseURL, into: &xml) }
        }
        return xml.bytes
    }

    private func atomEntry(_ entry: Case, baseURL: String, into xml: inout XMLWriter) {
        let language = casebook.settings.language
        let address = Permalink.caseFile(entry.id).address(at: baseURL)
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
            xml.element("summary", text: description(of: entry))
            xml.element("content", [("type", "html")], escaping: feedContent(entry, baseURL: baseURL))
        }
    }
}
