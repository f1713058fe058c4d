import Markdown

/// One way of grouping cases, such as by category or by organization, and its terms.
public struct Taxonomy: Sendable {
    /// The order of the terms.
    public enum Order: String, Sendable, CaseIterable {
        /// By ``Term/number``.
        case number
        /// By ``Term/yomi``, in 五十音 order.
        case yomi
        /// By ``Term/label``, in alphabetical order.
        case alphabet
        /// In the order in which `casebook.yml` lists the slugs, with or without groups.
        case listed
    }

    /// A second list on the index page, besides the terms in their order.
    public enum Index: String, Sendable, CaseIterable {
        /// The terms in 五十音 order of ``Term/yomi``.
        case yomi
        /// The terms in alphabetical order of ``Term/label``, by initial.
        case alphabet
    }

    /// A heading and the terms after it.
    public struct Group: Sendable {
        /// The heading.
        public let label: String
        /// The indices of the terms in ``Taxonomy/terms``.
        public let terms: Range<Int>

        /// Creates a group.
        public init(label: String, terms: Range<Int>) {
            self.label = label
            self.terms = terms
        }
    }

    /// The folder in `content/` and on the site, such as `categories`, in lower-case ASCII.
    public let folder: String
    /// The key in the front matter of cases, such as `category`.
    public let key: String
    /// The name for readers, such as 分野.
    public let label: String
    /// One sentence for the index page, if there is one.
    public let description: String?
    /// Whether a case may have more than one term.
    public let isMultiple: Bool
    /// Whether a case must have a term.
    public let isRequired: Bool
    /// The order of ``terms``.
    public let order: Order
    /// The second list on the index page; nil for none.
    public let index: Index?
    /// The label for cases without a term, such as 種別の記載がない; nil if no page lists them.
    public let unstated: String?
    /// The terms, in the order that ``order`` names.
    public let terms: [Term]
    /// The groups, which together contain all terms in order; empty if the terms are not grouped.
    public let groups: [Group]

    /// Creates a taxonomy from terms that are already in order.
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

    /// Returns the taxonomy with a term, which replaces the one with its slug, or is the last one. All others keep their indices.
    func showing(_ term: Term) -> Taxonomy {
        var (terms, groups) = (terms, groups)
        if let index = terms.firstIndex(where: { $0.slug == term.slug }) {
            terms[index] = term
        } else {
            terms.append(term)
            if let last = groups.popLast() {
                groups.append(Group(label: last.label, terms: last.terms.lowerBound..<last.terms.upperBound + 1))
            }
        }
        return Taxonomy(
            folder: folder, key: key, label: label, description: description, isMultiple: isMultiple, isRequired: isRequired,
            order: order, index: index, unstated: unstated, terms: terms, groups: groups)
    }
}

/// One value of a taxonomy: a file in the folder of the taxonomy.
public struct Term: Sendable {
    /// The name of the file without `.md`, and of the page, in lower-case ASCII.
    public let slug: String
    /// The name for readers.
    public let label: String
    /// Other names that front matter and search accept.
    public let aliases: [String]
    /// The number by which terms can be ordered, if the file states one.
    public let number: Int?
    /// The reading in kana, if the file states one.
    public let yomi: String?
    /// The description on the page of the term; it may be empty.
    public let body: Body

    /// Creates a term.
    public init(slug: String, label: String, aliases: [String], number: Int?, yomi: String?, body: Body) {
        self.slug = slug
        self.label = label
        self.aliases = aliases
        self.number = number
        self.yomi = yomi
        self.body = body
    }
}
