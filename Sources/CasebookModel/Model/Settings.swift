import Markdown

/// The settings in `casebook.yml` that concern the collection as a whole.
public struct Settings: Sendable {
    /// The organization that publishes the site.
    public struct Publisher: Sendable, Hashable {
        /// The name for readers.
        public let name: String
        /// An `https:` or `http:` address, if there is one.
        public let url: String?

        /// Creates a value from its parts.
        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// Whom readers can ask, and how.
    public struct Contact: Sendable, Hashable {
        /// The name of the office or the team.
        public let name: String
        /// The department, if there is one.
        public let department: String?
        /// The mail address, if there is one.
        public let mail: Mailbox?
        /// The telephone number, if there is one.
        public let telephone: TelephoneNumber?
        /// The address of a form on the web, if there is one.
        public let form: String?
        /// When the office answers, as text for readers.
        public let hours: String?

        /// Creates a value from its parts.
        public init(
            name: String, department: String? = nil, mail: Mailbox? = nil, telephone: TelephoneNumber? = nil,
            form: String? = nil, hours: String? = nil
        ) {
            self.name = name
            self.department = department
            self.mail = mail
            self.telephone = telephone
            self.form = form
            self.hours = hours
        }
    }

    /// The document from which the cases were taken.
    public struct Source: Sendable, Hashable {
        /// The title of the document.
        public let title: String
        /// An `https:` or `http:` address, if there is one.
        public let url: String?

        /// Creates a value from its parts.
        public init(title: String, url: String? = nil) {
            self.title = title
            self.url = url
        }
    }

    /// The license for the use of the contents.
    public struct License: Sendable, Hashable {
        /// The name for readers.
        public let name: String
        /// An `https:` or `http:` address, if there is one.
        public let url: String?

        /// Creates a value from its parts.
        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// Words for which the search also finds other words.
    public struct SearchWords: Sendable, Hashable {
        /// Words with the same meaning.
        public struct Group: Sendable, Hashable {
            /// Each of these words also finds the others.
            public let words: [String]
            /// Wider or nearby words, which each of the words also finds, but which do not find them.
            public let also: [String]

            /// Creates a group.
            public init(_ words: [String], also: [String] = []) {
                self.words = words
                self.also = also
            }
        }

        /// Groups of words with the same meaning.
        public let synonyms: [Group]
        /// Groups of words with a similar meaning; they count less than the words that were searched for.
        public let related: [[String]]

        /// Creates groups of words.
        public init(synonyms: [Group] = [], related: [[String]] = []) {
            self.synonyms = synonyms
            self.related = related
        }
    }

    /// How people send in cases.
    public struct Submission: Sendable, Hashable {
        /// What contributors confirm before they send a case; empty for the usual sentences.
        public let consent: [String]
        /// The ids of the rules of advice that are switched off.
        public let adviceOff: [String]

        /// Creates a value from its parts.
        public init(consent: [String] = [], adviceOff: [String] = []) {
            self.consent = consent
            self.adviceOff = adviceOff
        }
    }

    /// The title of the collection.
    public let title: String
    /// One or two sentences for the home page and for search engines.
    public let description: String
    /// A BCP 47 language tag, such as `ja`.
    public let language: String
    /// The organization that publishes the site.
    public let publisher: Publisher
    /// Whom readers can ask, if it is stated.
    public let contact: Contact?
    /// The document from which the cases were taken.
    public let source: Source
    /// The license for the use of the contents, if one is stated.
    public let license: License?
    /// A note on every case page about the limits of its contents, as plain text.
    public let notice: String
    /// The address of the published site, which ends in `/` (``BaseURL``); nil if it is unknown, so that no page may contain it.
    public let baseURL: String?
    /// The index of the taxonomy that groups neighbours, comparisons and the booklet. Each case has exactly one term of it.
    public let primary: Int
    /// The index of the taxonomy that forms the columns of the overview figure, with ``primary`` as rows. Each case has exactly one
    /// term of it.
    public let secondary: Int
    /// The index of a third taxonomy whose terms are stages in time, along which the overview figure arranges the terms of
    /// ``primary``; nil for none.
    public let stages: Int?
    /// The slug of the page that asks readers for new cases, if there is one.
    public let invitation: String?
    /// The slugs of the pages that the footer links to, in order.
    public let footer: [String]
    /// Words for which the search also finds other words.
    public let search: SearchWords
    /// How people send in cases.
    public let submission: Submission
    /// The files for other ways of reading that the site offers, without duplicates.
    public let editions: [Edition]
    /// Whether the site has its pages, and the files of the editions, a second time with the readings of all kanji.
    public let hasFurigana: Bool

    /// Creates settings.
    public init(
        title: String, description: String, language: String, publisher: Publisher,
        contact: Contact? = nil, source: Source,
        license: License? = nil, notice: String, baseURL: String?, primary: Int, secondary: Int, stages: Int? = nil,
        invitation: String?, footer: [String], search: SearchWords = SearchWords(), submission: Submission = Submission(),
        editions: [Edition] = [], hasFurigana: Bool = false
    ) {
        self.title = title
        self.description = description
        self.language = language
        self.publisher = publisher
        self.contact = contact
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
        self.submission = submission
        self.editions = editions
        self.hasFurigana = hasFurigana
    }

    /// The name of the furigana edition in `casebook.yml`.
    public static let furigana = "furigana"
}

/// A form of the whole collection besides the pages of the site. The raw value is its name in `casebook.yml`.
public enum Edition: String, Sendable, Hashable, CaseIterable {
    /// An e-book.
    case epub
    /// Plain text.
    case text
}

/// A section of cases, as `casebook.yml` declares it.
public struct SectionDefinition: Sendable, Hashable {
    /// The id, which is also the anchor on the page of a case, in lower-case ASCII.
    public let id: String
    /// The heading in the file and on the page.
    public let heading: String
    /// Whether each case must have the section.
    public let isRequired: Bool
    /// A line for editors about what to write here, if there is one.
    public let hint: String?

    /// Creates a definition.
    public init(id: String, heading: String, isRequired: Bool, hint: String? = nil) {
        self.id = id
        self.heading = heading
        self.isRequired = isRequired
        self.hint = hint
    }
}
