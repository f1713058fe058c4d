import Basics

/// What the rest of a site can see of a case: everything in it that other cases, lists, addresses and feeds depend on.
///
/// This is the one definition of it. While the facts of all cases stay the same, an edit changed nothing but the words of cases: no
/// other file can become right or wrong, no list, address or order changes, and only the pages that show an edited case differ.
/// Incremental reading, incremental builds and the preview all compare facts, and nothing else.
public struct CaseFacts: Sendable, Hashable {
    /// The file's name without `.md`, which is also the page's name. Lower-case ASCII; never changes.
    public let id: String
    public let title: String
    public let status: Case.Status
    /// For each taxonomy of the casebook, the indices of the case's terms, in the taxonomy's order.
    public let terms: [[Int]]
    /// What links to the page can lead to.
    public let anchors: Anchors
    /// Old addresses below the site's root, such as `old/case1.html`.
    public let aliases: [String]
    /// The ids of the related cases that the file names, in order, as written.
    public let related: [String]
    public let published: CalendarDate?
    public let updated: CalendarDate?

    public init(
        id: String, title: String, status: Case.Status, terms: [[Int]], anchors: Anchors = Anchors([]),
        aliases: [String] = [], related: [String] = [], published: CalendarDate? = nil, updated: CalendarDate? = nil
    ) {
        self.id = id
        self.title = title
        self.status = status
        self.terms = terms
        self.anchors = anchors
        self.aliases = aliases
        self.related = related
        self.published = published
        self.updated = updated
    }

    /// Feeds the facts to a hash that is the same on every machine and in every run.
    public func update(_ hash: inout ContentHash) {
        hash.update(id)
        hash.update(title)
        hash.update(status.rawValue)
        for terms in terms {
            hash.update(terms.count)
            for term in terms { hash.update(term) }
        }
        for list in [anchors.all, aliases, related] {
            hash.update(list.count)
            for text in list { hash.update(text) }
        }
        for date in [published, updated] { hash.update(date?.iso ?? "") }
    }
}

extension Casebook {
    /// A hash of the facts of all cases.
    public var factsHash: UInt64 {
        var hash = ContentHash()
        for entry in cases { entry.facts.update(&hash) }
        return hash.value
    }

    /// Whether nothing but words of cases differs from a casebook that this one was derived from.
    public func differsOnlyInWords(from other: Casebook) -> Bool {
        differsOnlyInCases(from: other)
            && zip(cases, other.cases).allSatisfy { new, old in new === old || new.facts == old.facts }
    }
}
