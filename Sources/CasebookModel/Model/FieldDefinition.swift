/// A field of cases that `casebook.yml` declares, besides the title, the sections and the taxonomies.
public struct FieldDefinition: Sendable, Hashable {
    /// What the values of a field are.
    public enum Kind: String, Sendable, CaseIterable {
        case text
        case url
        case date
        case number
        case yesNo = "yes-no"
        case file
    }

    /// Where readers see the values of a field. All of them are in the open data.
    public enum Place: String, Sendable, CaseIterable {
        /// On the page of a case, and with its text in the booklet.
        case page
        /// On the cards of cases in lists as well.
        case card
        /// On no page.
        case data
    }

    /// The key in front matter and in the open data, in lower-case ASCII.
    public let key: String
    /// The name for readers.
    public let label: String
    /// What the values are.
    public let kind: Kind
    /// Whether each case must have a value.
    public let isRequired: Bool
    /// Where readers see the values.
    public let place: Place
    /// What a number counts, such as `人`; nil for numbers without a unit and for other kinds.
    public let unit: String?
    /// A line for editors about what to write here, if there is one.
    public let hint: String?

    /// The unit as it follows a number: after a space if it is a word in Latin letters; empty for none.
    public var unitSuffix: String {
        guard let unit, let first = unit.unicodeScalars.first else { return "" }
        return first.isASCII && first.properties.isAlphabetic ? " \(unit)" : unit
    }

    /// Creates a definition.
    public init(
        key: String, label: String, kind: Kind, isRequired: Bool = false, place: Place = .page, unit: String? = nil,
        hint: String? = nil
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.place = place
        self.unit = kind == .number ? unit : nil
        self.hint = hint
    }
}
