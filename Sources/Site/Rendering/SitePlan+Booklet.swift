import Casebook
import Templates

extension SitePlan {
    private var primaryTaxonomy: Taxonomy { casebook.taxonomies[casebook.settings.primary] }

    var bookletFrame: Frame {
        let cases = hasVolumes ? [] : primaryTaxonomy.terms.indices.flatMap(cases(ofPrimary:))
        return Frame(
            title: casebook.settings.title, documentTitle: "冊子",
            description: "すべての事例を一つの文書にまとめた、印刷に向くページです。", breadcrumbs: [homeCrumb], menu: .booklet,
            subject: .collection(ListedCases(cases: cases, first: 1, total: cases.count)))
    }

    /// The whole collection, or the list of its volumes.
    var bookletView: BookletView {
        let terms = primaryTaxonomy.terms.indices.filter { !cases(ofPrimary: $0).isEmpty }
        guard !hasVolumes else {
            return BookletView(volumes: terms.flatMap(volumeLinks).map(\.object), volumeLabel: nil, parts: [], indexes: [])
        }
        return BookletView(
            volumes: [], volumeLabel: nil,
            parts: terms.map { part($0, cases: cases(ofPrimary: $0)[...], at: .booklet) },
            indexes: indexes(of: terms.flatMap(cases(ofPrimary:))))
    }

    func volumeFrame(_ term: Int, part: Int) -> Frame {
        let label = volumeLabel(term, part: part)
        let cases = listings.volumes[term][part - 1]
        return Frame(
            title: casebook.settings.title, documentTitle: "冊子：\(label)",
            description: "\(primaryTaxonomy.label)「\(primaryTaxonomy.terms[term].label)」の事例をまとめた、印刷に向くページです。",
            breadcrumbs: [homeCrumb, LinkView(label: "冊子", link: .booklet)], menu: .booklet,
            subject: .collection(
                ListedCases(
                    cases: Array(cases), first: cases.startIndex + 1, total: listings.volumes[term].last?.endIndex ?? 0)))
    }

    func volumeView(_ term: Int, part number: Int) -> BookletView {
        let link = Permalink.bookletVolume(slug: primaryTaxonomy.terms[term].slug, part: number)
        return BookletView(
            volumes: [], volumeLabel: volumeLabel(term, part: number),
            parts: [part(term, cases: listings.volumes[term][number - 1], at: link)],
            indexes: indexes(of: Array(listings.volumes[term][number - 1])))
    }

    private var hasVolumes: Bool { relations.listed.count > Listings.bookletSize }

    private func cases(ofPrimary term: Int) -> [Int] {
        relations.cases(of: TermID(taxonomy: casebook.settings.primary, term: term))
    }

    private func volumeLabel(_ term: Int, part: Int) -> String {
        let label = primaryTaxonomy.terms[term].label
        return listings.volumes[term].count > 1 ? "\(label)（\(part)）" : label
    }

    private func volumeLinks(_ term: Int) -> [TermLinkView] {
        listings.volumes[term].enumerated().map { index, cases in
            TermLinkView(
                label: volumeLabel(term, part: index + 1),
                link: .bookletVolume(slug: primaryTaxonomy.terms[term].slug, part: index + 1), count: cases.count,
                number: primaryTaxonomy.terms[term].number, taxonomyLabel: primaryTaxonomy.label)
        }
    }

    private func part(_ term: Int, cases: ArraySlice<Int>, at link: Permalink) -> Object {
        BookletPartView(
            id: "part-\(primaryTaxonomy.terms[term].slug)", term: shared.termLinks[casebook.settings.primary][term],
            cases: cases.map { bookletCase(casebook.cases[$0], $0, at: link) }
        ).object
    }

    /// The cases by the terms of each taxonomy that every case states, but for the one by which the booklet is ordered.
    private func indexes(of cases: [Int]) -> [BookletIndexView] {
        casebook.taxonomies.enumerated().compactMap { index, taxonomy in
            guard index != casebook.settings.primary, taxonomy.isRequired else { return nil }
            var found = [[BookletIndexCaseView]](repeating: [], count: taxonomy.terms.count)
            for entry in cases.map({ casebook.cases[$0] }) {
                for term in entry.terms[index] { found[term].append(BookletIndexCaseView(id: entry.id, title: entry.title)) }
            }
            let terms = zip(taxonomy.terms, found).compactMap { term, cases in
                cases.isEmpty ? nil : BookletIndexTermView(label: term.label, cases: cases)
            }
            return BookletIndexView(id: "index-\(taxonomy.folder)", label: taxonomy.label, terms: terms)
        }
    }

    private func bookletCase(_ entry: Case, _ index: Int, at link: Permalink) -> Object {
        BookletCaseView(
            id: entry.id, title: entry.title, secondary: secondaryLabel(ofCase: index),
            isDraft: entry.status == .draft, address: address(ofCase: index), facts: facts(of: entry),
            sections: sections(of: entry, at: link, headingLevel: 5, idPrefix: "\(entry.id)-")
        ).object
    }
}
