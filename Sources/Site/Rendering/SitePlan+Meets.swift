import Casebook

extension SitePlan {
    /// How many terms of a taxonomy are shown at once, and how many in all.
    private static let (fewTerms, mostTerms) = (5, 50)

    /// For each taxonomy, the terms that share most cases with one.
    func meets(_ id: TermID) -> [MeetingTermsView] {
        let total = relations.cases(of: id).count
        return zip(casebook.taxonomies, relations.termsMeeting(id, limit: Self.mostTerms)).compactMap { taxonomy, found in
            guard !found.isEmpty else { return nil }
            let terms = found.map { other, count in
                let link = shared.termLinks[other.taxonomy][other.term]
                return MeetingTermView(
                    term: TermLinkView(
                        label: link.label, link: self.link(to: other, meeting: id), count: count, number: link.number,
                        taxonomyLabel: link.taxonomyLabel), total: total)
            }
            return MeetingTermsView(
                label: taxonomy.label, terms: Array(terms.prefix(Self.fewTerms)), others: Array(terms.dropFirst(Self.fewTerms)))
        }
    }

    /// A term's page, at the cases that it shares with another term where they stand together there.
    private func link(to other: TermID, meeting id: TermID) -> Permalink {
        let grouping = other.taxonomy == casebook.settings.primary ? casebook.settings.secondary : casebook.settings.primary
        guard id.taxonomy == grouping else { return casebook.permalink(of: other) }
        let page = listings.terms[other.taxonomy][other.term].firstPages[id.term]
        return casebook.permalink(of: other, page: max(1, page)).at(groupAnchor(casebook[id].slug))
    }
}
