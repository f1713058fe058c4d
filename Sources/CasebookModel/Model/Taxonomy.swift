import Markdown

/// One way of sorting cases, such as by category or by organization.
public struct Taxonomy: Sendable {
    /// How its terms are ordered.
    public enum Order: String, Sendable, CaseIterable {
        /// By the term's `number`.
        case number
        /// By the term's `yomi`.
        case yomi
        /// As `casebook.yml` lists the slugs, in groups or not.
        case listed
    }

    /// What its index page offers beside the terms in their order.
    public enum Index: String, Sendable, CaseIterable {
        /// The terms by their `yomi`.
        case yomi
    }

    /// A heading over some of the terms.
    public struct Group: Sendable {
        public let label: String
        /// Indices into `terms`.
        public let terms: Range<Int>

        public init(label: String, terms: Range<Int>) {
            self.label = label
            self.terms = terms
        }
    }

    /// The folder under `content/` and on the site, such as `categories`; lower-case ASCII.
    public let folder: String
    /// The front matter key in a case, such as `category`.
    public let key: String
    /// What readers see, such as 分野.
    public let label: String
    /// One sentence for the index page.
    public let description: String?
    /// Whether a case may have more than one term.
    public let isMultiple: Bool
    /// Whether a case must have a term.
    public let isRequired: Bool
    public let order: Order
    /// Nil for the terms in their order alone.
    public let index: Index?
    /// What a case without a term is said to be, such as 種別の記載がない; nil where that is not told.
    public let unstated: String?
    /// In order.
    public let terms: [Term]
    /// Empty where the terms are not grouped; else they cover all terms in order.
    public let groups: [Group]

    public init(
        folder: String, key: String, label: String, description: String?, isMultiple: Bool, isRequired: Bool, order: Order,
        index: Index? = nil, unstated: String?, terms: [Term], groups: [Group]
    ) {
        self.folder = folder
        self.key = key
        self.label = label
        self.description = description
        self.isMultiple = isMultiple
        self.isRequired = isRequired
        self.order = order
        self.index = index
        self.unstated = unstated
        self.terms = terms
        self.groups = groups
    }
}

/// One value of a taxonomy: a file in its folder.
public struct Term: Sendable {
    /// The file's name without `.md`, and the page's; lower-case ASCII.
    public let slug: String
    public let label: String
    /// Other names that front matter and search accept.
    public let aliases: [String]
    public let number: Int?
    public let yomi: String?
    /// What readers are told about the term; may be empty.
    public let body: Body

    public init(slug: String, label: String, aliases: [String], number: Int?, yomi: String?, body: Body) {
        self.slug = slug
        self.label = label
        self.aliases = aliases
        self.number = number
        self.yomi = yomi
        self.body = body
    }
}
