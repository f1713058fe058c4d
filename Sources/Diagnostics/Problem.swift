/// A kind of problem that a person is told about.
///
/// Each module has one enum of its problems, a documented case each, so that all of them can be read in one place.
public protocol Problem: Sendable {
    /// The stable name, in kebab case, such as `unknown-term`. Shown in brackets, never reused for another meaning.
    var id: String { get }
    var severity: Severity { get }
    /// What is wrong and what to do, in one clear sentence without a final full stop's worth of jargon.
    var message: Message { get }
    /// What would be allowed; empty where a list would not help.
    var allowed: [String] { get }
    /// The nearest of what is allowed.
    var suggestions: [String] { get }
}

extension Problem {
    public var severity: Severity { .error }
    public var allowed: [String] { [] }
    public var suggestions: [String] { [] }
}
