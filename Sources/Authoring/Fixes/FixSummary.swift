import CasebookLoading
import Diagnostics

/// What fixing did about each kind of problem.
enum FixSummary {
    /// The sentence for a kind, without its full stop.
    static func message(of id: String) -> Message {
        all[id] ?? Message(ja: "書き方を直しました", en: "Corrected the form")
    }

    /// All sentences, by the ids of the kinds.
    static let all: [String: Message] = {
        let rules = Rules.all.compactMap { $0 as? any FixableRule.Type }.map { ($0.id, $0.fixSummary) }
        let tidyings = Tidying.examples.map { ($0.id, $0.fixSummary) }
        return Dictionary(rules + tidyings) { first, _ in first }
    }()
}
