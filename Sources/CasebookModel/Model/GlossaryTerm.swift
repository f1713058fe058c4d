import Markdown

/// A word of the glossary and its explanation: a file in `glossary/`.
public struct GlossaryTerm: Sendable {
    /// The name of the file without `.md`, in lower-case ASCII; also a part of the anchor on the glossary page.
    public let slug: String
    /// The word itself.
    public let term: String
    /// The reading in kana, by which a glossary in Japanese is sorted; elsewhere there may be none.
    public let yomi: String?
    /// Other names and spellings, which are also found in texts.
    public let aliases: [String]
    /// The explanation.
    public let body: Body

    /// Creates a word of the glossary.
    public init(slug: String, term: String, yomi: String?, aliases: [String], body: Body) {
        self.slug = slug
        self.term = term
        self.yomi = yomi
        self.aliases = aliases
        self.body = body
    }

    /// The word, followed by its other names.
    public var names: [String] { [term] + aliases }
}
