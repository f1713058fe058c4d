import Diagnostics

extension Rules {
    static let aboutSyntax: [any CheckedRule.Type] = [
        UnclosedQuote.self,
        InvalidYAML.self,
        HashInText.self,
    ]
}

/// A quotation mark is never closed.
struct UnclosedQuote: FormRule {
    static let id = "unclosed-quote"
    static let guide = GuideEntry(
        meaning: "`\"` や `'` で始まり、閉じられていません。",
        remedy: "終わりにも同じ記号を書くか、始まりの記号を消します。")
    static let examples = [UnclosedQuote()]

    var message: Message {
        Message(ja: "引用符が閉じられていません", en: "The quotation mark is not closed")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .unclosedQuote(let quote) in file.frontMatter.syntaxErrors {
            report.add(UnclosedQuote(), in: file.text, quote)
        }
    }
}

/// A value of several lines is not valid YAML, as the YAML library reports it.
struct InvalidYAML: FormRule {
    static let id = "invalid-yaml"
    static let guide = GuideEntry(
        meaning: "先頭の項目として読めません。",
        remedy: "その行と前の行の、記号や字下げを見直します。")
    static let examples = [InvalidYAML(detail: "found unexpected end of stream")]

    let detail: String

    var message: Message {
        Message(
            ja: "項目の書き方が正しくありません。この行とその前の行を確かめてください（\(japaneseDetail)）",
            en: "This is not valid YAML: check this line and the line before (\(detail))")
    }

    private var japaneseDetail: String { Self.japaneseDetails[detail] ?? detail }

    /// What the YAML library reports most often.
    private static let japaneseDetails = [
        "did not find expected ',' or ']'": "「,」か「]」がありません", "did not find expected ',' or '}'": "「,」か「}」がありません",
        "did not find expected node content": "値がありません", "did not find expected key": "項目の字下げがそろっていません",
        "could not find expected ':'": "「:」がありません", "found undefined alias": "「*」の後の名前が決められていません",
        "mapping values are not allowed in this context": "値の中の「: 」には引用符が要ります",
        "found character that cannot start any token": "値の始めに使えない文字があります",
        "found unexpected end of stream": "引用符か括弧が閉じられていません",
        "block sequence entries are not allowed in this context": "「- 」の一覧は次の行から書きます",
        "nested too deeply": "入れ子が深すぎます", "too many values": "値が多すぎます",
    ]

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .invalid(let bytes, let detail) in file.frontMatter.syntaxErrors {
            report.add(InvalidYAML(detail: detail), in: file.text, bytes)
        }
    }
}

/// A text ends at ` #`, which starts a comment, though no space follows as after the `#` of a comment.
struct HashInText: FileRule {
    static let id = "hash-in-text"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "空白と `#` から後ろが、注記とみなされて載りません。",
        remedy: "載せるときは、値の全体を `\"` で囲みます。")
    static let examples = [HashInText()]

    var message: Message {
        Message(
            ja: "空白に続く「#」から後は注記とみなし、載せません。載せるときは値全体を引用符「\"」で囲んでください",
            en: "The text from “#” on is read as a comment and not shown: to show it, put the whole value in quotes")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for entry in record.entries {
                guard case .text(let text) = entry.value, text.corrected == nil, let field = record.field(of: entry),
                    case .text = field.kind
                else { continue }
                check(text, in: file.text, report: &report)
            }
        }
    }

    private static func check(_ text: FieldText, in source: SourceText, report: inout Report) {
        var index = text.bytes.upperBound
        while index < source.utf8.count, source.utf8[index] == 0x20 || source.utf8[index] == 0x09 { index += 1 }
        guard index > text.bytes.upperBound, index + 1 < source.utf8.count, source.utf8[index] == 0x23 else { return }
        let next = source.utf8[index + 1]
        guard next != 0x20, next != 0x09, next != 0x0A, next != 0x23 else { return }
        let end = source.utf8[index...].firstIndex(of: 0x0A) ?? source.utf8.count
        report.add(HashInText(), in: source, index..<end)
    }
}
