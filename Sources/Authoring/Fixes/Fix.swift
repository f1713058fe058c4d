import CasebookLoading
import Diagnostics

/// A change that fixing made to a file: to some of its lines, or to how the whole file is stored.
public struct Fix: Sendable, Hashable {
    public let path: String
    /// The first changed line, counted from 1 in the file as it was before the change. `nil` for a change to the whole file.
    public let line: Int?
    /// The ids of the problems that were fixed.
    public let ids: [String]
    /// What was done: one sentence for each of `ids`.
    public let summaries: [Message]
    /// The lines before and after. `nil` if they are private.
    public let change: Change?

    /// The text before and after a fix.
    public struct Change: Sendable, Hashable {
        public let before: Message
        public let after: Message
    }

    /// Returns the fix as text: its location, what was done, and the lines before and after.
    public func text(in language: Language) -> String {
        let location = line.map { "\(path.visible):\($0)" } ?? path.visible
        let summaries = summaries.map { $0.text(in: language) }.joined(separator: language == .ja ? "。" : "; ")
        var text = "\(location): \(summaries) [\(ids.joined(separator: ", "))]\n"
        guard let change else {
            return text + (language == .ja ? "  （公開しない情報なので、内容は示しません）\n" : "  (private, so not shown)\n")
        }
        let (before, after) = language == .ja ? ("前", "後") : ("before", "after ")
        text += Self.lines(change.before.text(in: language), label: before)
        text += Self.lines(change.after.text(in: language), label: after)
        return text
    }

    private static func lines(_ text: String, label: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \(label) | \(String($0).visible)\n" }.joined()
    }
}

/// The result of fixing a content folder.
public struct ContentFixes: Sendable {
    /// A file that fixing changed.
    public struct ChangedFile: Sendable {
        /// Its index among the files given.
        public let index: Int
        public let path: String
        public let before: [UInt8]
        public let after: [UInt8]
    }

    /// The changed files, sorted by path.
    public let files: [ChangedFile]
    /// The fixes by file, in the order in which they were made.
    public let fixes: [Fix]
}

/// What fixing says it did, for each kind of problem.
enum FixSummary {
    /// The sentence for the problem with an id, without a full stop.
    static func message(of id: String) -> Message {
        all[id] ?? Message(ja: "書き方を直しました", en: "Corrected the form")
    }

    /// All sentences by the ids of the problems.
    static let all: [String: Message] = {
        let rules = Rules.all.compactMap { $0 as? any FixableRule.Type }.map { ($0.id, $0.fixSummary) }
        let tidyings = Tidying.examples.map { ($0.id, $0.fixSummary) }
        return Dictionary(rules + tidyings) { first, _ in first }
    }()
}
