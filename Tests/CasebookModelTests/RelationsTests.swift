import CasebookModel
import Markdown
import Testing

/// A casebook without texts, with two taxonomies of one term per case and one of any number.
private func casebook(_ cases: [(primary: Int, secondary: Int, tags: [Int], status: Case.Status)], tags: Int = 4) -> Casebook {
    func terms(_ count: Int) -> [Term] {
        (0..<count).map {
            Term(slug: "t\($0)", label: "項目\($0)", aliases: [], number: nil, yomi: nil, body: Body(document: .empty))
        }
    }
    func taxonomy(_ folder: String, _ count: Int, isMultiple: Bool) -> Taxonomy {
        Taxonomy(
            folder: folder, key: folder, label: folder, description: nil, isMultiple: isMultiple, isRequired: !isMultiple,
            order: .listed, unstated: nil, terms: terms(count), groups: [])
    }
    let settings = Settings(
        title: "", description: "", language: "ja", publisher: .init(name: ""), source: .init(title: ""), notice: "",
        baseURL: nil, primary: 0, secondary: 1, invitation: nil, footer: [])
    return Casebook(
        settings: settings, sections: [],
        taxonomies: [
            taxonomy("rows", 12, isMultiple: false), taxonomy("columns", 16, isMultiple: false),
            taxonomy("tags", tags, isMultiple: true),
        ],
        cases: cases.enumerated().map { index, entry in
            Case(
                facts: CaseFacts(
                    id: "c\(index + 100_000)", title: "", status: entry.status,
                    terms: [[entry.primary], [entry.secondary], entry.tags]),
                yomi: nil, summary: nil, reviewBy: nil, related: [], body: Body(document: .empty), sections: [])
        }, pages: [], images: [])
}

/// Cases with evenly spread terms, computed from their number.
private func manyCases(_ count: Int) -> Casebook {
    casebook(
        (0..<count).map { ($0 % 12, $0 * 7 % 16, [$0 % 3, 3 + $0 % 17], .published) }, tags: 20)
}

@Suite struct RelationsTests {
    @Test func casesOfATermAreInOrder() {
        let relations = Relations(casebook([(0, 1, [0], .published), (2, 1, [], .draft), (0, 3, [0, 1], .published)]))
        #expect(relations.listed == [0, 1, 2])
        #expect(relations.cases(of: TermID(taxonomy: 0, term: 0)) == [0, 2])
        #expect(relations.cases(of: TermID(taxonomy: 1, term: 1)) == [0, 1])
        #expect(relations.cases(of: TermID(taxonomy: 2, term: 3)) == [])
        #expect(relations.casesWithoutTerm(ofTaxonomy: 2) == [1])
        #expect(relations.cases(primary: 0, secondary: 3) == [2])
    }

    @Test func withdrawnCasesAreInNoList() {
        let relations = Relations(casebook([(0, 0, [0], .published), (0, 0, [0], .withdrawn), (0, 0, [0], .published)]))
        #expect(relations.listed == [0, 2])
        #expect(relations.cases(of: TermID(taxonomy: 0, term: 0)) == [0, 2])
        #expect(relations.neighbours(of: 1) == nil)
        #expect(relations.neighbours(of: 0)?.next == 2)
        #expect(relations.related(to: 1, limit: 5) == [])
        #expect(!relations.related(to: 0, limit: 5).contains { $0.index == 1 })
    }

    @Test func neighboursStayWithinThePrimaryTerm() {
        let relations = Relations(
            casebook([(0, 0, [], .published), (1, 0, [], .published), (0, 1, [], .published), (0, 2, [], .published)]))
        let middle = relations.neighbours(of: 2)
        #expect(middle?.previous == 0)
        #expect(middle?.next == 3)
        #expect(middle?.position == 2)
        #expect(middle?.total == 3)
        let only = relations.neighbours(of: 1)
        #expect(only?.position == 1)
        #expect(only?.total == 1)
        #expect(only?.previous == nil && only?.next == nil)
    }

    @Test func relatedCasesNameSharedTaxonomies() {
        let relations = Relations(
            casebook([
                (0, 0, [0], .published), (0, 1, [], .published), (0, 0, [], .published), (3, 3, [0], .published),
                (4, 4, [1], .published), (5, 5, [1], .published), (6, 6, [], .published), (7, 7, [], .published),
            ]))
        let related = relations.related(to: 0, limit: 5)
        #expect(related.map(\.index) == [2, 3, 1])
        #expect(related.map(\.sharedTaxonomies) == [[0, 1], [2], [0]])
    }

    @Test func aTermOfMostCasesMakesNoCaseRelated() {
        let relations = Relations(casebook((0..<6).map { ($0, $0, [0], .published) }))
        #expect(relations.related(to: 0, limit: 5) == [])
    }

    @Test func termsThatOccurTogetherAreCounted() {
        let relations = Relations(
            casebook([(0, 0, [0, 1], .published), (0, 1, [1], .published), (1, 1, [0, 1], .published)]))
        let meeting = relations.termsMeeting(TermID(taxonomy: 2, term: 1), limit: 2)
        #expect(meeting[0].map(\.term.term) == [0, 1])
        #expect(meeting[0].map(\.count) == [2, 1])
        #expect(meeting[2].map(\.term.term) == [0])
        #expect(meeting[2].map(\.count) == [2])
    }

    /// Counts comparisons instead of time: ten times the cases may need at most fifteen times the comparisons.
    @Test func workForRelatedCasesIsProportionalToTheCases() {
        func comparisons(_ count: Int) -> Int {
            let relations = Relations(manyCases(count))
            var visits = 0
            for index in 0..<count {
                relations.forEachCandidate(for: index, own: Array(relations.terms(of: index))) { _ in visits += 1 }
            }
            return visits
        }
        let (few, many) = (comparisons(1_000), comparisons(10_000))
        #expect(few > 0)
        #expect(many <= 10_000 * Relations.candidateLimit)
        #expect(many <= few * 15)
    }

    /// The exact number of comparisons: at most 64 of each list, from the position of the case onwards and on from the start,
    /// without the case itself, 256 in all.
    @Test func candidatesOfLargeCollectionsAreCountedExactly() {
        // Every case has a primary term of 1/12 and a secondary term of 1/16 of all cases, and two tags of 1/3 and 1/17. There
        // are 48 pairs of primary and secondary terms, so that a pair has 1/48 of all cases.
        let count = 9_792
        let relations = Relations(manyCases(count))
        for index in [0, 1, 4_999, count - 1] {
            let own = Array(relations.terms(of: index))
            var visits: [Int] = []
            relations.forEachCandidate(for: index, own: own) { visits.append($0) }
            // The pair, then the rarest terms: the tag of 1/17, the secondary and the primary term. No room is left for another.
            let lists = [48, 17, 16, 12].map { step in (1...64).map { (index + $0 * step) % count } }
            #expect(visits == lists.flatMap(\.self), "case \(index)")
        }
        #expect(Relations.candidateLimit == 256)
    }

    /// The related cases of every case are those of a search through all candidates.
    @Test func relatedCasesAreTheBestOfTheCandidates() {
        let collection = manyCases(700)
        let relations = Relations(collection)
        let all = collection.cases.map { entry in
            Set(entry.terms.enumerated().flatMap { taxonomy, terms in terms.map { [taxonomy, $0] } })
        }
        var sizes: [[Int]: Int] = [:]
        for terms in all { for term in terms { sizes[term, default: 0] += 1 } }
        func weight(_ term: [Int]) -> Int {
            let size = sizes[term] ?? 0
            guard size * 2 <= 700 else { return 0 }
            var power = 0
            while (2 << power) <= 4 * 700 / size { power += 1 }
            return power
        }
        for index in stride(from: 0, to: 700, by: 7) {
            var candidates: Set<Int> = []
            relations.forEachCandidate(for: index, own: Array(relations.terms(of: index))) { candidates.insert($0) }
            let scored = candidates.map { other in
                let shared = all[index].intersection(all[other]).filter { weight($0) > 0 }
                let taxonomies = Set(shared.map { $0[0] })
                return (
                    score: shared.reduce(0) { $0 + weight($1) }, taxonomies: taxonomies.sorted(),
                    distance: (other - index + 700) % 700, other: other
                )
            }
            let best = scored.filter { $0.score > 0 }.sorted {
                ($1.score, $1.taxonomies.count, $0.distance) < ($0.score, $0.taxonomies.count, $1.distance)
            }.prefix(8)
            let related = relations.related(to: index, limit: 8)
            #expect(related.map(\.index) == best.map(\.other), "case \(index)")
            #expect(related.map(\.sharedTaxonomies) == best.map(\.taxonomies), "case \(index)")
        }
    }

    @Test func linksAreSpreadOverLargeCollections() {
        let relations = Relations(manyCases(2_000))
        var links = [Int](repeating: 0, count: 2_000)
        for index in 0..<2_000 {
            for related in relations.related(to: index, limit: 5) { links[related.index] += 1 }
        }
        #expect(links.max() ?? 0 <= 25)
    }
}
