import Casebook

/// The files of texts of a large collection and what is counted in them, made in one go through the cases.
struct IndexedTexts {
    /// In the order of the cases.
    let files: [SearchFile]
    let postings: Postings

    /// Each thread goes through a stretch of the cases; what comes of it is the same however many there are.
    init(_ collection: SearchableCollection, jobs: Int, hash: @Sendable ([UInt8]) -> String) {
        let caseCount = collection.casebook.cases.count
        let fileCount = (caseCount + TextFile.size - 1) / TextFile.size
        let stretches = max(1, min(jobs, fileCount))
        let bounds = (0...stretches).map { $0 * fileCount / stretches }
        let names = NormalizedNames(collection.casebook)
        let counted = concurrentMap(stretches, jobs: jobs, portion: 1) { stretch in
            var counter = BigramCounter()
            var text = SearchText()
            let files = (bounds[stretch]..<bounds[stretch + 1]).map { file in
                let cases = file * TextFile.size..<min((file + 1) * TextFile.size, caseCount)
                let bytes = TextFile.bytes(of: collection, cases: cases) { index, body in
                    counter.beginCase()
                    if let entry = collection.entry(index) { names.count(entry, body, &text, in: &counter) }
                    counter.endCase()
                }
                return SearchFile(texts: hash(bytes), collection, cases: cases)
            }
            return (files: files, counter: counter)
        }
        files = counted.flatMap(\.files)
        postings = Postings(counted.map(\.counter), first: bounds.dropLast().map { $0 * TextFile.size })
    }
}

/// The normalized names of all terms, which each case that has them is found by.
struct NormalizedNames {
    /// For each taxonomy and term, its label and its other names.
    private let names: [[(label: [UInt16], aliases: [[UInt16]])]]

    init(_ casebook: Casebook) {
        names = casebook.taxonomies.map { taxonomy in
            taxonomy.terms.map { (SearchText($0.label).units, $0.aliases.map { SearchText($0).units }) }
        }
    }

    /// Counts all that a case is found by.
    func count(_ entry: Case, _ body: [UInt8], _ text: inout SearchText, in counter: inout BigramCounter) {
        text.removeAll()
        text.append(entry.title)
        counter.add(text.units[...], weight: Impact.Weight.title)
        for (taxonomy, terms) in entry.terms.enumerated() {
            for term in terms {
                counter.add(names[taxonomy][term].label[...], weight: Impact.Weight.label)
                for alias in names[taxonomy][term].aliases { counter.add(alias[...], weight: Impact.Weight.alias) }
            }
        }
        text.removeAll()
        body.withUnsafeBufferPointer { text.append($0) }
        counter.add(text.units[...], weight: Impact.Weight.body)
    }
}
