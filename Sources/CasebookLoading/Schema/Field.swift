import Diagnostics

/// A key that a kind of file, or a map in `casebook.yml`, may have.
package struct Field: Sendable {
    /// What its value is.
    package enum Kind: Sendable {
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

    /// What editors read about a key of a case.
    package struct Help: Sendable {
        /// What to write, for a comment in a new case's file.
        package let hint: Message
        /// What to write into a cell of a table, where it differs from a value in front matter.
        package let cellHint: Message
        /// What text editors show, in Japanese.
        package let description: String

        package init(_ hint: Message, cell: Message? = nil, description: String) {
            self.hint = hint
            cellHint = cell ?? hint
            self.description = description
        }
    }

    package let key: String
    package let kind: Kind
    package let isRequired: Bool
    /// The Japanese names that people use for the key; the first is the one to show. In English, the key is the name.
    package let names: [String]
    /// Nil for keys that only those who know the files write.
    package let help: Help?

    package init(_ key: String, _ kind: Kind, required isRequired: Bool = false, names: [String] = [], help: Help? = nil) {
        self.key = key
        self.kind = kind
        self.isRequired = isRequired
        self.names = names
        self.help = help
    }

    /// The two words of a yes or no.
    package static let flags = ["true", "false"]

    /// The words that the value may be, where they are few.
    package var choices: [String]? {
        switch kind {
        case .flag: Self.flags
        case .choice(let words): words
        default: nil
        }
    }

    /// Whether the value may be a list of texts.
    package var isList: Bool {
        switch kind {
        case .terms, .ids, .addresses, .names: true
        default: false
        }
    }
}
