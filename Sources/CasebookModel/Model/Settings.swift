import Markdown

/// What `casebook.yml` says about the collection as a whole.
public struct Settings: Sendable {
    /// Who publishes the site.
    public struct Publisher: Sendable, Hashable {
        public let name: String
        /// An `https:` or `http:` address.
        public let url: String?

        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// The document that the cases were taken from.
    public struct Source: Sendable, Hashable {
        public let title: String
        public let url: String?

        public init(title: String, url: String? = nil) {
            self.title = title
            self.url = url
        }
    }

    /// On what terms the contents may be used.
    public struct License: Sendable, Hashable {
        public let name: String
        /// An `https:` or `http:` address.
        public let url: String?

        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// Words by which a search finds others.
    public struct SearchWords: Sendable, Hashable {
        /// Groups of words that mean the same.
        public let synonyms: [[String]]
        /// Groups of words that are near one another: found too, but later.
        public let related: [[String]]

        public init(synonyms: [[String]] = [], related: [[String]] = []) {
            self.synonyms = synonyms
            self.related = related
        }
    }

    public let title: String
    /// One or two sentences for the home page and for search engines.
    public let description: String
    /// A BCP 47 language tag, such as `ja`.
    public let language: String
    public let publisher: Publisher
    public let source: Source
    /// Nil where none is stated.
    public let license: License?
    /// What every case page says about how far its contents reach; plain text.
    public let notice: String
    /// Where the site will be, ending in `/`; nil when nothing may depend on it.
    public let baseURL: String?
    /// The index of the taxonomy by which neighbours, comparison and booklet are grouped: one term a case, required.
    public let primary: Int
    /// The index of the taxonomy set against `primary` in the overview figure: one term a case, required.
    public let secondary: Int
    /// The index of the taxonomy whose terms, in their order, are the stages of a way along which the overview figure shows the
    /// terms of `primary`; any taxonomy but those two. Nil where there is no such way.
    public let stages: Int?
    /// The slug of the page that invites new cases.
    public let invitation: String?
    /// The slugs of the pages that the footer links to, in order.
    public let footer: [String]
    public let search: SearchWords

    public init(
        title: String, description: String, language: String, publisher: Publisher, source: Source,
        license: License? = nil, notice: String, baseURL: String?, primary: Int, secondary: Int, stages: Int? = nil,
        invitation: String?, footer: [String], search: SearchWords = SearchWords()
    ) {
        self.title = title
        self.description = description
        self.language = language
        self.publisher = publisher
        self.source = source
        self.license = license
        self.notice = notice
        self.baseURL = baseURL
        self.primary = primary
        self.secondary = secondary
        self.stages = stages
        self.invitation = invitation
        self.footer = footer
        self.search = search
    }
}

/// A section that cases have, as `casebook.yml` declares it.
public struct SectionDefinition: Sendable, Hashable {
    /// The id, also the anchor on the case's page; lower-case ASCII.
    public let id: String
    public let heading: String
    public let isRequired: Bool
    /// A line for editors on what to write here.
    public let hint: String?

    public init(id: String, heading: String, isRequired: Bool, hint: String? = nil) {
        self.id = id
        self.heading = heading
        self.isRequired = isRequired
        self.hint = hint
    }
}
