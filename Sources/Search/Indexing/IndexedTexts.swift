import Basics
import CasebookModel

/// The files of texts of a large collection and what is counted in them, made in one go through the cases.
struct IndexedTexts {
    /// In the order of the cases.
    let files: [SearchFile]
    /// The lists of them, each for ``TextList/size`` cases.
    let lists: [SearchFile]
    let postings: Postings

    /// How many stretches of cases are counted apart, unless more are needed: on several threads, and so that what is counted is
    /// sorted before all of it is there. What comes of it is the same however many there are.
    private static let stretchCount = 16

    init(_ collection: SearchableCollection, jobs: Int, hash: @Sendable ([UInt8]) -> String) {
        let caseCount = collection.casebook.cases.count
        let listCount = (caseCount + TextList.size - 1) / TextList.size
        let most = PairCounts.Entry.cases / TextList.size
        let stretches = max(min(Self.stretchCount, listCount), (listCount + most - 1) / most)
        let bounds = (0...stretches).map { $0 * listCount / stretches }
        let names = NormalizedNames(collection.casebook)
        let counted = concurrentMap(stretches, jobs: jobs, portion: 1) { stretch in
            var counter = BigramCounter()
            var text = SearchText()
            let texts = (bounds[stretch]..<bounds[stretch + 1]).map { list in
                let cases = list * TextList.size..<min((list + 1) * TextList.size, caseCount)
                return TextFile.files(of: collection, cases: cases) { index, body in
                    counter.beginCase()
                    if let entry = collection.entry(index) { names.count(entry, body, &text, in: &counter) }
                    counter.endCase()
                }.map { (cases: $0.cases, file: SearchFile(textsOf: $0.cases, collection, hash: hash($0.bytes))) }
            }
            return (texts: texts, counts: PairCounts(counter))
        }
        let texts = counted.flatMap(\.texts)
        files = texts.flatMap { $0.map(\.file) }
        lists = texts.map { TextList.file($0, hash) }
        postings = Postings(counted.map(\.counts), first: bounds.dropLast().map { $0 * TextList.size })
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
