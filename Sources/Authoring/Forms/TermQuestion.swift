import Basics
import CasebookLoading
import Diagnostics
import Foundation

/// The question to a person which terms of a taxonomy a new case has.
public struct TermQuestion: Sendable {
    /// A term to choose.
    public struct Choice: Sendable, Hashable {
        /// The number of the term if its taxonomy numbers terms, otherwise its position, counted from 1.
        public let number: Int
        public let label: String
    }

    /// The meaning of an answer.
    public enum Answer: Sendable, Equatable {
        /// The labels of the terms.
        case terms([String])
        /// There are several terms, but only one is allowed.
        case tooMany
        /// No term has this name. The nearest terms follow, best first.
        case unknown(String, near: [Choice])
    }

    /// The taxonomy's key in front matter.
    public let key: String
    /// The name of the taxonomy.
    public let label: String
    public let isMultiple: Bool
    public let isRequired: Bool
    public let choices: [Choice]
    /// The labels of the groups, each with its number of choices. Empty if there are no groups.
    public let groups: [(label: String, count: Int)]
    private let index: TermIndex

    init(_ definition: Schema.TaxonomyDefinition, _ index: TermIndex, numbers: [Int?]) {
        key = definition.key.value
        label = definition.label.value
        isMultiple = definition.isMultiple
        isRequired = definition.isRequired
        self.index = index
        let hasNumbers = definition.order == .number
        choices = index.labels.enumerated().map { position, label in
            Choice(number: hasNumbers ? numbers[position] ?? position + 1 : position + 1, label: label)
        }
        groups = index.groups.map { ($0.label, $0.terms.count) }
    }

    /// Interprets an answer: a number, any name of a term, or several of these.
    public func answer(_ text: String) -> Answer {
        let parts = TermList.read(text, isMultiple: isMultiple) { name in
            let folded = foldedName(name)
            if let number = Int(folded), let position = choices.firstIndex(where: { $0.number == number }) { return position }
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
