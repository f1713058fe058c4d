import Basics
import CasebookModel

/// The cases as the index needs them: the counts of their pairs, in groups, and what their files with texts are named by.
///
/// If some cases change, only these are counted again.
final class CountedCases: Sendable {
    /// The number of cases in a group. Groups are counted on several threads, and each is sorted before the next one is complete, which
    /// saves memory.
    static let groupSize = 512

    /// What is kept of a case.
    struct Entry: Sendable, Hashable {
        /// A hash of everything that its file with texts has of it; 0 if the case is not searchable.
        var hash: UInt64 = 0
        /// The number of bytes of its title and its text.
        var size: UInt32 = 0
        /// The number of its pairs with repetitions.
        var length: UInt32 = 0
    }

    /// A character of a case that is searched in another form.
    struct Form: Sendable, Hashable {
        let entry: UInt32
        let character: UInt32
        let form: UInt32
    }

    /// All cases of the casebook.
    let entries: [Entry]
    /// The characters with another form, in the order of the cases.
    let forms: [Form]
    let groups: [PairCounts]
    /// How many cases were counted now.
    let countedNow: Int

    /// Counts all cases.
    convenience init(_ searchable: SearchableCases, jobs: Int) {
        self.init(searchable, after: nil, isChanged: { _ in true }, jobs: jobs)
    }

    /// Counts the cases that have changed.
    ///
    /// - Parameters:
    ///   - searchable: The cases.
    ///   - previous: The counts of the cases before. The meaning of terms and sections was the same.
    ///   - isChanged: Whether the case at an index differs from the one before at the same index, or was not searchable before.
    ///   - jobs: The number of threads.
    init(_ searchable: SearchableCases, after previous: CountedCases?, isChanged: (Int) -> Bool, jobs: Int) {
        let count = searchable.casebook.cases.count
        let groupCount = (count + Self.groupSize - 1) / Self.groupSize
        let names = NormalizedNames(searchable.casebook)
        let changed = (0..<groupCount).map { group in
            (group * Self.groupSize..<min((group + 1) * Self.groupSize, count)).filter { index in
                previous.map { index >= $0.entries.count || isChanged(index) } ?? true
            }
        }
        let parts = concurrentMap(groupCount, jobs: jobs, portion: 1) { group in
            let cases = group * Self.groupSize..<min((group + 1) * Self.groupSize, count)
            return Part(searchable, cases, changed: changed[group], after: previous, names: names)
        }
        entries = parts.flatMap(\.entries)
        forms = parts.flatMap(\.forms)
        groups = parts.map(\.counts)
        countedNow = parts.reduce(0) { $0 + $1.countedNow }
    }

    init(entries: [Entry], forms: [Form], groups: [PairCounts]) {
        self.entries = entries
        self.forms = forms
        self.groups = groups
        countedNow = 0
    }

    /// The weights of pairs, by the length of the cases.
    var impact: Impact {
        Impact(meanLength: entries.reduce(0) { $0 + Int($1.length) } / max(1, entries.count))
    }

    /// The counts of a group of cases.
    private struct Part: Sendable {
        var entries: [Entry] = []
        var forms: [Form] = []
        let counts: PairCounts
        var countedNow = 0

        init(
            _ searchable: SearchableCases, _ cases: Range<Int>, changed: [Int], after previous: CountedCases?,
            names: NormalizedNames
        ) {
            let group = cases.lowerBound / CountedCases.groupSize
            let known = previous.flatMap { $0.groups.count > group ? $0 : nil }
            if let known, changed.isEmpty, known.cases(ofGroup: group) == cases {
                entries = Array(known.entries[cases])
                forms = Array(known.forms(of: cases))
                counts = known.groups[group]
                return
            }
            // If many cases have changed, counting all is faster than merging.
            let others = changed.count * 4 > cases.count ? nil : known
            let counted = others == nil ? Array(cases) : changed
            var counter = BigramCounter()
            var text = SearchText()
            var body: [UInt8] = []
            var isReplaced = [Bool](repeating: true, count: CountedCases.groupSize)
            if let others {
                entries = others.entries[cases.clamped(to: others.entries.indices)] + []
                entries += [Entry](repeating: Entry(), count: cases.count - entries.count)
                for offset in 0..<cases.count { isReplaced[offset] = false }
            } else {
                entries = [Entry](repeating: Entry(), count: cases.count)
            }
            var newForms: [Form] = []
            for index in counted {
                let offset = index - cases.lowerBound
                isReplaced[offset] = true
                counter.beginCase(offset)
                body.removeAll(keepingCapacity: true)
                var new = Entry()
                if let entry = searchable.entry(index) {
                    searchable.appendBody(of: entry, to: &body)
                    names.count(entry, body, &text, in: &counter)
                    new.hash = Self.hash(entry, body, searchable.details(of: entry))
                    new.size = UInt32(clamping: body.count + entry.title.utf8.count)
                    for (character, form) in text.takeForms().sorted(by: { $0.key < $1.key }) {
                        newForms.append(Form(entry: UInt32(index), character: character, form: form))
                    }
                }
                new.length = UInt32(clamping: counter.endCase())
                entries[offset] = new
            }
            countedNow = counted.count
            let fresh = PairCounts(counter)
            guard let others else {
                (counts, forms) = (fresh, newForms)
                return
            }
            counts = others.groups[group].replacing(isReplaced, by: fresh)
            forms = others.forms(of: cases).filter { !isReplaced[Int($0.entry) - cases.lowerBound] } + newForms
            forms.sort { ($0.entry, $0.character) < ($1.entry, $1.character) }
        }

        private static func hash(_ entry: Case, _ body: [UInt8], _ details: [CaseDetail]) -> UInt64 {
            var hash = ContentHash()
            hash.update(entry.id)
            hash.update(entry.title)
            for terms in entry.terms {
                hash.update(terms.count)
                for term in terms { hash.update(term) }
            }
            hash.update(body)
            for detail in details {
                switch detail.kind {
                case .summary: hash.update(0)
                case .onCards(let label): hash.update(label)
                case .onPage(let label):
                    hash.update(1)
                    hash.update(label)
                }
            }
            return max(1, hash.value)
        }
    }

    private func cases(ofGroup group: Int) -> Range<Int> {
        group * Self.groupSize..<min((group + 1) * Self.groupSize, entries.count)
    }

    /// The characters with another form in some consecutive cases. O(log forms).
    private func forms(of cases: Range<Int>) -> ArraySlice<Form> {
        let start = forms.partitioningIndex { Int($0.entry) >= cases.lowerBound }
        let end = forms.partitioningIndex { Int($0.entry) >= cases.upperBound }
        return forms[start..<end]
    }
}
