import Basics

/// Everything in a case that other cases, lists, addresses and feeds depend on.
///
/// Incremental reading, incremental builds and the preview all compare facts, and nothing else decides what has to be done again. If
/// the facts of all cases are unchanged, an edit changed only the text of cases: no other file can become valid or invalid, no
/// list, address or order changes, and only the pages that show an edited case differ.
public struct CaseFacts: Sendable, Hashable {
    /// The name of the file without `.md`, which is also the name of the page. Lower-case ASCII; it never changes.
    public let id: String
    /// The title, as plain text.
    public let title: String
    /// Whether the case is a draft, published or withdrawn.
    public let status: Case.Status
    /// For each taxonomy of the casebook, the indices of the case's terms, in the taxonomy's order.
    public let terms: [[Int]]
    /// The anchors on the page of the case, to which links can lead.
    public let anchors: Anchors
    /// Former addresses of the page, relative to the root of the site, such as `old/case1.html`.
    public let aliases: [String]
    /// The ids of related cases that the editor named, in order, as written.
    public let related: [String]
    /// The day of first publication, if the file states one.
    public let published: CalendarDate?
    /// The day of the last change, if the file states one.
    public let updated: CalendarDate?

    /// Creates the facts of a case.
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

    /// Adds the facts to a hash, in a form that is the same on every machine and in every run.
    func update(_ hash: inout ContentHash) {
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

/// Facts in a record, from which a later run takes them without reading the case.
extension CaseFacts {
    /// Appends the facts to a record.
    package func write(to record: inout RecordWriter) {
        record.text(id)
        record.text(title)
        record.number(Case.Status.allCases.firstIndex(of: status) ?? 0)
        record.number(terms.count)
        for terms in terms {
            record.number(terms.count)
            for term in terms { record.number(term) }
        }
        for list in [anchors.all, aliases, related] { record.texts(list) }
        for date in [published, updated] { record.text(date?.iso ?? "") }
    }

    /// Reads what ``write(to:)`` wrote; nil if the bytes are anything else.
    package init?(from record: inout RecordReader) {
        guard let id = record.text(), let title = record.text(), let status = record.number(),
            Case.Status.allCases.indices.contains(status), let taxonomyCount = record.number()
        else { return nil }
        var terms: [[Int]] = []
        while terms.count < taxonomyCount {
            guard let count = record.number() else { return nil }
            var indices: [Int] = []
            while indices.count < count {
                guard let index = record.number() else { return nil }
                indices.append(index)
            }
            terms.append(indices)
        }
        guard let anchors = record.texts(), let aliases = record.texts(), let related = record.texts(),
            let published = record.text(), let updated = record.text()
        else { return nil }
        self.init(
            id: id, title: title, status: Case.Status.allCases[status], terms: terms, anchors: Anchors(anchors),
            aliases: aliases, related: related, published: CalendarDate(iso: published), updated: CalendarDate(iso: updated))
    }
}

/// The anchors of a page, which the fragments of links can name.
public struct Anchors: Sendable, Hashable {
    /// The anchors, in the order of the page.
    public let all: [String]
    /// Nil for few anchors, which are found faster by comparing one by one.
    private let set: Set<String>?

    /// Creates the anchors of a page, given in the order of the page.
    public init(_ all: [String]) {
        self.all = all
        set = all.count > 16 ? Set(all) : nil
    }

    /// Whether the page has an anchor. O(1).
    public func contains(_ anchor: String) -> Bool {
        set?.contains(anchor) ?? all.contains(anchor)
    }

    public static func == (left: Self, right: Self) -> Bool { left.all == right.all }

    public func hash(into hasher: inout Hasher) { hasher.combine(all) }
}

extension Casebook {
    /// A hash of the facts of all cases, the same on every machine.
    public var factsHash: UInt64 {
        var hash = ContentHash()
        for entry in cases { entry.facts.update(&hash) }
        return hash.value
    }

    /// Whether the only difference to another casebook is the text of cases: one was derived from the other by ``replacing(_:)``,
    /// and the facts of all cases are equal. O(cases).
    public func differsOnlyInWords(from other: Casebook) -> Bool {
        differsOnlyInCases(from: other)
            && zip(cases, other.cases).allSatisfy { new, old in new === old || new.facts == old.facts }
    }
}
