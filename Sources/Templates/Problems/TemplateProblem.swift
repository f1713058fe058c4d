import Diagnostics

/// A mistake in the templates of a site.
///
/// The id, the severity, the words in both languages and the suggestions of every problem are in this file.
public enum TemplateProblem: Problem, Hashable {
    /// A tag begins and never ends.
    case unclosedTag(closing: String)
    /// A tag has no name, or its name is not allowed.
    case badTag(String)
    /// A delimiter tag does not contain two new delimiters.
    case badDelimiter
    /// A section, parent or block has no closing tag.
    case unclosedSection(tag: String, name: String)
    /// A closing tag has a different name than the tag that it would close.
    case mismatchedClose(found: String, opened: String)
    /// A closing tag has no opening tag.
    case strayClose(name: String)
    /// A parent is given a block twice.
    case duplicateBlock(name: String)
    /// Something other than a block is directly in a parent, where it is not shown.
    case ignoredInParent(name: String)
    /// The layout does not exist.
    case missingLayout(name: String, layouts: [String])
    /// The partial does not exist.
    case missingPartial(name: String, partials: [String])
    /// The parent does not exist.
    case missingParent(name: String, partials: [String])
    /// A parent is given a block that it does not have.
    case unknownBlock(name: String, parent: String, blocks: [String])
    /// No object of the context has the name, or the object before the dot does not have it.
    case unknownName(name: String, object: String?, names: [String])
    /// A name follows a dot after a value that has no names.
    case noNamesInside(name: String, kind: KindName)
    /// A section is opened for a value that is always there and is always a single one.
    case sectionOverScalar(name: String, kind: KindName)
    /// `{{x}}` is used for a value that is not text.
    case notText(name: String, kind: KindName)
    /// `{{x}}` is used for HTML, whose tags would show as text.
    case escapedMarkup(name: String)
    /// `{{{x}}}` is used for text, which is always escaped.
    case unescapedText(name: String)
    /// `{{>*x}}` is used for a value that is not declared to be the name of a partial.
    case notPartialName(name: String, names: [String])
    /// A partial includes itself, and no data ends it.
    case endlessPartial(name: String)
    /// The layout and its partials call each other in too many ways to check them all.
    case tooManyWays(limit: Int)
    /// Rendering reached the limit of open sections and calls.
    case tooDeep(limit: Int)
    /// A line of a file of strings is none of its forms.
    case badStringLine
    /// A file of strings has two texts with the same key.
    case duplicateString(key: String)
    /// The file of strings has no text with a key that is used.
    case missingString(key: String, file: String, keys: [String])
    /// Nothing uses a text.
    case unusedString(key: String)
    /// A text that a script or Swift code shows names a value that is not given there.
    case unknownStringValue(name: String, key: String, names: [String])
}

extension TemplateProblem {
    /// The stable name of the problem, for machines and documentation.
    public var id: String { words.id }

    /// The sentence for people, in Japanese and English.
    public var message: Message { words.message }

    /// An error, except for text that only has no effect.
    public var severity: Severity {
        switch self {
        case .ignoredInParent, .unusedString: .warning
        default: .error
        }
    }

    /// The id and the words of the problem.
    private var words: (id: String, message: Message) {
        switch self {
        case .unclosedTag(let closing):
            (
                "unclosed-tag",
                Message(
                    ja: "タグが閉じられていません。\(closing) で閉じてください",
                    en: "The tag is not closed; end it with \(closing)")
            )
        case .badTag(let tag):
            (
                "bad-tag",
                Message(
                    ja: "\(tag) はタグとして読めません。空白を含まない名前を1つ書いてください",
                    en: "\(tag) is not a valid tag; write one name without spaces")
            )
        case .badDelimiter:
            (
                "bad-delimiter",
                Message(
                    ja: "区切り記号の指定が正しくありません。{{=<% %>=}} のように、新しい記号を空白で区切って2つ書いてください",
                    en: "The delimiters are not valid; write two, with a space between them, as in {{=<% %>=}}")
            )
        case .unclosedSection(let tag, let name):
            (
                "unclosed-section",
                Message(
                    ja: "\(tag) が閉じられていません。{{/\(name)}} を加えてください",
                    en: "\(tag) is not closed; add {{/\(name)}}")
            )
        case .mismatchedClose(let found, let opened):
            (
                "mismatched-close",
                Message(
                    ja: "{{/\(found)}} と、開いている \(opened) の名前が合いません。どちらかを直してください",
                    en: "{{/\(found)}} does not match the open tag \(opened); use the same name in both")
            )
        case .strayClose(let name):
            (
                "stray-close",
                Message(
                    ja: "{{/\(name)}} に対応する始まりのタグがありません。このタグを消してください",
                    en: "{{/\(name)}} has no opening tag; remove it")
            )
        case .duplicateBlock(let name):
            (
                "duplicate-block",
                Message(
                    ja: "ブロック「\(name)」が2回指定されています。1つにしてください",
                    en: "The block \"\(name)\" is given twice; keep one")
            )
        case .ignoredInParent(let name):
            (
                "ignored-in-parent",
                Message(
                    ja: "{{<\(name)}} の中に直接書いたものは表示されません。{{$名前}} と {{/名前}} の間に書いてください",
                    en: "Text directly in {{<\(name)}} is not shown; put it between {{$name}} and {{/name}}")
            )
        case .missingLayout(let name, _):
            (
                "missing-layout",
                Message(
                    ja: "レイアウト「\(name)」がありません",
                    en: "There is no layout \"\(name)\"")
            )
        case .missingPartial(let name, _):
            (
                "missing-partial",
                Message(
                    ja: "パーシャル「\(name)」がありません",
                    en: "There is no partial \"\(name)\"")
            )
        case .missingParent(let name, _):
            (
                "missing-parent",
                Message(
                    ja: "親テンプレート「\(name)」がパーシャルの中にありません",
                    en: "There is no parent \"\(name)\" among the partials")
            )
        case .unknownBlock(let name, let parent, _):
            (
                "unknown-block",
                Message(
                    ja: "親テンプレート「\(parent)」にブロック「\(name)」はありません",
                    en: "The parent \"\(parent)\" has no block \"\(name)\"")
            )
        case .unknownName(let name, nil, _):
            (
                "unknown-name",
                Message(
                    ja: "「\(name)」という名前はここでは使えません",
                    en: "The name \"\(name)\" is not available here")
            )
        case .unknownName(let name, let object?, _):
            (
                "unknown-name",
                Message(
                    ja: "「\(object)」の中に「\(name)」という名前はありません",
                    en: "\"\(object)\" does not contain the name \"\(name)\"")
            )
        case .noNamesInside(let name, let kind):
            (
                "no-names-inside",
                Message(
                    ja: "「\(name)」は\(kind.name.ja)なので、ドットの先に名前を続けられません",
                    en: "\"\(name)\" is \(kind.name.en), so no name can follow its dot")
            )
        case .sectionOverScalar(let name, let kind):
            (
                "section-over-scalar",
                Message(
                    ja: "「\(name)」は必ずある\(kind.name.ja)なので、セクションにできません。\(kind.tag(name)) と書いてください",
                    en:
                        "\"\(name)\" is \(kind.name.en) that is never missing, so it cannot be a section; write \(kind.tag(name))"
                )
            )
        case .notText(let name, let kind):
            (
                "not-text",
                Message(
                    ja: "「\(name)」は\(kind.name.ja)なので、そのまま表示できません。{{#\(name)}} で始まるセクションで使ってください",
                    en: "\"\(name)\" is \(kind.name.en), so it cannot be shown directly; use it as a section, {{#\(name)}}")
            )
        case .escapedMarkup(let name):
            (
                "escaped-markup",
                Message(
                    ja: "「\(name)」はHTMLです。タグが文字として表示されないように {{{\(name)}}} と書いてください",
                    en: "\"\(name)\" is HTML; write {{{\(name)}}} so that its tags do not show as text")
            )
        case .unescapedText(let name):
            (
                "unescaped-text",
                Message(
                    ja: "「\(name)」は文字であり、常にエスケープされます。{{\(name)}} と書いてください",
                    en: "\"\(name)\" is text, which is always escaped; write {{\(name)}}")
            )
        case .notPartialName(let name, _):
            (
                "not-partial-name",
                Message(
                    ja: "「\(name)」はパーシャルの名前ではないので、{{>*\(name)}} とは書けません",
                    en: "\"\(name)\" is not the name of a partial, so {{>*\(name)}} cannot be used")
            )
        case .endlessPartial(let name):
            (
                "endless-partial",
                Message(
                    ja: "「\(name)」の読み込みが終わりません。データが尽きたところで止まるように、セクションの中で読み込んでください",
                    en: "\"\(name)\" includes itself without end; include it in a section that ends when the data ends")
            )
        case .tooManyWays(let limit):
            (
                "too-many-ways",
                Message(
                    ja: "パーシャルの呼び出し方が\(limit)通りを超え、確かめきれません。互いの呼び出しを減らしてください",
                    en: "The partials call each other in more than \(limit) ways, too many to check; reduce these calls")
            )
        case .tooDeep(let limit):
            (
                "too-deep",
                Message(
                    ja: "入れ子が\(limit)段を超えたため、表示を止めました。読み込みが終わるかどうかを確かめてください",
                    en: "Rendering stopped at \(limit) levels; check whether a partial includes itself without end")
            )
        case .badStringLine:
            (
                "bad-string-line",
                Message(
                    ja: "文言のファイルの行として読めません。2字下げて、「名前: \"文言\"」のように1行で書いてください。"
                        + "数で変わる文言は、4字下げて、「count=1: \"…\"」のような行と、最後に「other: \"…\"」を書きます",
                    en:
                        "This is not a line of a file of texts; write “name: \"text\"” on one line, after two spaces. Of a text that"
                        + " changes with a number, write lines like “count=1: \"…\"” and, last, “other: \"…\"”, after four spaces"
                )
            )
        case .duplicateString(let key):
            (
                "duplicate-string",
                Message(
                    ja: "文言「\(key)」が2回書かれています。1つにしてください",
                    en: "The text “\(key)” is written twice; keep one")
            )
        case .missingString(let key, let file, _):
            (
                "missing-string",
                Message(
                    ja: "文言「\(key)」が「\(file)」にありません。書き加えるか、名前を直してください",
                    en: "“\(file)” has no text “\(key)”; add it or correct the name")
            )
        case .unusedString(let key):
            (
                "unused-string",
                Message(
                    ja: "文言「\(key)」は、どこでも使われていません。消すか、使うほうの名前を直してください",
                    en: "Nothing uses the text “\(key)”; remove it, or correct the name where it should be used")
            )
        case .unknownStringValue(let name, let key, _):
            (
                "unknown-string-value",
                Message(
                    ja: "文言「\(key)」では「{\(name)}」は使えません",
                    en: "The text “\(key)” cannot use “{\(name)}”")
            )
        }
    }

    /// Existing names that are close to a name that does not exist.
    public var suggestions: [String] {
        switch self {
        case .missingLayout(let name, let names), .missingPartial(let name, let names), .missingParent(let name, let names),
            .unknownBlock(let name, _, let names), .unknownName(let name, _, let names),
            .missingString(let name, _, let names), .unknownStringValue(let name, _, let names):
            nearest(to: name, among: names)
        default: []
        }
    }

    /// All names that are allowed, if none of them is close and the list is short.
    public var allowed: [String] {
        switch self {
        case .missingLayout(_, let names), .missingPartial(_, let names), .missingParent(_, let names),
            .unknownBlock(_, _, let names), .unknownName(_, _, let names), .notPartialName(_, let names),
            .unknownStringValue(_, _, let names):
            suggestions.isEmpty && names.count <= 24 ? names : []
        default: []
        }
    }

    /// An example of each problem, so that every message can be tested in both languages.
    public static var examples: [TemplateProblem] {
        [
            .unclosedTag(closing: "}}"), .badTag("{{}}"), .badDelimiter,
            .unclosedSection(tag: "{{#cases}}", name: "cases"), .mismatchedClose(found: "case", opened: "{{#cases}}"),
            .strayClose(name: "cases"), .duplicateBlock(name: "main"), .ignoredInParent(name: "base"),
            .missingLayout(name: "cse", layouts: ["case"]), .missingPartial(name: "haeder", partials: ["header"]),
            .missingParent(name: "bse", partials: ["base"]),
            .unknownBlock(name: "mian", parent: "base", blocks: ["main"]),
            .unknownName(name: "titel", object: nil, names: ["title"]),
            .unknownName(name: "titel", object: "site", names: ["title"]),
            .noNamesInside(name: "cases", kind: .list), .sectionOverScalar(name: "title", kind: .text),
            .notText(name: "cases", kind: .list), .escapedMarkup(name: "body"), .unescapedText(name: "title"),
            .notPartialName(name: "title", names: ["kind"]), .endlessPartial(name: "header"),
            .tooManyWays(limit: 10_000), .tooDeep(limit: 2000), .badStringLine, .duplicateString(key: "search.title"),
            .missingString(key: "search.titel", file: "templates/strings/en.yml", keys: ["search.title"]),
            .unusedString(key: "search.title"),
            .unknownStringValue(name: "cout", key: "search.found", names: ["count", "words"]),
        ]
    }
}

extension KindName {
    /// The tag that shows a value of this kind.
    fileprivate func tag(_ name: String) -> String {
        self == .html ? "{{{\(name)}}}" : "{{\(name)}}"
    }
}

/// The notes of template problems about other locations that take part in them.
enum TemplateNote {
    static func openedHere(tag: String) -> Message {
        Message(ja: "ここで \(tag) が始まっています", en: "\(tag) begins here")
    }

    static let firstHere = Message(ja: "最初の指定はここです", en: "first given here")

    static let usedHere = Message(ja: "ここで使っています", en: "used here")

    static func includedHere(layout: String) -> Message {
        Message(ja: "レイアウト「\(layout)」がここから読み込んでいます", en: "included here by the layout \"\(layout)\"")
    }
}
