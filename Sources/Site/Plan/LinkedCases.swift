import CasebookModel

extension SiteStructure {
    /// The most related cases on the page of a case.
    private static let relatedLimit = 5

    /// Returns the related cases of a case: first those that its front matter names, then those that share most terms with it.
    func relatedCases(of index: Int) -> [Relations.Related] {
        guard casebook.cases[index].status != .withdrawn else { return [] }
        let named = casebook.cases[index].related.compactMap { casebook.caseIndex(id: $0) }
            .filter { casebook.cases[$0].status != .withdrawn }
        let found = relations.related(to: index, limit: Self.relatedLimit + named.count)
            .filter { !named.contains($0.index) }
        return Array((named.map { Relations.Related(index: $0, sharedTaxonomies: []) } + found).prefix(Self.relatedLimit))
    }
}
