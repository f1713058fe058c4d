import Markdown

/// A page about the collection, such as what it is or how to send a case.
public struct InfoPage: Sendable {
    /// The file's name without `.md`, and the page's; lower-case ASCII.
    public let slug: String
    public let title: String
    public let description: String?
    public let updated: CalendarDate?
    /// Old addresses below the site's root.
    public let aliases: [String]
    public let body: Body

    public init(
        slug: String, title: String, description: String?, updated: CalendarDate?, aliases: [String] = [], body: Body
    ) {
        self.slug = slug
        self.title = title
        self.description = description
        self.updated = updated
        self.aliases = aliases
        self.body = body
    }
}
