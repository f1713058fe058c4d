import Images

/// A whole collection, read and found sound: immutable, its relations by index.
///
/// Cases stand in the order of their ids, taxonomies and sections as `casebook.yml` declares them, terms in their taxonomy's
/// order. An index into one of these lists is the identity that everything else refers to.
public struct Casebook: Sendable {
    /// Stands for all that is no case, for casebooks that share it.
    private final class Frame: Sendable {}

    public let settings: Settings
    public let sections: [SectionDefinition]
    public let taxonomies: [Taxonomy]
    public private(set) var cases: [Case]
    public let pages: [InfoPage]
    /// In 五十音 order.
    public let glossary: [GlossaryTerm]
    /// Images under `content/images/`, sorted by path.
    public let images: [ImageFile]
    private let frame = Frame()

    public init(
        settings: Settings, sections: [SectionDefinition], taxonomies: [Taxonomy], cases: [Case], pages: [InfoPage],
        glossary: [GlossaryTerm] = [], images: [ImageFile]
    ) {
        self.settings = settings
        self.sections = sections
        self.taxonomies = taxonomies
        self.cases = cases
        self.pages = pages
        self.glossary = glossary
        self.images = images
    }

    /// The casebook with other cases in the places of some; all else is shared.
    package func replacing(_ cases: [(index: Int, new: Case)]) -> Casebook {
        var casebook = self
        for (index, new) in cases { casebook.cases[index] = new }
        return casebook
    }

    /// Whether one was made of the other, with all that is no case kept.
    public func differsOnlyInCases(from other: Casebook) -> Bool { frame === other.frame }

    /// The term at `id`.
    public subscript(id: TermID) -> Term {
        taxonomies[id.taxonomy].terms[id.term]
    }
}

/// A term's place: the index of its taxonomy in the casebook and its own in the taxonomy.
public struct TermID: Sendable, Hashable, Comparable {
    public let taxonomy: Int
    public let term: Int

    public init(taxonomy: Int, term: Int) {
        self.taxonomy = taxonomy
        self.term = term
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.taxonomy, left.term) < (right.taxonomy, right.term)
    }
}
