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
        Message(
            ja: "引用符が閉じられていません。値の終わりにも同じ引用符を書くか、始まりの引用符を消してください",
            en: "The quotation mark is not closed: write the same mark at the end of the value too, or remove this one")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .unclosedQuote(let quote) in file.frontMatter.syntaxErrors {
            report.add(UnclosedQuote(), in: file.text, quote)
        }
    }
}

/// A value is not valid YAML.
struct InvalidYAML: FormRule, TermRule, FixableRule {
    static let id = "invalid-yaml"
    static let guide = GuideEntry(
        meaning: "先頭の項目として読めません。`&` や `{` など、特別な意味のある記号で始まる値などです。",
        remedy: "値の全体を `\"` で囲みます。一覧なら、`[` と `]` や字下げを見直します。")
    static let fixSummary = Message(ja: "値を引用符で囲みました", en: "Put the value in quotation marks")
    static let examples = [
        InvalidYAML(mistake: .mark("&"), meant: "\"&A社との連携\""), InvalidYAML(mistake: .mark("{"), meant: nil),
        InvalidYAML(mistake: .colon, meant: "\"見学: 準備\""), InvalidYAML(mistake: .escape, meant: "'C:\\資料'"),
        InvalidYAML(mistake: .textAfterQuote, meant: "'\"就労\" 支援'"),
        InvalidYAML(mistake: .textAfterList, meant: nil), InvalidYAML(mistake: .unclosed("]"), meant: nil),
        InvalidYAML(mistake: .itemAfterKey, meant: nil), InvalidYAML(mistake: .indentation, meant: nil),
        InvalidYAML(mistake: .missingColon, meant: nil), InvalidYAML(mistake: .control, meant: nil),
        InvalidYAML(mistake: .tooDeep, meant: nil),
        InvalidYAML(mistake: .tooMany, meant: nil), InvalidYAML(mistake: .other, meant: nil),
    ]

    let mistake: YAMLMistake
    /// The value as it should be written, if that is certain.
    let meant: String?

    var message: Message {
        switch mistake {
        case .mark(let mark):
            quoted(ja: "「\(mark)」で始まる値は、そのままでは読めません", en: "A value that starts with “\(mark)” cannot be read as it is")
        case .colon: quoted(ja: "値の中の「: 」は、そのままでは読めません", en: "A value with “: ” in it cannot be read as it is")
        case .escape:
            Message(
                ja: "引用符「\"」の中の「\\」は、そのままでは読めません。「\(meant ?? "'C:\\資料'")」のように、「'」で囲んでください",
                en:
                    "A “\\” between “\"” cannot be read as it is: use the other quotation marks, like “\(meant ?? "'C:\\files'")”"
            )
        case .textAfterQuote:
            quoted(ja: "閉じる引用符の後に、文字があります", en: "There is text after the closing quotation mark")
        case .textAfterList:
            Message(
                ja: "一覧として読めません。「[本人, 家族]」のように書いてください。引用符「\"」は、一つの値の始めと終わりに付けます",
                en: "This is not a list: write it like “[本人, 家族]”, with quotation marks only around whole values")
        case .unclosed(let mark):
            Message(
                ja: "ここで始まる括弧が閉じられていません。終わりに「\(mark)」を書いてください。文字なら、値の全体を引用符「\"」で囲んでください",
                en:
                    "This bracket is not closed: write “\(mark)” at the end, or put the whole value in quotation marks if it is text"
            )
        case .itemAfterKey:
            Message(
                ja: "「- 」で始まる一覧は、項目の名前の次の行から書いてください", en: "Start a list with “- ” on the line after its key")
        case .indentation:
            Message(
                ja: "字下げがそろっていません。前の行と、始まりの空白の数をそろえてください",
                en: "The lines do not start at the same column: start this line where the line before starts")
        case .missingColon:
            Message(
                ja: "項目の名前の後に「: 」（半角のコロンと空白）がありません。「項目: 値」のように書いてください",
                en: "“: ” after the key is missing: write the line like “key: value”")
        case .control:
            Message(ja: "使えない文字（制御文字）があります。消してください", en: "There is a control character: remove it")
        case .tooDeep: Message(ja: "括弧や字下げが深すぎます。浅くしてください", en: "This is nested too deeply: use fewer levels")
        case .tooMany: Message(ja: "値が多すぎます。減らしてください", en: "There are too many values: remove some")
        case .other:
            quoted(
                ja: "項目の値として読めません。この行とその前の行の、記号や字下げを確かめてください。文字なら",
                en: "This cannot be read as a value: check the marks and blanks in this line and the line before. If it is text"
            )
        }
    }

    /// What is wrong, and the value in quotation marks.
    private func quoted(ja: String, en: String) -> Message {
        let example = meant.flatMap { $0.count > 60 ? nil : $0 }
        let isPart = mistake == .other
        return Message(
            ja: ja + (isPart ? "、" : "。") + (example.map { "「\($0)」のように、" } ?? "") + "全体を引用符で囲んでください",
            en: en + (isPart ? ", " : ": ") + "put all of it in quotation marks" + (example.map { ", like “\($0)”" } ?? ""))
    }

    static func add(to lists: inout RuleLists) {
        lists.ofForm.append(self)
        lists.ofTerms.append(self)
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for case .invalid(let bytes, let mistake, let meant) in file.frontMatter.syntaxErrors {
            report.add(InvalidYAML(mistake: mistake, meant: meant), in: file.text, bytes, replacement: meant)
        }
    }

    /// A list of terms with text after it is read as one text.
    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for uses in uses.all {
            for case .unknown(let name, let bytes) in uses where isBrokenList(name) {
                report.add(InvalidYAML(mistake: .textAfterList, meant: nil), in: file.text, bytes)
            }
        }
    }

    /// Whether a name of a term is a list that could not be read.
    static func isBrokenList(_ name: String) -> Bool { name.hasPrefix("[") && name.contains("]") }
}

/// A text ends at ` #`, which starts a comment, though no space follows as after the `#` of a comment.
struct HashInText: FileRule, FixableRule {
    static let id = "hash-in-text"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "空白と `#` から後ろが、注記とみなされて載りません。",
        remedy: "載せるときは、値の全体を `\"` で囲みます。")
    static let fixSummary = Message(ja: "値を引用符で囲みました", en: "Put the value in quotation marks")
    static let examples = [HashInText()]

    var message: Message {
        Message(
            ja: "空白に続く「#」から後は注記とみなし、載せません。載せるときは値全体を引用符「\"」で囲んでください",
            en: "The text from “#” on is read as a comment and not shown: to show it, put the whole value in quotes")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for record in file.records {
            for entry in record.entries {
                guard let field = record.field(of: entry), field.rule.form == .text, !field.isList else { continue }
                if case .text(let text) = entry.value, text.corrected == nil {
                    check(text, in: file.text, report: &report)
                } else if !field.isRequired, let comment = commentInPlaceOfValue(entry, in: file.text) {
                    let quoted = YAMLQuotes.around(file.text.string(comment))
                    report.add(HashInText(), in: file.text, comment, replacement: quoted)
                }
            }
        }
    }

    /// The comment on the line of a key without a value, if it is likely meant as the value: no blank follows the `#`.
    static func commentInPlaceOfValue(_ entry: FrontMatter.Entry, in source: SourceText) -> Range<Int>? {
        guard case .empty = entry.value, !entry.colon.isEmpty else { return nil }
        let end = source.utf8[entry.colon.upperBound...].firstIndex(of: 0x0A) ?? source.utf8.count
        guard let start = source.utf8[entry.colon.upperBound..<end].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
            source.utf8[start] == 0x23, start + 1 < end, ![0x20, 0x09, 0x23].contains(source.utf8[start + 1])
        else { return nil }
        let last = source.utf8[start..<end].lastIndex { $0 != 0x20 && $0 != 0x09 } ?? start
        return start..<last + 1
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
