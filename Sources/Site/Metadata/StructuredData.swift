import Basics
import CasebookModel
import Diagnostics
import HTML

/// Describes a page in the vocabulary of schema.org, as JSON-LD 1.1 in a `<script>` element.
///
/// It states what the page is and where its content comes from. It makes no claim about rank, rating or effect.
struct StructuredData: Sendable {
    let casebook: Casebook
    let baseURL: String
    private let listedCases: ListedCaseMembers
    /// The last members of every page: its language, and the site that it is part of.
    private var belonging: [UInt8] = []
    /// Members of every case: its publisher and its source.
    private var origin: [UInt8] = []
    /// For each taxonomy and term, its definition and its name.
    private var terms: [[(definition: [UInt8], name: [UInt8])]] = []

    /// Writes what many pages repeat, once.
    init(_ casebook: Casebook, caseLinks: [Permalink], baseURL: String) {
        self.casebook = casebook
        listedCases = ListedCaseMembers(casebook.cases, links: caseLinks, baseURL: baseURL)
        self.baseURL = baseURL
        belonging = Self.members { json in
            json.member("inLanguage", casebook.settings.language)
            json.key("isPartOf")
            json.object { json in
                json.member("@type", "WebSite")
                json.member("@id", id("website"))
                json.member("name", casebook.settings.title)
                json.member("url", Permalink.home.address(at: baseURL))
            }
        }
        origin = Self.members { json in
            member("publisher", publisher, into: &json)
            member("isBasedOn", source, into: &json)
        }
        terms = casebook.taxonomies.map { taxonomy in
            let set = Permalink.terms(folder: taxonomy.folder).address(at: baseURL)
            return taxonomy.terms.map { term in
                var definition = JSONWriter(.compact)
                definition.object { json in
                    json.member("@type", "DefinedTerm")
                    json.member("name", term.label)
                    json.member("url", Permalink.term(folder: taxonomy.folder, slug: term.slug).address(at: baseURL))
                    json.member("inDefinedTermSet", set)
                }
                var name = JSONWriter(.compact)
                name.string(term.label)
                return (definition.bytes, name.bytes)
            }
        }
    }

    private static func members(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(.compact)
        json.object(write)
        return Array(json.bytes.dropFirst().dropLast())
    }

    /// Returns the element of a page.
    ///
    /// - Parameters:
    ///   - subject: Anything but ``PageSubject/none``.
    ///   - link: The address of the page.
    ///   - name: A title that distinguishes the page from others.
    ///   - description: In one or two sentences.
    ///   - trail: The breadcrumbs, ending with the page itself; empty where it has none.
    func element(
        _ subject: PageSubject, at link: Permalink, name: String, description: String,
        trail: [(label: String, target: Permalink)]
    ) -> HTMLFragment {
        var json = JSONWriter(.compact, reservingCapacity: 4_096)
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

    /// Writes the members that every page has.
    private func common(
        _ type: String, at link: Permalink, name: String, description: String, into json: inout JSONWriter
    ) {
        let reference = link.reference
        json.member("@type", type)
        json.member("@id", baseURL, reference)
        json.member("url", baseURL, reference)
        json.member(type == "Article" ? "headline" : "name", name)
        json.member("description", description)
        json.append(written: belonging)
    }

    private func list(_ listed: ListedCases, into json: inout JSONWriter) {
        json.key("mainEntity")
        json.object { json in
            json.member("@type", "ItemList")
            json.member("numberOfItems", listed.total)
            json.key("itemListElement")
            json.array { json in listedCases.write(listed, into: &json) }
        }
    }

    private func article(_ entry: Case, into json: inout JSONWriter) {
        json.append(written: origin)
        json.key("about")
        json.array { json in
            for (taxonomy, numbers) in entry.terms.enumerated() {
                for number in numbers { json.append(written: terms[taxonomy][number].definition) }
            }
        }
        json.key("keywords")
        json.array { json in
            for (taxonomy, numbers) in entry.terms.enumerated() {
                for number in numbers { json.append(written: terms[taxonomy][number].name) }
            }
        }
        if let published = entry.published { json.member("datePublished", published.iso) }
        if let updated = entry.updated { json.member("dateModified", updated.iso) }
    }

    private func breadcrumbs(_ links: [(label: String, target: Permalink)], into json: inout JSONWriter) {
        json.object { json in
            json.member("@type", "BreadcrumbList")
            json.key("itemListElement")
            json.array { json in
                for (offset, link) in links.enumerated() {
                    json.beginObject()
                    json.append(written: "\"@type\":\"ListItem\"")
                    json.member("position", offset + 1)
                    json.member("name", link.label)
                    json.member("item", baseURL, link.target.reference)
                    json.endObject()
                }
            }
        }
    }
}
