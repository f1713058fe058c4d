import Basics

/// What the value of a key, or the text of a section, may be.
///
/// Every key has one, in the one table of keys. The rules in Swift and the script `rules.js` of pages read it: they have no lists of
/// keys, words or limits of their own. What no rule declares, because it needs other files or other values, is in Swift only:
///
/// - titles that other cases or rows have (`duplicate-title`, `repeated-title`, `taken-title`), the same text twice;
/// - cases and files that have to exist (`unknown-related-case`, `missing-file`), old addresses (`bad-alias`);
/// - mail addresses and telephone numbers, which only settings have (`bad-mail`, `bad-telephone`);
/// - how values are written in front matter (`wrong-kind`, `wide-digits`, `wide-list-marks`, all rules about lines);
/// - Markdown and advice on running text, except for the length of a title.
public struct ValueRule: Sendable, Hashable {
    /// The form of a value. The raw values are those of the JSON.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        case text
        case date
        /// An absolute address on the web.
        case url
        /// A number with a sign and decimals (``DecimalNumber``).
        case decimal = "number"
        case yesNo = "yes-no"
        /// The name of a document in `files/`.
        case file
        /// The name of a term.
        case terms
        /// The status of a case.
        case status
        /// A reading in kana.
        case kana
        /// A whole number from 1.
        case ordinal
        /// One of a few words.
        case choice
        case mail
        case telephone
        /// The id of a case or a page.
        case id
        /// An old address.
        case address
        /// A map with keys of its own, or a list of maps.
        case map
    }

    /// One of the words that a value may be.
    public struct Word: Sendable, Hashable {
        /// The word itself.
        public let label: String
        /// Words that mean the same.
        public let aliases: [String]
        /// What is looked up after all labels and aliases: the slug and the number of a term, signs for yes and no.
        public let others: [String]

        /// Creates a word.
        public init(_ label: String, aliases: [String] = [], others: [String] = []) {
            self.label = label
            self.aliases = aliases
            self.others = others
        }
    }

    /// The form of each value.
    public let form: Form
    /// Whether there must be a value.
    public let isRequired: Bool
    /// How many values there may be; nil for any number.
    public let most: Int?
    /// Whether a value may have several lines.
    public let hasLines: Bool
    /// How many letters a value should have at most; nil without advice.
    public let longest: Int?
    /// What a number counts, such as `人`.
    public let unit: String?
    /// The only words that a value may be; empty for other forms.
    public let words: [Word]

    /// Creates a rule.
    public init(
        _ form: Form, required isRequired: Bool = false, most: Int? = 1, hasLines: Bool = false, longest: Int? = nil,
        unit: String? = nil, words: [Word] = []
    ) {
        self.form = form
        self.isRequired = isRequired
        self.most = most
        self.hasLines = hasLines
        self.longest = longest
        self.unit = unit
        self.words = words
    }

    /// Returns the same rule for other words.
    package func with(words: [Word]) -> ValueRule {
        ValueRule(
            form, required: isRequired, most: most, hasLines: hasLines, longest: longest, unit: unit, words: words)
    }

    /// Returns the same rule with another limit of letters.
    package func with(longest: Int) -> ValueRule {
        ValueRule(
            form, required: isRequired, most: most, hasLines: hasLines, longest: longest, unit: unit, words: words)
    }
}

extension ValueRule {
    /// Returns the word with a label or alias, in any width and case; nil for other texts.
    package func word(named text: String) -> Word? {
        let name = foldedName(text)
        return words.first { foldedName($0.label) == name }
            ?? words.first { $0.aliases.contains { foldedName($0) == name } }
    }

    /// Returns the word that a text certainly means: one with this name, or one of which it is the sign.
    package func word(meantBy text: String) -> Word? {
        let name = foldedName(text)
        return word(named: text) ?? words.first { $0.others.contains { foldedName($0) == name } }
    }
}

extension ValueRule {
    /// Yes and no, in the language of a casebook.
    package static func yesNo(required isRequired: Bool = false, inJapanese isJapanese: Bool) -> ValueRule {
        ValueRule(.yesNo, required: isRequired, words: YesNo.words(inJapanese: isJapanese))
    }

    /// The statuses of cases. Tables write them in Japanese, too.
    package static let status = ValueRule(
        .status,
        words: Case.Status.allCases.map { status in
            switch status {
            case .draft: Word(status.rawValue, aliases: ["下書き"])
            case .published: Word(status.rawValue, aliases: ["公開"])
            case .withdrawn: Word(status.rawValue, aliases: ["取り下げ", "取下げ"])
            }
        })

    /// `true` and `false`.
    package static let flag = ValueRule(
        .choice,
        words: [
            Word("true", aliases: ["yes", "はい", "on", "1"]), Word("false", aliases: ["no", "いいえ", "off", "0"]),
        ])
}

extension FieldDefinition {
    /// What the values of the field may be.
    ///
    /// - Parameter isJapanese: Whether the casebook is in Japanese, and so its words for yes and no.
    package func rule(inJapanese isJapanese: Bool) -> ValueRule {
        switch kind {
        case .text: ValueRule(.text, required: isRequired)
        case .url: ValueRule(.url, required: isRequired)
        case .date: ValueRule(.date, required: isRequired)
        case .number: ValueRule(.decimal, required: isRequired, unit: unit)
        case .yesNo: .yesNo(required: isRequired, inJapanese: isJapanese)
        case .file: ValueRule(.file, required: isRequired)
        }
    }
}

extension SectionDefinition {
    /// What the text of the section may be.
    package var rule: ValueRule { ValueRule(.text, required: isRequired, hasLines: true) }
}
