/// Why cases are related: texts such as 「同じ分野、同じ関わる人・機関」.
///
/// There are few different ones, so each is written once and not for each pair of cases.
struct RelatedReasons: Sendable {
    /// The most taxonomies for whose sets all texts are kept.
    private static let limit = 6

    /// For each taxonomy, that two cases share a term of it.
    private let reasons: [String]
    private let words: SiteWords
    /// The texts for all sets of the first taxonomies. The bits of an index are the taxonomies of the set.
    private let texts: [String]

    /// - Parameters:
    ///   - labels: The labels of all taxonomies.
    ///   - words: The words of the interface.
    init(labels: [String], words: SiteWords) {
        let reasons = labels.map { words[.caseShared, $0] }
        self.reasons = reasons
        self.words = words
        let kept = labels.indices.prefix(Self.limit)
        texts = (0..<1 << kept.count).map { set in Self.text(kept.filter { set >> $0 & 1 == 1 }, reasons, words) }
    }

    /// Returns the text for taxonomies of which two cases share a term, ascending; without any, the editors chose the case.
    func text(_ taxonomies: [Int]) -> String {
        guard (taxonomies.last ?? 0) < Self.limit else { return Self.text(taxonomies, reasons, words) }
        return texts[taxonomies.reduce(0) { $0 | 1 << $1 }]
    }

    private static func text(_ taxonomies: [Int], _ reasons: [String], _ words: SiteWords) -> String {
        guard !taxonomies.isEmpty else { return words[.caseEditorsChoice] }
        return words[.caseAllShared, taxonomies.map { reasons[$0] }.joined(separator: words[.commonComma])]
    }
}
