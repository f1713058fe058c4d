import Basics
import CasebookLoading
import Diagnostics
import Foundation

/// Which terms of a taxonomy a new case has, to be asked of a person.
public struct TermQuestion: Sendable {
    /// A term to choose.
    public struct Choice: Sendable, Hashable {
        /// The term's own number where terms have numbers, else its place from 1.
        public let number: Int
        public let label: String
    }

    /// What an answer means.
    public enum Answer: Sendable, Equatable {
        /// The labels of the terms.
        case terms([String])
        /// Several where one is allowed.
        case tooMany
        /// No term has this name; the nearest ones, best first.
        case unknown(String, near: [Choice])
    }

    /// The key of front matter.
    public let key: String
    /// What people call the taxonomy.
    public let label: String
    public let isMultiple: Bool
    public let isRequired: Bool
    public let choices: [Choice]
    /// The groups' labels, each with how many of the choices it has; empty where there are none.
    public let groups: [(label: String, count: Int)]
    private let index: TermIndex

    init(_ definition: Schema.TaxonomyDefinition, _ index: TermIndex, numbers: [Int?]) {
        key = definition.key.value
        label = definition.label.value
        isMultiple = definition.isMultiple
        isRequired = definition.isRequired
        self.index = index
        let hasNumbers = definition.order == .number
        choices = index.labels.enumerated().map { place, label in
            Choice(number: hasNumbers ? numbers[place] ?? place + 1 : place + 1, label: label)
        }
        groups = index.groups.map { ($0.label, $0.terms.count) }
    }

    /// Reads what a person typed: a number, any name of a term, or several of them.
    public func answer(_ text: String) -> Answer {
        let parts = TermList.read(text, isMultiple: isMultiple) { name in
            let folded = foldedName(name)
            if let number = Int(folded), let place = choices.firstIndex(where: { $0.number == number }) { return place }
            return index.term(named: name)
        }
        var labels: [String] = []
        for part in parts {
            switch part {
            case .known(let term): if !labels.contains(choices[term].label) { labels.append(choices[term].label) }
            case .unknown(let name):
                let near = nearest(to: name, among: choices.map(\.label))
                return .unknown(name, near: near.compactMap { label in choices.first { $0.label == label } })
            }
        }
        return labels.count > 1 && !isMultiple ? .tooMany : .terms(labels)
    }
}
