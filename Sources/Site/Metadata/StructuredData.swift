import Casebook
import Diagnostics
import HTML

/// Writes what a page is in the terms of schema.org, as JSON-LD 1.1 in a `<script>` element.
///
/// It says what is where and what it was taken from. It claims no rank, rating or effect.
struct StructuredData {
    let casebook: Casebook
    let baseURL: String

    /// A page's element.
    ///
    /// - Parameters:
    ///   - subject: Anything but ``PageSubject/none``.
    ///   - name: What the page is called apart from others.
    ///   - description: In one or two sentences.
    ///   - trail: The breadcrumbs, the page itself the last; empty where it has none.
    func element(
        _ subject: PageSubject, at link: Permalink, name: String, description: String, trail: [LinkView]
    ) -> HTMLFragment {
        var json = JSONWriter(.compact)
        json.object { json in
            json.member("@context", "https://schema.org")
            json.key("@graph")
            json.array { json in
                page(subject, at: link, name: name, description: description, into: &json)
                if !trail.isEmpty { breadcrumbs(trail, into: &json) }
            }
        }
        // The writer escapes what could end the element.
        var buffer = HTMLBuffer(reservingCapacity: json.bytes.count + 64)
        buffer.append(markup: "<script type=\"application/ld+json\">")
        buffer.append(trustedBytes: json.bytes)
        buffer.append(markup: "</script>")
        return buffer.finish()
    }

    private func page(
        _ subject: PageSubject, at link: Permalink, name: String, description: String, into json: inout JSONWriter
    ) {
        switch subject {
        case .none: break
        case .home:
            webSite(into: &json)
            dataset(into: &json)
        case .collection(let cases):
            json.object { json in
                common("CollectionPage", at: link, name: name, description: description, into: &json)
                if let cases, !cases.cases.isEmpty { list(cases, into: &json) }
            }
        case .information(let updated):
            json.object { json in
                common("WebPage", at: link, name: name, description: description, into: &json)
                if let updated { json.member("dateModified", updated.iso) }
            }
        case .caseFile(let index):
            json.object { json in
                common("Article", at: link, name: name, description: description, into: &json)
                article(casebook.cases[index], into: &json)
            }
        }
    }

    /// What every page says.
    private func common(
        _ type: String, at link: Permalink, name: String, description: String, into json: inout JSONWriter
    ) {
        json.member("@type", type)
        json.member("@id", link.address(at: baseURL))
        json.member("url", link.address(at: baseURL))
        json.member(type == "Article" ? "headline" : "name", name)
        json.member("description", description)
        json.member("inLanguage", casebook.settings.language)
        json.key("isPartOf")
        json.object { json in
            json.member("@type", "WebSite")
            json.member("@id", id("website"))
            json.member("name", casebook.settings.title)
            json.member("url", Permalink.home.address(at: baseURL))
        }
    }

    private func list(_ listed: ListedCases, into json: inout JSONWriter) {
        json.key("mainEntity")
        json.object { json in
            json.member("@type", "ItemList")
            json.member("numberOfItems", listed.total)
            json.key("itemListElement")
            json.array { json in
                for (offset, index) in listed.cases.enumerated() {
                    let entry = casebook.cases[index]
                    json.object { json in
                        json.member("@type", "ListItem")
                        json.member("position", listed.first + offset)
                        json.member("name", entry.title)
                        json.member("url", Permalink.caseFile(entry.id).address(at: baseURL))
                    }
                }
            }
        }
    }

    private func article(_ entry: Case, into json: inout JSONWriter) {
        member("publisher", publisher, into: &json)
        member("isBasedOn", source, into: &json)
        json.key("about")
        json.array { json in
            for id in entry.termIDs {
                json.object { json in
                    json.member("@type", "DefinedTerm")
                    json.member("name", casebook[id].label)
                    json.member("url", casebook.permalink(of: id).address(at: baseURL))
                    json.member(
                        "inDefinedTermSet",
                        Permalink.terms(folder: casebook.taxonomies[id.taxonomy].folder).address(at: baseURL))
                }
            }
        }
        json.member("keywords", entry.termIDs.map { casebook[$0].label })
        if let published = entry.published { json.member("datePublished", published.iso) }
        if let updated = entry.updated { json.member("dateModified", updated.iso) }
    }

    private func breadcrumbs(_ links: [LinkView], into json: inout JSONWriter) {
        json.object { json in
            json.member("@type", "BreadcrumbList")
            json.key("itemListElement")
            json.array { json in
                for (offset, link) in links.enumerated() {
                    json.object { json in
                        json.member("@type", "ListItem")
                        json.member("position", offset + 1)
                        json.member("name", link.label)
                        json.member("item", link.link.address(at: baseURL))
                    }
                }
            }
        }
    }
}
