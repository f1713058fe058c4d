import CasebookModel
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
        case choice([ValueRule.Word])
        /// Any of a few words, as a list.
        case choices([ValueRule.Word])
        /// An absolute address on the web.
        case url
        /// A value of which the rule alone says what it may be: that of a field that `casebook.yml` declares.
        case declared
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

        init(_ form: ValueRule.Form) {
            self =
                switch form {
                case .url: .url
                case .decimal: .decimal
                case .yesNo: .yesNo
                case .file: .file
                case .mail: [.mail, .shown]
                case .telephone: [.telephone, .shown]
                case .address: .addresses
                case .date: .date
                case .ordinal: .number
                case .status: .status
                case .choice: .choice
                case .kana: [.yomi, .shown]
                case .text: .shown
                case .terms, .id, .map: .other
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

    /// A value as messages show it. A literal is the same in every language.
    package struct Example: Sendable, ExpressibleByStringInterpolation {
        package let ja: String
        package let en: String

        package init(ja: String, en: String) {
            self.ja = ja
            self.en = en
        }

        package init(stringLiteral value: String) { self.init(ja: value, en: value) }

        package func text(in language: Language) -> String { language == .ja ? ja : en }
    }

    /// The rule and the words of a field. A class, because fields are copied for each value of each file, and few rules read these.
    private final class Details: Sendable {
        let rule: ValueRule
        let names: [String]
        let example: Example?
        let help: Help?

        init(rule: ValueRule, names: [String], example: Example?, help: Help?) {
            self.rule = rule
            self.names = names
            self.example = example
            self.help = help
        }
    }

    package let key: String
    package let kind: Kind
    package let forms: Forms
    package let isRequired: Bool
    private let details: Details

    /// What the value may be.
    package var rule: ValueRule { details.rule }
    /// The Japanese names that people use for the key. The first one is shown. In English, the key itself is shown.
    package var names: [String] { details.names }
    /// `nil` for keys that editors do not need.
    package var help: Help? { details.help }

    /// The key as messages name it.
    var shown: KeyName { KeyName(key, label: names.first) }

    /// A value of the right form, as messages show it.
    package var example: Example? { details.example }

    /// A key of the table of keys.
    ///
    /// - Parameter longest: How many letters a value in Japanese should have at most.
    package init(
        _ key: String, _ kind: Kind, required isRequired: Bool = false, longest: Int? = nil, names: [String] = [],
        example: Example? = nil, help: Help? = nil
    ) {
        let rule = kind.rule(required: isRequired, longest: longest)
        self.init(key, kind, Details(rule: rule, names: names, example: example, help: help))
    }

    private init(_ key: String, _ kind: Kind, _ details: Details) {
        self.key = key
        self.kind = kind
        self.details = details
        forms = Forms(details.rule.form)
        isRequired = details.rule.isRequired
    }

    /// A key that `casebook.yml` declares.
    init(_ key: String, _ kind: Kind, rule: ValueRule, names: [String], example: Example? = nil, help: Help? = nil) {
        self.init(key, kind, Details(rule: rule, names: names, example: example, help: help))
    }

    /// Returns the same key for a casebook in a language. Latin letters are half as wide as kana and kanji.
    func inLanguage(isJapanese: Bool) -> Field {
        guard let longest = rule.longest, !isJapanese else { return self }
        let rule = rule.with(longest: longest * 2)
        return Field(key, kind, rule: rule, names: names, example: example, help: help)
    }

    /// The allowed values if they are few; otherwise `nil`.
    package var choices: [String]? { rule.form == .choice ? rule.words.map(\.label) : nil }

    /// Whether the value may be a list of texts.
    package var isList: Bool {
        switch kind {
        case .terms, .ids, .addresses, .names, .choices: true
        default: false
        }
    }
}

extension Field.Kind {
    /// What values of the kind may be.
    fileprivate func rule(required isRequired: Bool, longest: Int?) -> ValueRule {
        let rule = { (form: ValueRule.Form, most: Int?) in
            ValueRule(form, required: isRequired, most: most, longest: longest)
        }
        return switch self {
        case .text: rule(.text, 1)
        case .names: rule(.text, nil)
        case .date: rule(.date, 1)
        case .number: rule(.ordinal, 1)
        case .url: rule(.url, 1)
        case .mail: rule(.mail, 1)
        case .telephone: rule(.telephone, 1)
        case .yomi: rule(.kana, 1)
        case .ids: rule(.id, nil)
        case .addresses: rule(.address, nil)
        case .terms: rule(.terms, nil)
        case .map, .maps, .hidden: rule(.map, 1)
        case .declared: rule(.text, 1)
        case .status: ValueRule(.status, required: isRequired, words: ValueRule.status.words)
        case .flag: ValueRule(.choice, required: isRequired, words: ValueRule.flag.words)
        case .choice(let words): ValueRule(.choice, required: isRequired, words: words)
        case .choices(let words): ValueRule(.choice, required: isRequired, most: nil, words: words)
        }
    }
}
