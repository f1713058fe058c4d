import Casebook
import Templates

extension SitePlan {
    private var primaryTaxonomy: Taxonomy { casebook.taxonomies[casebook.settings.primary] }
    private var comparisonCrumb: LinkView { LinkView(label: "比べて読む", link: .comparisonIndex) }

    var comparisonIndexFrame: Frame {
        Frame(
            title: "比べて読む", documentTitle: "比べて読む",
            description: "\(primaryTaxonomy.label)ごとに、事例の内容を項目別に並べて読めます。", breadcrumbs: [homeCrumb],
            menu: .comparison, subject: .collection(nil))
    }

    var comparisonIndexView: ComparisonIndexView {
        ComparisonIndexView(terms: comparedTerms.map { comparisonLink($0).object }, caseCount: relations.listed.count)
    }

    func comparisonFrame(_ term: Int, page: Int) -> Frame {
        let label = primaryTaxonomy.terms[term].label
        let cases = listings.comparisons[term][page - 1]
        return Frame(
            title: "「\(label)」の事例を比べて読む", documentTitle: "「\(label)」の事例を比べて読む\(pageSuffix(page))",
            description: "\(primaryTaxonomy.label)「\(label)」の事例を、項目別に並べて読めます。",
            breadcrumbs: [homeCrumb, comparisonCrumb], menu: .comparison,
            subject: .collection(
                ListedCases(
                    cases: Array(cases), first: cases.startIndex + 1, total: listings.comparisons[term].last?.endIndex ?? 0)))
    }

    func comparisonView(_ term: Int, page: Int) -> ComparisonView {
        let primary = casebook.settings.primary
        let slug = primaryTaxonomy.terms[term].slug
        let pages = listings.comparisons[term]
        let link = Permalink.comparison(slug: slug)
        return ComparisonView(
            term: shared.termObjects[primary][term],
            headings: casebook.sections.enumerated().map { SectionHeadingView(heading: $1.heading, position: $0) },
            cases: pages[page - 1].map { comparedCase(casebook.cases[$0], $0, at: link) },
            siblings: comparedTerms.map { comparisonLink($0, isCurrent: $0 == term) },
            pagination: pagination(
                itemCount: relations.cases(of: TermID(taxonomy: primary, term: term)).count, pageCount: pages.count,
                page: page
            ) { .comparison(slug: slug, page: $0) })
    }

    private func comparedCase(_ entry: Case, _ index: Int, at link: Permalink) -> Object {
        let written = sections(of: entry, at: link, headingLevel: 3, idPrefix: "\(entry.id)-")
        let cells = casebook.sections.indices.map { number in
            let place = entry.sections.firstIndex { $0.definition == number }
            return place.map { written[$0] }
                ?? SectionView(
                    id: "\(entry.id)-\(casebook.sections[number].id)", heading: casebook.sections[number].heading,
                    position: number, body: .empty)
        }
        return ComparedCaseView(
            id: entry.id, title: entry.title, link: permalink(ofCase: index),
            secondary: secondaryObject(ofCase: index), cells: cells
        ).object
    }

    private var comparedTerms: [Int] { listings.comparisons.indices.filter { !listings.comparisons[$0].isEmpty } }

    private func comparisonLink(_ term: Int, isCurrent: Bool = false) -> TermLinkView {
        let link = shared.termLinks[casebook.settings.primary][term]
        return TermLinkView(
            label: link.label, link: .comparison(slug: primaryTaxonomy.terms[term].slug), count: link.count,
            number: link.number, taxonomyLabel: link.taxonomyLabel, isCurrent: isCurrent)
    }
}
