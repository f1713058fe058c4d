import Casebook
import HTML
import Templates

extension SitePlan {
    /// How many related cases a case page names.
    private static let relatedCount = 5

    func caseFrame(_ index: Int) -> Frame {
        let entry = casebook.cases[index]
        let primary = casebook.settings.primary
        let crumb = entry.terms[primary].first.map { self.crumb(of: TermID(taxonomy: primary, term: $0)) }
        return Frame(
            title: entry.title, documentTitle: entry.title, description: description(of: entry),
            breadcrumbs: [homeCrumb, LinkView(label: "事例一覧", link: .cases())] + (crumb.map { [$0] } ?? []),
            subject: .caseFile(index))
    }

    /// Nothing of a withdrawn case's contents is told.
    func description(of entry: Case) -> String {
        entry.status == .withdrawn ? "この事例は取り下げられました。" : entry.summary ?? entry.excerpt(length: 120)
    }

    func caseView(_ index: Int) -> CaseView {
        let entry = casebook.cases[index]
        let primary = casebook.settings.primary
        let neighbours = contents.relations.neighbours(of: index)
        let isWithdrawn = entry.status == .withdrawn
        return CaseView(
            id: entry.id, summary: isWithdrawn ? nil : entry.summary, status: entry.status, published: entry.published,
            updated: entry.updated, address: address(ofCase: index), facts: isWithdrawn ? [] : facts(of: entry),
            sections: isWithdrawn ? [] : sections(of: entry, at: permalink(ofCase: index), headingLevel: 3, linksWords: true),
            contents: isWithdrawn ? [] : contents(of: entry),
            primary: entry.terms[primary].first.map { shared.termObjects[primary][$0] } ?? shared.noTerm,
            position: neighbours?.position, positionTotal: neighbours?.total ?? 0,
            previous: neighbours?.previous.map(pageLink), next: neighbours?.next.map(pageLink),
            related: relatedObjects(index))
    }

    /// The whole address where the site has a base URL, else the path.
    func address(ofCase index: Int) -> String {
        let link = permalink(ofCase: index)
        return baseURL.map { link.address(at: $0) } ?? link.reference
    }

    /// What a case says about each taxonomy.
    func facts(of entry: Case) -> [Object] {
        entry.terms.indices.map { index in
            let terms = entry.terms[index]
            if terms.count == 1 { return shared.facts[index][terms[0]] }
            return FactView(link: shared.taxonomyLinks[index], terms: terms.map { shared.termObjects[index][$0] }).object
        }
    }

    /// The sections of a case, their own headings starting at `headingLevel`.
    ///
    /// - Parameters:
    ///   - linksWords: Whether words of the glossary are linked where they are first used.
    ///   - idPrefix: Put before every anchor, where several cases stand on one page.
    ///   - baseURL: Where they will be read away from that page: every address within the site starts there.
    func sections(
        of entry: Case, at link: Permalink, headingLevel: Int, idPrefix: String = "", baseURL: String? = nil,
        linksWords: Bool = false
    ) -> [SectionView] {
        let options = renderOptions(
            targets: entry.body.targets, at: link, headingLevel: headingLevel, idPrefix: idPrefix, baseURL: baseURL,
            words: linksWords ? wordLinks(at: link) : nil)
        var buffer = HTMLBuffer(reservingCapacity: 4_096)
        var views: [SectionView] = []
        views.reserveCapacity(entry.sections.count)
        for section in entry.sections {
            let definition = casebook.sections[section.definition]
            buffer.truncate(to: 0)
            entry.body.document.render(into: &buffer, blocks: section.blocks, options: options)
            views.append(
                SectionView(
                    id: idPrefix + definition.id, heading: definition.heading, position: section.definition,
                    body: buffer.finish()))
        }
        return views
    }

    /// How much text, in bytes, a case without headings of its own must have before it gets a list of contents.
    private static let contentsMinimum = 4_500

    /// The sections of a long case and the headings in them; none of a short one, which is seen at a glance.
    private func contents(of entry: Case) -> [ContentsEntryView] {
        let headings = entry.body.document.headings.filter { $0.level == 3 && $0.block != nil }
        guard !headings.isEmpty || entry.body.document.textLength >= Self.contentsMinimum else { return [] }
        return entry.sections.flatMap { section in
            let definition = casebook.sections[section.definition]
            let inner = headings.filter { $0.block.map(section.blocks.contains) ?? false }
            return [ContentsEntryView(id: definition.id, text: definition.heading, level: 2)]
                + inner.map { ContentsEntryView(id: $0.id, text: $0.text, level: 3) }
        }
    }

    /// The label of a case's secondary term; empty where it has none.
    func secondaryLabel(ofCase index: Int) -> String {
        shared.secondaryTerms[index].map { shared.termLinks[casebook.settings.secondary][$0].label } ?? ""
    }

    /// A case's secondary term.
    func secondaryObject(ofCase index: Int) -> Object {
        shared.secondaryTerms[index].map { shared.termObjects[casebook.settings.secondary][$0] } ?? shared.noTerm
    }

    private func pageLink(_ index: Int) -> PageLinkView {
        PageLinkView(title: casebook.cases[index].title, link: permalink(ofCase: index))
    }

    /// The cases that the editor named, then those that have most in common.
    private func relatedCases(of index: Int) -> [Relations.Related] {
        guard casebook.cases[index].status != .withdrawn else { return [] }
        let named = casebook.cases[index].related.compactMap { casebook.caseIndex(id: $0) }
            .filter { casebook.cases[$0].status != .withdrawn }
        let found = contents.relations.related(to: index, limit: Self.relatedCount + named.count)
            .filter { !named.contains($0.index) }
        return Array((named.map { Relations.Related(index: $0, sharedTaxonomies: []) } + found).prefix(Self.relatedCount))
    }

    /// The cases whose titles a case's page shows.
    func linkedCases(of index: Int) -> [Int] {
        let neighbours = relations.neighbours(of: index)
        return [neighbours?.previous, neighbours?.next].compactMap(\.self) + relatedCases(of: index).map(\.index)
    }

    private func relatedObjects(_ index: Int) -> [Object] {
        relatedCases(of: index).map { related in
            RelatedView(
                title: casebook.cases[related.index].title, link: permalink(ofCase: related.index),
                reason: related.sharedTaxonomies.isEmpty ? "編集者が選んだ事例" : reason(related.sharedTaxonomies),
                secondary: secondaryLabel(ofCase: related.index)
            ).object
        }
    }

    /// 「同じ分野、同じ関わる人・機関」.
    private func reason(_ taxonomies: [Int]) -> String {
        var reason = ""
        for index in taxonomies {
            reason += reason.isEmpty ? "同じ" : "、同じ"
            reason += shared.taxonomyLinks[index].label
        }
        return reason
    }
}
