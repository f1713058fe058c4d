import Diagnostics

extension Rules {
    static let aboutEasyTexts: [any CheckedRule.Type] = [
        EasyTextWithoutCase.self,
        EmptyEasyText.self,
    ]
}

/// An easy-language version has the name of no case.
struct EasyTextWithoutCase: ReferenceRule {
    static let id = "easy-text-without-case"
    static let guide = GuideEntry(
        meaning: "`easy` フォルダーのファイルと同じ名前の事例がありません。",
        remedy: "ファイルの名前を、事例の番号にします。`cases/c001.md` のやさしい日本語なら、`easy/c001.md` です。")
    static let examples = [EasyTextWithoutCase(name: "c020", near: ["c002"], example: "c001")]

    let name: String
    /// The names of cases that may be meant.
    let near: [String]
    /// A case that exists, to show the right form.
    let example: String

    var message: Message {
        Message(
            ja: "「\(name)」という番号の事例がありません。ファイルの名前を、もとになる事例と同じにしてください（例：`cases/\(example).md` には"
                + " `easy/\(example).md`）",
            en: "There is no case “\(name)”: give the file the name of the case that it is about, like `easy/\(example).md` for"
                + " `cases/\(example).md`")
    }

    var suggestions: [String] { near.map { $0 + ".md" } }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .easyText, ReservedNames.isFitID(file.name), content.caseIndex(ofEasyText: file) == nil,
            !content.unreadable.contains("cases/\(file.name).md")
        else { return }
        let near = nearest(to: file.name, among: content.names(near: file.name, in: "cases"))
        report.add(
            EasyTextWithoutCase(name: file.name, near: near, example: near.first ?? content.names["cases"]?.first ?? "c001"),
            path: file.text.path)
    }
}

/// An easy-language version has no text.
struct EmptyEasyText: FileRule {
    static let id = "empty-easy-text"
    static let guide = GuideEntry(meaning: "やさしい日本語の文が書かれていません。", remedy: "先頭の項目の下に書きます。")
    static let examples = [EmptyEasyText()]

    var message: Message {
        Message(
            ja: "やさしい日本語の文が書かれていません。先頭の項目の下に書いてください",
            en: "The easy-language version has no text: write it after the front matter")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .easyText, file.frontMatter.opening != nil, file.document.plainText().isEmpty else { return }
        report.add(EmptyEasyText(), path: file.text.path)
    }
}
