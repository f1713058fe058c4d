import Diagnostics

/// A key that a kind of file, or a map in `casebook.yml`, can have.
package struct Field: Sendable {
    /// The kind of value of a key.
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
        /// A number with a sign and decimals; the unit, if there is one, follows in messages.
        case decimal(unit: String?)
        /// One of the words for yes and no.
        case yesNo
        /// The name of a document in `files/`.
        case file
        /// A mail address.
        case mail
        /// A telephone number.
        case telephone
        /// Terms of the taxonomy at an index.
        case terms(Int)
        /// Ids or slugs.
        case ids
        /// Old addresses of a page.
        case addresses
        /// A reading in kana, which orders terms.
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

    /// What rules look at, as bits: testing them copies neither the field nor its kind.
    package struct Forms: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let url = Forms(rawValue: 1)
        package static let addresses = Forms(rawValue: 2)
        package static let date = Forms(rawValue: 4)
        package static let number = Forms(rawValue: 8)
        package static let status = Forms(rawValue: 16)
        /// One of a few words, or a flag.
        package static let choice = Forms(rawValue: 32)
        package static let yomi = Forms(rawValue: 64)
        /// Text that readers see.
        package static let shown = Forms(rawValue: 128)
        /// Anything else.
        package static let other = Forms(rawValue: 256)
        package static let mail = Forms(rawValue: 512)
        package static let telephone = Forms(rawValue: 1024)
        package static let decimal = Forms(rawValue: 2048)
        package static let yesNo = Forms(rawValue: 4096)
        package static let file = Forms(rawValue: 8192)
        package static let all = Forms(rawValue: .max)

        init(_ kind: Kind) {
            self =
                switch kind {
                case .url: .url
                case .decimal: .decimal
                case .yesNo: .yesNo
                case .file: .file
                case .mail: [.mail, .shown]
                case .telephone: [.telephone, .shown]
                case .addresses: .addresses
                case .date: .date
                case .number: .number
                case .status: .status
                case .flag, .choice: .choice
                case .yomi: [.yomi, .shown]
                case .text, .names: .shown
                case .terms, .ids, .map, .maps, .hidden: .other
                }
        }
    }

    /// Explanations of a key, for editors.
    package struct Help: Sendable {
        /// What to write, for a comment in the file of a new case.
        package let hint: Message
        /// What to write in a cell of a table, which may differ from a value in front matter.
        package let cellHint: Message
        /// The text that text editors show, in Japanese.
        package let description: String

        package init(_ hint: Message, cell: Message? = nil, description: String) {
            self.hint = hint
            cellHint = cell ?? hint
            self.description = description
        }

        /// What to write for a key of `casebook.yml`.
        package init(ja: String, en: String) {
            self.init(Message(ja: ja, en: en), description: ja)
        }
    }

    /// The words of a field. A class, because fields are copied for each value of each file, and words are rarely read.
    private final class Words: Sendable {
        let names: [String]
        let example: String?
        let help: Help?

        init(names: [String], example: String?, help: Help?) {
            self.names = names
            self.example = example
            self.help = help
        }
    }

    package let key: String
    package let kind: Kind
    package let forms: Forms
    package let isRequired: Bool
    private let words: Words?

    /// The Japanese names that people use for the key. The first one is shown. In English, the key itself is shown.
    package var names: [String] { words?.names ?? [] }
    /// `nil` for keys that editors do not need.
    package var help: Help? { words?.help }

    /// The key as messages name it.
    var shown: KeyName { KeyName(key, label: names.first) }

    /// A value of the right form, as messages show it.
    package var example: String? { words?.example }

    package init(
        _ key: String, _ kind: Kind, required isRequired: Bool = false, names: [String] = [], example: String? = nil,
        help: Help? = nil
    ) {
        self.key = key
        self.kind = kind
        forms = Forms(kind)
        self.isRequired = isRequired
        words = names.isEmpty && example == nil && help == nil ? nil : Words(names: names, example: example, help: help)
    }

    /// The two values of a flag.
    package static let flags = ["true", "false"]

    /// The allowed values if they are few; otherwise `nil`.
    package var choices: [String]? {
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
