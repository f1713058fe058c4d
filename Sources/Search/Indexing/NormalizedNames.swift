import CasebookModel

/// The normalized names of all terms. A search for one finds the cases that have the term.
struct NormalizedNames {
    /// For each taxonomy and term, its label and its other names.
    private let names: [[(label: [UInt16], aliases: [[UInt16]])]]

    init(_ casebook: Casebook) {
        names = casebook.taxonomies.map { taxonomy in
            taxonomy.terms.map { (SearchText($0.label).units, $0.aliases.map { SearchText($0).units }) }
        }
    }

    /// Counts the title, the names of the terms and the text of a case.
    func count(_ entry: Case, _ body: [UInt8], _ text: inout SearchText, in counter: inout BigramCounter) {
        text.removeAll()
        text.append(entry.title)
        counter.add(text.units, weight: Impact.Weight.title)
        for (taxonomy, terms) in entry.terms.enumerated() {
            for term in terms {
                counter.add(names[taxonomy][term].label, weight: Impact.Weight.label)
                for alias in names[taxonomy][term].aliases { counter.add(alias, weight: Impact.Weight.alias) }
            }
        }
        text.removeAll()
        body.withUnsafeBufferPointer { text.append($0) }
        counter.add(text.units, weight: Impact.Weight.body)
    }
}
