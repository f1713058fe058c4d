/// What the editors' guide says about a kind of problem, in Japanese and in Markdown.
public struct GuideEntry: Sendable, Hashable {
    /// What is wrong.
    public let meaning: String
    /// What to do about it.
    public let remedy: String

    public init(meaning: String, remedy: String) {
        self.meaning = meaning
        self.remedy = remedy
    }
}

/// A section of the guide's list of messages: a heading and a table of kinds of problems.
public struct GuideSection: Sendable {
    /// A row of the table.
    private struct Row: Sendable {
        let id: String
        let severity: Severity
        let entry: GuideEntry
    }

    private let heading: String
    private let introduction: String?
    private let closing: String?
    private let rows: [Row]

    /// A section about rules, in their order.
    public init(_ heading: String, introduction: String? = nil, closing: String? = nil, rules: [any Rule.Type]) {
        self.heading = heading
        self.introduction = introduction
        self.closing = closing
        rows = rules.map { Row(id: $0.id, severity: $0.severity, entry: $0.guide) }
    }

    /// A section about all problems of a type, in the order of its examples.
    public init<Kind: ExplainedProblem>(_ heading: String, introduction: String? = nil, problems: Kind.Type) {
        self.heading = heading
        self.introduction = introduction
        closing = nil
        var rows: [Row] = []
        for problem in problems.examples where !rows.contains(where: { $0.id == problem.id }) {
            rows.append(Row(id: problem.id, severity: problem.severity, entry: problem.guide))
        }
        self.rows = rows
    }

    /// The section as Markdown, in Japanese.
    public var markdown: String {
        let table = rows.map { row in
            let mark = row.severity == .warning ? "（警告）" : ""
            return "| `\(row.id)`\(mark) | \(row.entry.meaning) | \(row.entry.remedy) |"
        }
        let lines = ["| 種類 | 意味 | 直し方 |", "|---|---|---|"] + table
        let parts: [String?] = ["### \(heading)", introduction, lines.joined(separator: "\n"), closing]
        return parts.compactMap { $0 }.joined(separator: "\n\n")
    }
}
