import Markdown

/// The Markdown after the front matter of a file, with the targets of its links.
public struct Body: Sendable {
    /// The parsed Markdown.
    public let document: MarkdownDocument
    /// The targets of all links and images within the casebook, by their destinations as written in the document.
    public let targets: [String: LinkTarget]

    /// Creates a body.
    public init(document: MarkdownDocument, targets: [String: LinkTarget] = [:]) {
        self.document = document
        self.targets = targets
    }
}

/// The part of a casebook that a link leads to.
public enum LinkTarget: Sendable, Hashable {
    /// A case, by its index, and optionally an anchor on its page.
    case caseFile(index: Int, fragment: String?)
    /// The easy-language version of a case, by its index, and optionally an anchor on its page.
    case easyText(index: Int, fragment: String?)
    /// The page that lists the easy-language versions; the link names the folder `easy/`.
    case easyTexts
    /// A term, and optionally an anchor on its page.
    case term(TermID, fragment: String?)
    /// An information page, by its index, and optionally an anchor on it.
    case page(index: Int, fragment: String?)
    /// The page of the glossary, or one of its words, by its index.
    case glossary(index: Int?)
    /// The page that lists the terms of a taxonomy; the link names its folder.
    case taxonomy(index: Int)
    /// The page that lists all cases; the link names the folder `cases/`.
    case cases
    /// The home page; the link names the content folder.
    case home
    /// An image, by its index.
    case image(index: Int)
    /// An anchor on the same page.
    case fragment(String)
}
