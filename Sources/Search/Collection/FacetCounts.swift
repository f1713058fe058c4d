/// How many of the cases that a search finds have each term.
struct FacetCounts {
    /// For each taxonomy and term.
    private(set) var terms: [[Int]]

    init(_ collection: SearchableCollection) {
        let taxonomies = collection.casebook.taxonomies
        terms = taxonomies.map { [Int](repeating: 0, count: $0.terms.count) }
        for index in collection.cases {
            for (taxonomy, chosen) in collection.casebook.cases[index].terms.enumerated() {
                for term in chosen { terms[taxonomy][term] += 1 }
            }
        }
    }
}
