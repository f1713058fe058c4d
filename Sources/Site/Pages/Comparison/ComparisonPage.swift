import CasebookModel
import Templates

/// The index page of the comparisons: the primary terms with several cases, each with its first cases, then those with one.
struct ComparisonIndexPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.links.comparisonIndex.label, documentTitle: site.links.comparisonIndex.label,
            description: site.words[.compareDescription, site.primaryTaxonomy.label],
            breadcrumbs: [site.links.home],
            menu: .comparison, subject: .collection(nil))
    }

    /// How many cases of a term are named.
    private static let namedCases = 3

    var view: ComparisonIndexView {
        let terms = ComparedTerms(site: site).links()
        return ComparisonIndexView(
            terms: terms.map(\.link),
            compared: terms.filter { $0.link.count > 1 }.map { term, link in
                let cases = site.relations.cases(of: TermID(taxonomy: site.primary, term: term))
                return ComparedTermView(
                    link: link, cases: cases.prefix(Self.namedCases).map(site.pageLink(toCase:)),
                    otherCases: cases.count - min(cases.count, Self.namedCases))
            },
            caseCount: site.caseCount)
    }
}

/// A page that shows the cases of a primary term side by side.
struct ComparisonPage: HTMLPage {
    let site: RenderContext
    /// A primary term.
    let term: Int
    /// Counted from 1.
    let page: Int

    private var pages: [ArraySlice<Int>] { site.listings.comparisons[term] }

    var frame: PageFrame {
        let taxonomy = site.primaryTaxonomy
        let label = taxonomy.terms[term].label
        let cases = pages[page - 1]
        let title = site.words[.compareTitle, label]
        return PageFrame(
            title: title, documentTitle: title + site.suffix(ofPage: page),
            description: site.words[.compareTermDescription, taxonomy.label, label],
            breadcrumbs: [site.links.home, site.links.comparisonIndex], menu: .comparison,
            subject: .collection(
                ListedCases(cases: Array(cases), first: cases.startIndex + 1, total: pages.last?.endIndex ?? 0)))
    }

    var view: ComparisonView {
        let (primary, slug) = (site.primary, site.primaryTaxonomy.terms[term].slug)
        let link = Permalink.comparison(slug: slug)
        return ComparisonView(
            term: site.termObjects[primary][term],
            headings: site.casebook.sections.enumerated().map { SectionHeadingView(heading: $1.heading, position: $0) },
            cases: pages[page - 1].map { comparedCase($0, at: link) },
            siblings: ComparedTerms(site: site).links(current: term).map(\.link),
            pagination: PaginationView(
                itemCount: site.relations.cases(of: TermID(taxonomy: primary, term: term)).count, pageCount: pages.count,
                page: page
            ) { .comparison(slug: slug, page: $0) })
    }

    private func comparedCase(_ index: Int, at link: Permalink) -> Object {
        let (entry, content) = (site.casebook.cases[index], CaseContent(site: site, index: index))
        let written = content.sections(at: link, headingLevel: 3, idPrefix: "\(entry.id)-")
        let cells = site.casebook.sections.enumerated().map { number, definition in
            entry.sections.firstIndex { $0.definition == number }.map { written[$0] }
                ?? SectionView(
                    id: "\(entry.id)-\(definition.id)", heading: definition.heading, position: number, body: .empty)
        }
        return ComparedCaseView(
            id: entry.id, title: entry.title, link: site.permalink(ofCase: index), secondary: content.secondaryTerm,
            values: content.valuesOnCards, cells: cells
        ).object
    }
}

/// The primary terms whose cases can be compared: those that have cases.
private struct ComparedTerms {
    let site: RenderContext

    /// Returns links to their comparisons, each with its term.
    func links(current: Int? = nil) -> [(term: Int, link: TermLinkView)] {
        site.listings.comparisons.indices.filter { !site.listings.comparisons[$0].isEmpty }.map { term in
            let link = site.termLinks[site.primary][term]
            return (
                term,
                TermLinkView(
                    label: link.label, target: .comparison(slug: site.primaryTaxonomy.terms[term].slug), count: link.count,
                    number: link.number, numberLabel: link.numberLabel, isCurrent: term == current)
            )
        }
    }
}
