import Diagnostics

extension TemplateProblem {
    /// The stable name of the problem.
    public var id: String {
        switch self {
        case .unclosedTag: "unclosed-tag"
        case .badTag: "bad-tag"
        case .badDelimiter: "bad-delimiter"
        case .unclosedSection: "unclosed-section"
        case .mismatchedClose: "mismatched-close"
        case .strayClose: "stray-close"
        case .duplicateBlock: "duplicate-block"
        case .ignoredInParent: "ignored-in-parent"
        case .missingLayout: "missing-layout"
        case .missingPartial: "missing-partial"
        case .missingParent: "missing-parent"
        case .unknownBlock: "unknown-block"
        case .unknownName: "unknown-name"
        case .noNamesInside: "no-names-inside"
        case .sectionOverScalar: "section-over-scalar"
        case .notText: "not-text"
        case .escapedMarkup: "escaped-markup"
        case .unescapedText: "unescaped-text"
        case .notPartialName: "not-partial-name"
        case .endlessPartial: "endless-partial"
        case .tooManyWays: "too-many-ways"
        case .tooDeep: "too-deep"
        }
    }

    public var message: Message { Message(ja: japanese, en: english) }

    private var japanese: String {
        switch self {
        case .unclosedTag(let closing): "タグが閉じられていません。\(closing) で閉じてください"
        case .badTag(let tag): "\(tag) はタグとして読めません。空白を含まない名前を1つ書いてください"
        case .badDelimiter: "区切り記号の指定が正しくありません。{{=<% %>=}} のように、新しい記号を空白で区切って2つ書いてください"
        case .unclosedSection(let tag, let name): "\(tag) が閉じられていません。{{/\(name)}} を加えてください"
        case .mismatchedClose(let found, let opened):
            "{{/\(found)}} と、開いている \(opened) の名前が合いません。どちらかを直してください"
        case .strayClose(let name): "{{/\(name)}} に対応する始まりのタグがありません。このタグを消してください"
        case .duplicateBlock(let name): "ブロック「\(name)」が2回指定されています。1つにしてください"
        case .ignoredInParent(let name):
            "{{<\(name)}} の中に直接書いたものは表示されません。{{$名前}} と {{/名前}} の間に書いてください"
        case .missingLayout(let name, _): "レイアウト「\(name)」がありません"
        case .missingPartial(let name, _): "パーシャル「\(name)」がありません"
        case .missingParent(let name, _): "親テンプレート「\(name)」がパーシャルの中にありません"
        case .unknownBlock(let name, let parent, _): "親テンプレート「\(parent)」にブロック「\(name)」はありません"
        case .unknownName(let name, nil, _): "「\(name)」という名前はここでは使えません"
        case .unknownName(let name, let object?, _): "「\(object)」の中に「\(name)」という名前はありません"
        case .noNamesInside(let name, let kind): "「\(name)」は\(kind.name.ja)なので、ドットの先に名前を続けられません"
        case .sectionOverScalar(let name, let kind):
            "「\(name)」は必ずある\(kind.name.ja)なので、セクションにできません。\(tag(name, kind)) と書いてください"
        case .notText(let name, let kind): "「\(name)」は\(kind.name.ja)なので、そのまま表示できません。{{#\(name)}} で始まるセクションで使ってください"
        case .escapedMarkup(let name): "「\(name)」はHTMLです。タグが文字として表示されないように {{{\(name)}}} と書いてください"
        case .unescapedText(let name): "「\(name)」は文字であり、常にエスケープされます。{{\(name)}} と書いてください"
        case .notPartialName(let name, _): "「\(name)」はパーシャルの名前ではないので、{{>*\(name)}} とは書けません"
        case .endlessPartial(let name): "「\(name)」の読み込みが終わりません。データが尽きたところで止まるように、セクションの中で読み込んでください"
        case .tooManyWays(let limit): "パーシャルの呼び出し方が\(limit)通りを超え、確かめきれません。互いの呼び出しを減らしてください"
        case .tooDeep(let limit): "入れ子が\(limit)段を超えたため、表示を止めました。読み込みが終わるかどうかを確かめてください"
        }
    }

    private var english: String {
        switch self {
        case .unclosedTag(let closing): "The tag is not closed; end it with \(closing)"
        case .badTag(let tag): "\(tag) is not a tag; write one name without blanks"
        case .badDelimiter: "These are not delimiters; write two, with a blank between them, as in {{=<% %>=}}"
        case .unclosedSection(let tag, let name): "\(tag) is not closed; add {{/\(name)}}"
        case .mismatchedClose(let found, let opened):
            "{{/\(found)}} does not match \(opened), which is open; make their names the same"
        case .strayClose(let name): "{{/\(name)}} closes nothing; remove it"
        case .duplicateBlock(let name): "The block \"\(name)\" is given twice; keep one"
        case .ignoredInParent(let name):
            "What stands directly in {{<\(name)}} is not shown; put it between {{$name}} and {{/name}}"
        case .missingLayout(let name, _): "There is no layout \"\(name)\""
        case .missingPartial(let name, _): "There is no partial \"\(name)\""
        case .missingParent(let name, _): "There is no parent \"\(name)\" among the partials"
        case .unknownBlock(let name, let parent, _): "The parent \"\(parent)\" has no block \"\(name)\""
        case .unknownName(let name, nil, _): "There is no name \"\(name)\" here"
        case .unknownName(let name, let object?, _): "\"\(object)\" has no name \"\(name)\" in it"
        case .noNamesInside(let name, let kind): "\"\(name)\" is \(kind.name.en), so no name can follow its dot"
        case .sectionOverScalar(let name, let kind):
            "\"\(name)\" is \(kind.name.en) that is always there, so it cannot be a section; write \(tag(name, kind))"
        case .notText(let name, let kind):
            "\"\(name)\" is \(kind.name.en), so it cannot be shown as it is; use it as a section, {{#\(name)}}"
        case .escapedMarkup(let name): "\"\(name)\" is HTML; write {{{\(name)}}}, or its tags show as text"
        case .unescapedText(let name): "\"\(name)\" is text, which is always escaped; write {{\(name)}}"
        case .notPartialName(let name, _): "\"\(name)\" does not name partials, so {{>*\(name)}} cannot be used"
        case .endlessPartial(let name):
            "\"\(name)\" includes itself without end; put it in a section that the data runs out of"
        case .tooManyWays(let limit): "The partials call each other in more than \(limit) ways, too many to check; simplify"
        case .tooDeep(let limit): "Rendering stopped at \(limit) levels; see whether a partial includes itself without end"
        }
    }

    /// The tag that shows something.
    private func tag(_ name: String, _ kind: KindName) -> String {
        kind == .html ? "{{{\(name)}}}" : "{{\(name)}}"
    }
}
