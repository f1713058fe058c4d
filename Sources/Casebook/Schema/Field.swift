/// A key that a kind of file, or a map in `casebook.yml`, may have.
struct Field: Sendable {
    /// What its value is.
    enum Kind: Sendable {
        case text
        case date
        /// A whole number from 1.
        case number
        /// A case's status.
        case status
        /// `true` or `false`.
        case flag
        /// One of a few words.
        case choice([String])
        /// An absolute address on the web.
        case url
        /// Terms of a taxonomy, by its index.
        case terms(Int)
        /// Ids or slugs.
        case ids
        /// Old addresses of a page.
        case addresses
        /// A reading in kana, by which something is put in order.
        case yomi
        /// Other names of a term.
        case names
        /// A map with keys of its own.
        case map([Field])
        /// A list of such maps.
        case maps([Field])
        /// A map that is not read.
        case hidden
    }

    let key: String
    let kind: Kind
    let isRequired: Bool

    init(_ key: String, _ kind: Kind, required isRequired: Bool = false) {
        self.key = key
        self.kind = kind
        self.isRequired = isRequired
    }

    /// The two words of a yes or no.
    static let flags = ["true", "false"]

    /// The words that the value may be, where they are few.
    var choices: [String]? {
        switch kind {
        case .flag: Self.flags
        case .choice(let words): words
        default: nil
        }
    }

    /// Whether the value may be a list of texts.
    var isList: Bool {
        switch kind {
        case .terms, .ids, .addresses, .names: true
        default: false
        }
    }
}
