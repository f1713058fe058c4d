import Markdown

/// The Markdown below a front matter, with where each of its links leads.
public struct Body: Sendable {
    public let document: MarkdownDocument
    /// Where each link and image of the document that is not an address of another host leads, by its destination as written.
    public let targets: [String: LinkTarget]

    public init(document: MarkdownDocument, targets: [String: LinkTarget] = [:]) {
        self.document = document
        self.targets = targets
    }
}

/// Something in the casebook that a link leads to.
public enum LinkTarget: Sendable, Hashable {
    /// A case by its index, with an anchor on its page.
    case caseFile(index: Int, fragment: String?)
    case term(TermID, fragment: String?)
    /// An information page by its index.
    case page(index: Int, fragment: String?)
    /// The page of the glossary, or a word on it by its index.
    case glossary(index: Int?)
    /// The index page of a taxonomy: a link to its folder.
    case taxonomy(index: Int)
    /// The index page of all cases: a link to the folder `cases/`.
    case cases
    /// The home page: a link to the content folder itself.
    case home
    /// An image by its index.
    case image(index: Int)
    /// An anchor on the same page.
    case fragment(String)
}
