import Basics
import CasebookModel
import Diagnostics

extension Rules {
    static let aboutOtherSettings: [any CheckedRule.Type] = [
        BadAddress.self,
        BadLanguage.self,
        UnknownPage.self,
        LoneWord.self,
    ]
}

/// An address on the web does not have the form of one, has a user or a password, or is none of a folder where it should be.
package struct BadAddress: FileRule, FixableRule {
    package static let id = "bad-address"
    package static let guide = GuideEntry(
        meaning: "`url` や `base_url` などが、アドレスとして読めません。",
        remedy: "メッセージに示された形で、`https://` から書きます。ユーザー名やパスワード、`index.html`、`?` や `#` から後は書きません。")
    package static let fixSummary = Message(ja: "アドレスを正しい形に直しました", en: "Wrote the address in the right form")
    package static let examples = AddressMistake.Kind.allCases.map { kind in
        BadAddress(
            key: KeyName("base_url", label: "公開する場所のアドレス"), value: "example",
            mistake: AddressMistake(kind: kind, meant: kind == .form ? nil : "https://example.jp/"))
    }

    let key: KeyName
    let value: String
    let mistake: AddressMistake

    init(key: KeyName, value: String, mistake: AddressMistake) {
        self.key = key
        self.value = value
        self.mistake = mistake
    }

    /// For a problem that another check has found, too.
    package init(key: KeyName, value: String) {
        let mistake = AddressMistake(of: value, isBase: false) ?? AddressMistake(kind: .form, meant: nil)
        self.init(key: key, value: value, mistake: mistake)
    }

    package var message: Message {
        guard mistake.kind == .form else { return mistake.message(of: key.key) }
        let example = suggestions.first ?? "https://example.org/"
        return Message(
            ja: "\(key.ja)の「\(value)」は「https://」で始まるアドレスではありません。`\(example)` のように書いてください",
            en: "“\(value)” for \(key.en) is not an address that starts with “https://”: write it like `\(example)`")
    }

    package var suggestions: [String] {
        switch mistake.kind {
        case .credentials: return []
        case .form:
            guard let meant = MeantAddress.read(value), Self.isRight(meant, for: key.key) else { return [] }
            return [meant]
        default: return mistake.meant.map { [$0] } ?? []
        }
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(.url) {
            let value = text.string(in: file.text)
            guard let mistake = AddressMistake(of: value, isBase: field.key == "base_url") else { continue }
            let problem = BadAddress(key: field.shown, value: value, mistake: mistake)
            if mistake.kind == .credentials {
                // The line is not shown.
                report.diagnostics.append(
                    Diagnostic(problem, path: file.text.path, range: file.text.range(ofBytes: text.bytes)))
            } else {
                let replacement = text.corrected == nil ? mistake.meant : nil
                report.add(problem, in: file.text, replacement == nil ? text.bytes : text.content, replacement: replacement)
            }
        }
    }

    private static func isRight(_ value: String, for key: String) -> Bool {
        key == "base_url" ? BaseURL(value) != nil : WebAddress.isValid(value)
    }
}

/// The language is no tag as BCP 47 defines it, such as `ja` or `ja-JP`.
struct BadLanguage: SettingsRule, FixableRule {
    static let id = "bad-language"
    static let guide = GuideEntry(
        meaning: "`language` が、言語の符号として読めません。",
        remedy: "日本語なら `ja` と書きます。")
    static let fixSummary = Message(ja: "言語を符号に直しました", en: "Replaced the language with its tag")
    static let examples = [BadLanguage(value: "日本語", meant: "ja")]

    let value: String
    let meant: String?

    var message: Message {
        Message(
            ja: "「\(value)」は言語を表す符号ではありません。「ja」のように書いてください",
            en: "“\(value)” is not a language tag: write one like “ja”")
    }

    var suggestions: [String] { meant.map { [$0] } ?? [] }

    static func check(_ schema: Schema, report: inout Report) {
        guard let language = schema.record.located("language", in: schema.source), !isTag(language.value) else { return }
        let meant = ["日本語": "ja", "japanese": "ja", "jp": "ja", "英語": "en", "english": "en"][foldedName(language.value)]
        report.add(BadLanguage(value: language.value, meant: meant), in: schema.source, language.bytes, replacement: meant)
    }

    private static func isTag(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), value != "jp",
            first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                    default: false
                    }
                }
        }
    }
}

/// `invitation` or `footer` names an unknown page.
struct UnknownPage: ContentRule {
    static let id = "unknown-page"
    static let guide = GuideEntry(
        meaning: "`invitation` か `footer` に書いたページがありません。",
        remedy: "`pages` のファイルの名前（`.md` を除く）を書きます。")
    static let examples = [UnknownPage(key: "footer", slug: "abuot", slugs: ["about"])]

    let key: String
    let slug: String
    let slugs: [String]

    var message: Message {
        Message(
            ja: "「\(key)」の「\(slug)」というページは「pages/」にありません",
            en: "“\(key)” names the page “\(slug)”, which is not in “pages/”")
    }

    var allowed: [String] { suggestions.isEmpty ? slugs : [] }

    var suggestions: [String] { nearest(to: slug, among: slugs) }

    static func check(_ content: ContentFiles, report: inout Report) {
        let schema = content.schema
        for key in ["invitation", "footer"] {
            for slug in schema.record.list(key, in: schema.source) {
                let location = "pages/\(slug.value).md"
                guard content.fileIndices[location] == nil, !content.unreadable.contains(location) else { continue }
                report.add(
                    UnknownPage(key: key, slug: slug.value, slugs: content.names["pages"] ?? []), in: schema.source,
                    slug.bytes)
            }
        }
    }
}

/// A group of words for the search has one word only, which has no effect.
struct LoneWord: SettingsRule {
    static let id = "lone-word"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "検索の言葉の組（`search`）に、言葉が一つしかありません。",
        remedy: "同じ意味や近い意味の言葉を加えるか、組を消します。")
    static let examples = [LoneWord(word: "RPA")]

    let word: String

    var message: Message {
        Message(
            ja: "この組には言葉が「\(word)」しかありません。同じ意味や近い意味の言葉を加えるか、この組を取り除いてください",
            en:
                "“\(word)” is the only word of its group: add a word that means the same or nearly the same, or remove the group"
        )
    }

    static func check(_ schema: Schema, report: inout Report) {
        for search in schema.record.records("search") {
            for group in ["synonyms", "related"].flatMap({ search.records($0) }) {
                let words = group.list("words", in: schema.source)
                // An empty or missing list is reported by another rule.
                guard let word = words.first, Set(words.map { foldedName($0.value) }).count == 1,
                    group.list("also", in: schema.source).isEmpty
                else { continue }
                report.add(LoneWord(word: word.value), in: schema.source, word.bytes)
            }
        }
    }
}
