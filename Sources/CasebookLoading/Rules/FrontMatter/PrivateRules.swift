import Diagnostics

extension Rules {
    static let aboutPrivate: [any CheckedRule.Type] = [
        PrivateForm.self
    ]
}

/// What is private is not written as `private:` on a line of its own, with indented lines after it. It is hidden all the same.
struct PrivateForm: FormRule, FixableRule {
    static let id = "private-form"
    static let guide = GuideEntry(
        meaning: "公開しない情報（`private:`）の書き方が違います。内容は、どのメッセージにも示しません。",
        remedy: "行の先頭から `private:` とだけ書き、公開しない情報はその下に、半角の空白2つで字下げして書きます。")
    static let fixSummary = Message(
        ja: "公開しない情報を「private:」の下に字下げして書きました", en: "Wrote what is private indented after “private:”")
    static let examples = [
        PrivateForm(mistake: .key), PrivateForm(mistake: .name), PrivateForm(mistake: .value), PrivateForm(mistake: .line),
        PrivateForm(mistake: .body),
    ]

    let mistake: FrontMatter.PrivateBlock.Mistake.Kind

    var message: Message {
        switch mistake {
        case .key:
            Message(
                ja: "公開しない情報は、行の先頭から半角の小文字で「private:」とだけ書いて始めてください。"
                    + "「連絡先: …」のような内容は、その下の行に、半角の空白2つを入れてから書きます",
                en: "What is private starts with a line “private:” at the first column, in ASCII lower case: write the"
                    + " contents, like “contact: …”, on the next lines after two spaces")
        case .name:
            Message(
                ja: "項目の名前が「private」（公開しない情報）に似ているので、内容を示しません。公開しないものなら、"
                    + "「private:」とだけ書いて、内容をその下の行に、半角の空白2つを入れてから書いてください",
                en: "This key is similar to “private”, so its contents are not shown: if they are private, write “private:”"
                    + " on a line of its own, and the contents on the next lines after two spaces")
        case .value:
            Message(
                ja: "「private:」（公開しない情報）と同じ行に内容があります。"
                    + "次の行に、半角の空白2つを入れてから「連絡先: …」のように書いてください",
                en: "The contents are on the same line as “private:”: write them on the next lines after two spaces, like"
                    + " “contact: …”")
        case .line:
            Message(
                ja: "「private:」（公開しない情報）の下の行が、半角の空白で字下げされていません。"
                    + "半角の空白2つを入れてから「連絡先: …」のように書いてください",
                en: "This line below “private:” is not indented by ASCII spaces: start it with two spaces, like “contact: …”")
        case .body:
            Message(
                ja: "公開しない情報（private）が本文にあり、このままでは公開されます。項目の終わりの「---」より上に移してください",
                en: "What is private is in the body and would be published: move it above the “---” that ends the front matter")
        }
    }

    var suggestions: [String] { mistake == .name ? ["private"] : [] }

    /// Of a second block only the repeated key is reported, and of a block in a file that can have none, the unknown key.
    static func check(_ file: ParsedFile, report: inout Report) {
        let isAllowed = file.record.fields.isEmpty || file.record.field(FrontMatterParser.privateKey) != nil
        let blocks = file.frontMatter.privateBlocks
        for (index, block) in blocks.enumerated() {
            guard let mistake = block.mistake else { continue }
            let isBody = mistake.kind == .body
            guard isBody ? file.frontMatter.opening != nil : isAllowed && index == 0 else { continue }
            let fix = mistake.fix.map {
                Diagnostic.FixIt(
                    range: file.text.range(ofBytes: block.range), bytes: block.range, replacement: $0, isHidden: true)
            }
            report.diagnostics.append(
                Diagnostic(
                    PrivateForm(mistake: mistake.kind), path: file.text.path, range: file.text.range(ofBytes: mistake.at),
                    fixIt: fix))
        }
    }
}
