import Basics
import CasebookModel

/// The files with the texts of many cases, and the index of these texts, from one pass over the cases.
struct IndexedTexts {
    /// The files with texts, in the order of the cases.
    let files: [SearchFile]
    /// The lists of these files, each for ``TextList/size`` cases.
    let lists: [SearchFile]
    let postings: Postings
    /// The characters in the texts of cases that are searched in another form, and that form.
    let forms: [UInt32: UInt32]

    /// The number of parts in which cases are counted, unless more are needed. The parts are counted on several threads, and each is
    /// sorted before the next one is complete, which saves memory. The result does not depend on the number.
    private static let partCount = 16

    init(_ searchable: SearchableCases, jobs: Int, hash: @Sendable ([UInt8]) -> String) {
        let caseCount = searchable.casebook.cases.count
        let listCount = (caseCount + TextList.size - 1) / TextList.size
        let most = PairCounts.Entry.cases / TextList.size
        let parts = max(min(Self.partCount, listCount), (listCount + most - 1) / most)
        let bounds = (0...parts).map { $0 * listCount / parts }
        let names = NormalizedNames(searchable.casebook)
        let counted = concurrentMap(parts, jobs: jobs, portion: 1) { part in
            var counter = BigramCounter()
            var text = SearchText()
            let texts = (bounds[part]..<bounds[part + 1]).map { list in
                let cases = list * TextList.size..<min((list + 1) * TextList.size, caseCount)
                return TextFile.files(of: searchable, cases: cases) { index, body in
                    counter.beginCase()
                    if let entry = searchable.entry(index) { names.count(entry, body, &text, in: &counter) }
                    counter.endCase()
                }.map { (cases: $0.cases, file: SearchFile(textsOf: $0.cases, searchable, hash: hash($0.bytes))) }
            }
            return (texts: texts, counts: PairCounts(counter), forms: text.forms)
        }
        let texts = counted.flatMap(\.texts)
        files = texts.flatMap { $0.map(\.file) }
        lists = texts.map { TextList.file($0, hash) }
        forms = counted.reduce(into: [:]) { $0.merge($1.forms) { form, _ in form } }
        postings = Postings(counted.map(\.counts), first: bounds.dropLast().map { $0 * TextList.size })
    }
}

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
