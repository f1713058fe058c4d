import Basics

/// What the values and texts of cases may be: the rules of the keys that a table of cases can have, and of the sections.
public struct CaseRules: Sendable {
    /// The rules of the keys, in the order of the table of keys. Those of taxonomies have the terms as words.
    public let keys: [(key: String, rule: ValueRule)]
    /// The rules of the sections by their ids, in the order of `casebook.yml`.
    public let sections: [(id: String, rule: ValueRule)]

    /// Creates the rules of a casebook.
    public init(keys: [(key: String, rule: ValueRule)] = [], sections: [(id: String, rule: ValueRule)] = []) {
        self.keys = keys
        self.sections = sections
    }

    /// The rule of a key; nil if cases have no such key.
    public subscript(key: String) -> ValueRule? { keys.first { $0.key == key }?.rule }

    /// The rules as JSON on one line, for the script `rules.js`. Members with their usual value are left out.
    ///
    /// ```
    /// { "eras": [[name, letter, first day], …],
    ///   "radicals": { radical: kanji, … },
    ///   "keys": { key: rule, … }, "sections": { id: rule, … } }
    /// ```
    ///
    /// Of the radicals that look like kanji, only those are there whose kanji the names of terms have.
    public var json: String { json(of: nil, inJapanese: true) }

    /// The same for a page.
    ///
    /// - Parameters:
    ///   - asked: The keys that the page asks for; nil for all.
    ///   - isJapanese: Whether the page is in Japanese. Others have no eras, and no words in Japanese for yes and no.
    package func json(of asked: Set<String>?, inJapanese isJapanese: Bool) -> String {
        let asked = keys.filter { asked?.contains($0.key) ?? true }
        var json = JSONWriter(.compact)
        json.object { json in
            json.key("eras")
            json.array { json in
                for era in isJapanese ? JapaneseEra.all : [] {
                    json.array { json in
                        json.string(era.name)
                        json.string(String(era.letter))
                        json.string(era.first.iso)
                    }
                }
            }
            json.key("radicals")
            json.object { json in
                for (radical, kanji) in radicals {
                    json.key(named: String(radical))
                    json.string(String(kanji))
                }
            }
            json.key("keys")
            json.object { json in
                for (key, rule) in asked { rule.write(key, isShort: !isJapanese && rule.form == .yesNo, to: &json) }
            }
            json.key("sections")
            json.object { json in
                for (id, rule) in sections { rule.write(id, isShort: false, to: &json) }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private var radicals: [(Unicode.Scalar, Unicode.Scalar)] {
        let names = keys.flatMap(\.rule.words).flatMap { [$0.label] + $0.aliases + $0.others }
        let used = Set(names.flatMap(\.unicodeScalars))
        // Compatibility normalization replaces the radicals from U+2F00 on, in a script too.
        return (0x2E80..<0x2F00).compactMap { value in
            guard let radical = Unicode.Scalar(UInt32(value)), let kanji = CJKRadicals.kanji(of: radical), used.contains(kanji)
            else { return nil }
            return (radical, kanji)
        }
    }
}

extension ValueRule {
    /// Writes the rule; `isShort` leaves out other names of words.
    fileprivate func write(_ name: String, isShort: Bool, to json: inout JSONWriter) {
        json.key(named: name)
        json.object { json in
            json.member("form", form.rawValue)
            if isRequired {
                json.key("required")
                json.flag(true)
            }
            if let most, form == .terms || most != 1 { json.member("most", most) }
            if hasLines {
                json.key("lines")
                json.flag(true)
            }
            if let longest { json.member("longest", longest) }
            if let unit { json.member("unit", unit) }
            guard !words.isEmpty else { return }
            json.key("words")
            json.array { json in
                for word in words {
                    json.object { json in
                        json.member("label", word.label)
                        if isShort { return }
                        if !word.aliases.isEmpty { json.member("aliases", word.aliases) }
                        if !word.others.isEmpty { json.member("others", word.others) }
                    }
                }
            }
        }
    }
}
