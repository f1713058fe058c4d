/// The number of searchable cases with each term.
struct FacetCounts {
    /// For each taxonomy and term, the number of cases.
    private(set) var terms: [[Int]]

    init(_ searchable: SearchableCases) {
        let taxonomies = searchable.casebook.taxonomies
        terms = taxonomies.map { [Int](repeating: 0, count: $0.terms.count) }
        for index in searchable.cases {
            for (taxonomy, chosen) in searchable.casebook.cases[index].terms.enumerated() {
                for term in chosen { terms[taxonomy][term] += 1 }
            }
        }
    }
}
