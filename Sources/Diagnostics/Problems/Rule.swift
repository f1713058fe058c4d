/// A rule about content: what is wrong where it is broken, in words, with examples and its row of the editors' guide.
///
/// A rule is one type. Its values are the problems that it finds, and their stored properties are what the message needs.
/// What checks for it is a static function, declared by a protocol that refines this one for what the rule looks at.
public protocol Rule: Problem {
    /// The stable name, in kebab case, such as `unknown-term`. Never reused for another meaning.
    static var id: String { get }
    static var severity: Severity { get }
    /// What the editors' guide says about the rule.
    static var guide: GuideEntry { get }
    /// At least one problem that the rule finds, so that tests can go through all messages.
    static var examples: [Self] { get }
}

extension Rule {
    public static var severity: Severity { .error }
    public var id: String { Self.id }
    public var severity: Severity { Self.severity }
}

/// A rule whose problems can be fixed where there is one right answer.
public protocol FixableRule: Rule {
    /// What the fix did, in one sentence without a full stop.
    static var fixSummary: Message { get }
}

/// A problem that the editors' guide explains, of a module that has one type for all its problems.
public protocol ExplainedProblem: Problem {
    /// What the editors' guide says about this kind of problem.
    var guide: GuideEntry { get }
    /// At least one problem of each kind, in the order of the guide.
    static var examples: [Self] { get }
}
