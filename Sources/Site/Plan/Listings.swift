import CasebookModel

/// All lists of cases on the site, divided into pages once for all pages that need them.
struct Listings: Sendable {
    /// The most cases in a booklet of one document, and in one part of a volume.
    static let bookletSize = 200

    /// All cases by primary term.
    let all: CaseListing
    /// The cases that have an easy-language version, by primary term; nil where none has.
    let easy: CaseListing?
    /// For each taxonomy and term, its cases by primary term; those of a primary term by secondary term.
    let terms: [[CaseListing]]
    /// For each taxonomy, the cases that state no term; nil where the taxonomy does not list them.
    let unstated: [CaseListing?]
    /// For each primary term, the pages of its comparison; empty where it has no cases.
    let comparisons: [[ArraySlice<Int>]]
    /// For each primary term, the parts of its booklet volume; empty when one document holds all cases.
    let volumes: [[ArraySlice<Int>]]

    init(_ casebook: Casebook, _ relations: Relations) {
        let (primary, secondary) = (casebook.settings.primary, casebook.settings.secondary)
        let byPrimary = CaseGrouping(casebook, by: primary)
        let bySecondary = CaseGrouping(casebook, by: secondary)
        all = CaseListing(relations.listed, by: byPrimary)
        let easyCases = relations.listed.filter { casebook.easyTextIndex(ofCase: $0) != nil }
        easy = easyCases.isEmpty ? nil : CaseListing(easyCases, by: byPrimary)
        terms = casebook.taxonomies.enumerated().map { taxonomy, definition in
            definition.terms.indices.map { term in
                CaseListing(
                    relations.cases(of: TermID(taxonomy: taxonomy, term: term)),
                    by: taxonomy == primary ? bySecondary : byPrimary)
            }
        }
        unstated = casebook.taxonomies.enumerated().map { taxonomy, definition in
            let cases = relations.casesWithoutTerm(ofTaxonomy: taxonomy)
            return definition.unstated == nil || cases.isEmpty ? nil : CaseListing(cases, by: byPrimary)
        }
        let primaryCases = casebook.taxonomies[primary].terms.indices.map {
            relations.cases(of: TermID(taxonomy: primary, term: $0))
        }
        comparisons = primaryCases.map { Self.chunks(of: $0, size: CaseListing.pageSize) }
        volumes =
            relations.listed.count > Self.bookletSize
            ? primaryCases.map { Self.chunks(of: $0, size: Self.bookletSize) } : primaryCases.map { _ in [] }
    }

    private static func chunks(of cases: [Int], size: Int) -> [ArraySlice<Int>] {
        stride(from: 0, to: cases.count, by: size).map { cases[$0..<min($0 + size, cases.count)] }
    }
}
