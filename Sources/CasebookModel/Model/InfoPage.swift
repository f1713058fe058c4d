import Markdown

/// A page about the collection, such as what it is for or how to submit a case: a file in `pages/`.
public struct InfoPage: Sendable {
    /// The name of the file without `.md`, and of the page, in lower-case ASCII.
    public let slug: String
    /// The title, as plain text.
    public let title: String
    /// One sentence for search engines, if the file states one.
    public let description: String?
    /// The day of the last change, if the file states one.
    public let updated: CalendarDate?
    /// Former addresses of the page, relative to the root of the site.
    public let aliases: [String]
    /// The text of the page.
    public let body: Body

    /// Creates a page.
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
