/// Why cases are related: texts such as 「同じ分野、同じ関わる人・機関」.
///
/// There are few different ones, so each is written once and not for each pair of cases.
struct RelatedReasons: Sendable {
    /// The most taxonomies for whose sets all texts are kept.
    private static let limit = 6

    private let labels: [String]
    /// The texts for all sets of the first taxonomies. The bits of an index are the taxonomies of the set.
    private let texts: [String]

    /// - Parameter labels: The labels of all taxonomies.
    init(labels: [String]) {
        self.labels = labels
        let kept = labels.indices.prefix(Self.limit)
        texts = (0..<1 << kept.count).map { set in Self.text(kept.filter { set >> $0 & 1 == 1 }, labels) }
    }

    /// Returns the text for taxonomies of which two cases share a term, ascending.
    func text(_ taxonomies: [Int]) -> String {
        guard let last = taxonomies.last, last < Self.limit else { return Self.text(taxonomies, labels) }
        return texts[taxonomies.reduce(0) { $0 | 1 << $1 }]
    }

    private static func text(_ taxonomies: [Int], _ labels: [String]) -> String {
        taxonomies.map { "同じ\(labels[$0])" }.joined(separator: "、")
    }
}
