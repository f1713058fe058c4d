import Casebook
import HTML
import Templates

extension SitePlan {
    /// How many related cases a case page names.
    private static let relatedCount = 5

    func caseFrame(_ index: Int) -> Frame {
        let entry = casebook.cases[index]
        let primary = casebook.settings.primary
        let crumbs = entry.terms[primary].first.map { crumb(of: TermID(taxonomy: primary, term: $0)) }
        return Frame(
            title: entry.title, documentTitle: entry.title, description: description(of: entry),
            breadcrumbs: [homeCrumb, LinkView(label: "事例一覧", link: .cases())] + (crumbs.map { [$0] } ?? []),
            subject: .caseFile(index))
    }

    /// Nothing of a withdrawn case's contents is told.
    func description(of entry: Case) -> String {
        entry.status == .withdrawn ? "この事例は取り下げられました。" : entry.summary ?? entry.excerpt(length: 120)
    }

    func caseView(_ index: Int) -> CaseView {
        let entry = casebook.cases[index]
        let primary = casebook.settings.primary
        let neighbours = relations.neighbours(of: index)
        let isWithdrawn = entry.status == .withdrawn
        return CaseView(
            id: entry.id, summary: isWithdrawn ? nil : entry.summary, status: entry.status, published: entry.published,
            updated: entry.updated, address: address(ofCase: index), facts: isWithdrawn ? [] : facts(of: entry),
            sections: isWithdrawn ? [] : sections(of: entry, at: permalink(ofCase: index), headingLevel: 3),
            primary: entry.terms[primary].first.map { shared.termObjects[primary][$0] } ?? shared.noTerm,
            position: neighbours?.position, positionTotal: neighbours?.total ?? 0,
            previous: neighbours?.previous.map(pageLink), next: neighbours?.next.map(pageLink),
            related: relatedViews(index))
    }

    /// The whole address where the site has a base URL, else the path.
    func address(ofCase index: Int) -> String {
        permalink(ofCase: index).address(at: baseURL ?? "")
    }

    /// What a case says about each taxonomy.
    func facts(of entry: Case) -> [FactView] {
        casebook.taxonomies.enumerated().map { index, taxonomy in
            FactView(
                label: taxonomy.label, link: .terms(folder: taxonomy.folder),
                terms: entry.terms[index].map { shared.termObjects[index][$0] })
        }
    }

    /// The sections of a case, their own headings starting at `headingLevel`.
    ///
    /// - Parameters:
    ///   - idPrefix: Put before every anchor, where several cases stand on one page.
    ///   - baseURL: Where they will be read away from that page: every address within the site starts there.
    func sections(
        of entry: Case, at link: Permalink, headingLevel: Int, idPrefix: String = "", baseURL: String? = nil
    ) -> [SectionView] {
        entry.sections.map { section in
            let definition = casebook.sections[section.definition]
            return SectionView(
                id: idPrefix + definition.id, heading: definition.heading,
                body: html(
                    of: entry.body, blocks: section.blocks, at: link, headingLevel: headingLevel, idPrefix: idPrefix,
                    baseURL: baseURL))
        }
    }

    private func pageLink(_ index: Int) -> PageLinkView {
        PageLinkView(title: casebook.cases[index].title, link: permalink(ofCase: index))
    }

    /// The cases that the editor named, then those that have most in common.
    private func relatedCases(of index: Int) -> [Relations.Related] {
        guard casebook.cases[index].status != .withdrawn else { return [] }
        let named = casebook.cases[index].related.compactMap { casebook.caseIndex(id: $0) }
            .filter { casebook.cases[$0].status != .withdrawn }
        let found = relations.related(to: index, limit: Self.relatedCount + named.count)
            .filter { !named.contains($0.index) }
        return Array((named.map { Relations.Related(index: $0, sharedTaxonomies: []) } + found).prefix(Self.relatedCount))
    }

    /// The cases whose titles a case's page shows.
    func linkedCases(of index: Int) -> [Int] {
        let neighbours = relations.neighbours(of: index)
        return [neighbours?.previous, neighbours?.next].compactMap(\.self) + relatedCases(of: index).map(\.index)
    }

    private func relatedViews(_ index: Int) -> [RelatedView] {
        let secondary = casebook.settings.secondary
        return relatedCases(of: index).map { related in
            let entry = casebook.cases[related.index]
            return RelatedView(
                title: entry.title, link: permalink(ofCase: related.index),
                reason: related.sharedTaxonomies.isEmpty ? "編集者が選んだ事例" : reason(related.sharedTaxonomies),
                secondary: entry.terms[secondary].first.map { casebook.taxonomies[secondary].terms[$0].label } ?? "")
        }
    }

    /// 「同じ分野、同じ関わる人・機関」.
    private func reason(_ taxonomies: [Int]) -> String {
        taxonomies.map { "同じ\(casebook.taxonomies[$0].label)" }.joined(separator: "、")
    }
}
