import Diagnostics
import Testing

import Templates

/// A template with one problem, and the diagnostic expected for it.
struct Wrong: Sendable, CustomTestStringConvertible {
    let template: String
    var partials: [String: String] = [:]
    /// `id file:line:column-endColumn`
    let brief: String
    let ja: String
    let en: String
    var suggestions: [String] = []

    var testDescription: String { template }
}

@Suite struct ProblemTests {
    @Test(arguments: syntax + calls + names)
    func isReportedAtItsLocationInBothLanguages(_ wrong: Wrong) throws {
        let found = problems(wrong.template, partials: wrong.partials)
        #expect(found.map(brief) == [wrong.brief])
        let diagnostic = try #require(found.first)
        #expect(diagnostic.message.ja == wrong.ja)
        #expect(diagnostic.message.en == wrong.en)
        #expect(diagnostic.suggestions == wrong.suggestions)
        #expect(diagnostic.line != nil)
    }

    @Test func everyProblemIsTested() {
        var tested = Set((Self.syntax + Self.calls + Self.names).map { String($0.brief.prefix { $0 != " " }) })
        // These have their own tests: a missing layout, limits that need more than one line to reach, and those of files of strings.
        tested.formUnion(["missing-layout", "too-deep", "too-many-ways"])
        tested.formUnion(["bad-string-line", "duplicate-string", "missing-string", "unused-string", "unknown-string-value"])
        #expect(Set(TemplateProblem.examples.map(\.id)) == tested)
    }

    @Test(arguments: TemplateProblem.examples)
    func messagesAreSentencesInBothLanguages(_ problem: TemplateProblem) {
        #expect(!problem.message.ja.isEmpty && !problem.message.ja.hasSuffix("。"))
        #expect(!problem.message.en.isEmpty && !problem.message.en.hasSuffix("."))
        #expect(problem.id.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
    }

    static let syntax = [
        Wrong(
            template: "<h1>\n{{title\n</h1>", brief: "unclosed-tag page:2:1-8",
            ja: "タグが閉じられていません。}} で閉じてください", en: "The tag is not closed; end it with }}"),
        Wrong(
            template: "日本 {{{title}} {{", brief: "unclosed-tag page:1:4-17",
            ja: "タグが閉じられていません。}}} で閉じてください", en: "The tag is not closed; end it with }}}"),
        Wrong(
            template: "a {{ }} b", brief: "bad-tag page:1:3-8",
            ja: "{{ }} はタグとして読めません。空白を含まない名前を1つ書いてください",
            en: "{{ }} is not a valid tag; write one name without spaces"),
        Wrong(
            template: "{{#page title}}", brief: "bad-tag page:1:1-16",
            ja: "{{#page title}} はタグとして読めません。空白を含まない名前を1つ書いてください",
            en: "{{#page title}} is not a valid tag; write one name without spaces"),
        Wrong(
            template: "{{site..name}}", brief: "bad-tag page:1:1-15",
            ja: "{{site..name}} はタグとして読めません。空白を含まない名前を1つ書いてください",
            en: "{{site..name}} is not a valid tag; write one name without spaces"),
        Wrong(
            template: "x\n  {{=<% =}}", brief: "bad-delimiter page:2:3-12",
            ja: "区切り記号の指定が正しくありません。{{=<% %>=}} のように、新しい記号を空白で区切って2つ書いてください",
            en: "The delimiters are not valid; write two, with a space between them, as in {{=<% %>=}}"),
        Wrong(
            template: "{{=<= =>=}}", brief: "bad-delimiter page:1:1-12",
            ja: "区切り記号の指定が正しくありません。{{=<% %>=}} のように、新しい記号を空白で区切って2つ書いてください",
            en: "The delimiters are not valid; write two, with a space between them, as in {{=<% %>=}}"),
        Wrong(
            template: "{{=<% %>}}", brief: "bad-delimiter page:1:1-11",
            ja: "区切り記号の指定が正しくありません。{{=<% %>=}} のように、新しい記号を空白で区切って2つ書いてください",
            en: "The delimiters are not valid; write two, with a space between them, as in {{=<% %>=}}"),
        Wrong(
            template: "<ul>\n  {{#cards}}\n</ul>", brief: "unclosed-section page:2:3-13",
            ja: "{{#cards}} が閉じられていません。{{/cards}} を加えてください",
            en: "{{#cards}} is not closed; add {{/cards}}"),
        Wrong(
            template: "{{#cards}}{{^draft}}{{/cards}}", brief: "unclosed-section page:1:11-21",
            ja: "{{^draft}} が閉じられていません。{{/draft}} を加えてください",
            en: "{{^draft}} is not closed; add {{/draft}}"),
        Wrong(
            template: "{{#cards}}\n{{/card}}", brief: "mismatched-close page:2:1-10",
            ja: "{{/card}} と、開いている {{#cards}} の名前が合いません。どちらかを直してください",
            en: "{{/card}} does not match the open tag {{#cards}}; use the same name in both"),
        Wrong(
            template: "あ{{/cards}}", brief: "stray-close page:1:2-12",
            ja: "{{/cards}} に対応する始まりのタグがありません。このタグを消してください",
            en: "{{/cards}} has no opening tag; remove it"),
        Wrong(
            template: "{{<base}}{{$main}}{{/main}}\n{{$main}}{{/main}}{{/base}}", partials: ["base": "{{$main}}{{/main}}"],
            brief: "duplicate-block page:2:1-10", ja: "ブロック「main」が2回指定されています。1つにしてください",
            en: "The block \"main\" is given twice; keep one"),
        Wrong(
            template: "{{<base}}\n  hello\n{{$main}}{{/main}} there{{/base}}", partials: ["base": "{{$main}}{{/main}}"],
            brief: "ignored-in-parent page:2:3-8",
            ja: "{{<base}} の中に直接書いたものは表示されません。{{$名前}} と {{/名前}} の間に書いてください",
            en: "Text directly in {{<base}} is not shown; put it between {{$name}} and {{/name}}"),
    ]

    static let calls = [
        Wrong(
            template: "<body>\n  {{>haeder}}", partials: ["header": "", "footer": ""],
            brief: "missing-partial page:2:6-12", ja: "パーシャル「haeder」がありません",
            en: "There is no partial \"haeder\"", suggestions: ["header"]),
        Wrong(
            template: "{{<bse}}{{/bse}}", partials: ["base": ""], brief: "missing-parent page:1:4-7",
            ja: "親テンプレート「bse」がパーシャルの中にありません", en: "There is no parent \"bse\" among the partials",
            suggestions: ["base"]),
        Wrong(
            template: "{{<base}}\n{{$mian}}x{{/mian}}\n{{/base}}", partials: ["base": "{{$main}}{{/main}}"],
            brief: "unknown-block page:2:4-8", ja: "親テンプレート「base」にブロック「mian」はありません",
            en: "The parent \"base\" has no block \"mian\"", suggestions: ["main"]),
        Wrong(
            template: "{{>a}}", partials: ["a": "x\n {{#draft}}{{>a}}{{/draft}}"], brief: "endless-partial a:2:15-16",
            ja: "「a」の読み込みが終わりません。データが尽きたところで止まるように、セクションの中で読み込んでください",
            en: "\"a\" includes itself without end; include it in a section that ends when the data ends"),
        Wrong(
            template: "{{>*title}}", brief: "not-partial-name page:1:5-10",
            ja: "「title」はパーシャルの名前ではないので、{{>*title}} とは書けません",
            en: "\"title\" is not the name of a partial, so {{>*title}} cannot be used"),
    ]

    static let names = [
        Wrong(
            template: "<title>{{titel}}</title>", brief: "unknown-name page:1:10-15",
            ja: "「titel」という名前はここでは使えません", en: "The name \"titel\" is not available here",
            suggestions: ["title"]),
        Wrong(
            template: "{{ site.nmae }}", brief: "unknown-name page:1:9-13",
            ja: "「site」の中に「nmae」という名前はありません", en: "\"site\" does not contain the name \"nmae\"",
            suggestions: ["name"]),
        Wrong(
            template: "{{cards.title}}", brief: "no-names-inside page:1:9-14",
            ja: "「cards」は一覧なので、ドットの先に名前を続けられません",
            en: "\"cards\" is a list, so no name can follow its dot"),
        Wrong(
            template: "{{#title}}x{{/title}}", brief: "section-over-scalar page:1:4-9",
            ja: "「title」は必ずある文字なので、セクションにできません。{{title}} と書いてください",
            en: "\"title\" is a text that is never missing, so it cannot be a section; write {{title}}"),
        Wrong(
            template: "{{^body}}x{{/body}}", brief: "section-over-scalar page:1:4-8",
            ja: "「body」は必ずあるHTMLなので、セクションにできません。{{{body}}} と書いてください",
            en: "\"body\" is HTML that is never missing, so it cannot be a section; write {{{body}}}"),
        Wrong(
            template: "{{cards}}", brief: "not-text page:1:3-8",
            ja: "「cards」は一覧なので、そのまま表示できません。{{#cards}} で始まるセクションで使ってください",
            en: "\"cards\" is a list, so it cannot be shown directly; use it as a section, {{#cards}}"),
        Wrong(
            template: "{{{draft}}}", brief: "not-text page:1:4-9",
            ja: "「draft」は真偽（はい・いいえ）なので、そのまま表示できません。{{#draft}} で始まるセクションで使ってください",
            en: "\"draft\" is a yes or no, so it cannot be shown directly; use it as a section, {{#draft}}"),
        Wrong(
            template: "<p>{{body}}</p>", brief: "escaped-markup page:1:6-10",
            ja: "「body」はHTMLです。タグが文字として表示されないように {{{body}}} と書いてください",
            en: "\"body\" is HTML; write {{{body}}} so that its tags do not show as text"),
        Wrong(
            template: "{{& title}}", brief: "unescaped-text page:1:5-10",
            ja: "「title」は文字であり、常にエスケープされます。{{title}} と書いてください",
            en: "\"title\" is text, which is always escaped; write {{title}}"),
    ]
}
