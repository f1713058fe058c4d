import Markdown

/// A word that not every reader knows, and what it means: a file in `glossary/`.
public struct GlossaryTerm: Sendable {
    /// The file's name without `.md`; lower-case ASCII, and part of the word's anchor.
    public let slug: String
    public let term: String
    /// In kana.
    public let yomi: String
    /// Other ways of writing or calling it, which are found in texts too.
    public let aliases: [String]
    /// The meaning.
    public let body: Body

    public init(slug: String, term: String, yomi: String, aliases: [String], body: Body) {
        self.slug = slug
        self.term = term
        self.yomi = yomi
        self.aliases = aliases
        self.body = body
    }

    /// The term and its other names.
    public var names: [String] { [term] + aliases }
}
