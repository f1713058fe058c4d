import CasebookModel
import HTML
import Templates

/// A page of a term: its description and its cases.
struct TermPage: HTMLPage {
    /// The fewest cases of which the page says what often comes with them.
    private static let relatedMinimum = 5

    let site: RenderContext
    let id: TermID
    /// Counted from 1.
    let page: Int

    private var taxonomy: Taxonomy { site.casebook.taxonomies[id.taxonomy] }
    private var term: Term { site.casebook[id] }
    private var listing: CaseListing { site.listings.terms[id.taxonomy][id.term] }

    var frame: PageFrame {
        let count = site.relations.cases(of: id).count
        return PageFrame(
            title: term.label,
            documentTitle: site.words[.termDocumentTitle, term.label, taxonomy.label] + site.suffix(ofPage: page),
            description: site.words[.termDescription, taxonomy.label, term.label, count.grouped],
            breadcrumbs: [site.links.home, site.taxonomyLinks[id.taxonomy]], menu: .taxonomy(id.taxonomy),
            subject: .collection(ListedCases(listing, page: page)))
    }

    var view: TermView {
        get throws(RenderingError) {
            let (casebook, id) = (site.casebook, id)
            let body = page == 1 ? site.html(of: term.body, at: casebook.permalink(of: id)) : .empty
            let groups = CaseGroups(site: site, listing, page: page)
            return TermView(
                term: TermDetailView(
                    link: site.termLink(id), taxonomyLink: site.taxonomyLinks[id.taxonomy],
                    group: taxonomy.groups.first { $0.terms.contains(id.term) }?.label, aliases: term.aliases,
                    body: body.isEmpty ? nil : body),
                groups: try groups.views(), contents: groups.contents, laterGroups: groups.laterCount,
                pagination: PaginationView(listing, page: page) { casebook.permalink(of: id, page: $0) },
                relatedTerms: page == 1 && listing.count >= Self.relatedMinimum ? RelatedTerms(site: site, id: id).views : [],
                unstated: UnstatedView(taxonomy: id.taxonomy, in: site),
                comparison: id.taxonomy == site.primary && listing.count > 1
                    ? LinkView(label: site.words[.termCompare, taxonomy.label], target: .comparison(slug: term.slug)) : nil,
                feed: FeedView(id, in: site))
        }
    }
}

/// A page of the cases that state no term of a taxonomy: like a term's page, but without a description and related terms.
struct UnstatedPage: HTMLPage {
    let site: RenderContext
    /// The index of the taxonomy.
    let index: Int
    /// Counted from 1.
    let page: Int

    private var taxonomy: Taxonomy { site.casebook.taxonomies[index] }

    var frame: PageFrame {
        let title = site.words[.unstatedTitle, taxonomy.unstated ?? ""]
        let listing = site.listings.unstated[index]
        return PageFrame(
            title: title, documentTitle: site.words[.termDocumentTitle, title, taxonomy.label] + site.suffix(ofPage: page),
            description: site.words[.unstatedDescription, title, (listing?.count ?? 0).grouped],
            breadcrumbs: [site.links.home, site.taxonomyLinks[index]], menu: .taxonomy(index),
            subject: .collection(listing.map { ListedCases($0, page: page) }))
    }

    var view: TermView {
        get throws(RenderingError) {
            let folder = taxonomy.folder
            let listing =
                site.listings.unstated[index] ?? CaseListing([], by: CaseGrouping(site.casebook, by: site.primary))
            let link = TermLinkView(
                label: taxonomy.unstated ?? "", target: .unstated(folder: folder), count: listing.count, number: nil,
                numberLabel: nil)
            let groups = CaseGroups(site: site, listing, page: page)
            return TermView(
                term: TermDetailView(
                    link: link, taxonomyLink: site.taxonomyLinks[index], group: nil, aliases: [], body: nil),
                groups: try groups.views(), contents: groups.contents, laterGroups: groups.laterCount,
                pagination: PaginationView(listing, page: page) { .unstated(folder: folder, page: $0) }, relatedTerms: [],
                unstated: nil, comparison: nil, feed: nil)
        }
    }
}
