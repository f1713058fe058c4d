/// A kind of problem in the content or the templates that is reported to people.
///
/// Each module has one enum of its problems, with one documented case per kind.
public protocol Problem: Sendable {
    /// The stable name in kebab case, such as `unknown-term`. It is shown in brackets and never reused for another meaning.
    var id: String { get }
    /// Whether the problem prevents a build; an error unless stated otherwise.
    var severity: Severity { get }
    /// What is wrong and what to do, without jargon and without a full stop at the end.
    var message: Message { get }
    /// The values allowed here; empty where a list would not help.
    var allowed: [String] { get }
    /// The allowed values that are nearest to the one written.
    var suggestions: [String] { get }
    /// How many problems it stands for; 1 unless it says that there are more.
    var count: Int { get }
}

extension Problem {
    public var severity: Severity { .error }
    public var allowed: [String] { [] }
    public var suggestions: [String] { [] }
    public var count: Int { 1 }
}
