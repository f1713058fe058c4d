/// An edit of the text of a case of the small casebook. Some edits make some of the cases invalid.
struct CaseEdit: Sendable {
    /// What the edit changes.
    let name: String
    let change: @Sendable (String) -> String

    init(_ name: String, _ change: @escaping @Sendable (String) -> String) {
        self.name = name
        self.change = change
    }

    static let all: [CaseEdit] = [
        CaseEdit("a paragraph", { $0 + "\n書き加えた一文です。\n" }),
        CaseEdit("the first section", { $0.replacing("## 取組・工夫の概要", with: "抜粋に出る文。\n\n## 取組・工夫の概要") }),
        CaseEdit("a word of the glossary", { $0.replacing("## 取組・工夫の概要", with: "使われない言葉。\n\n## 取組・工夫の概要") }),
        CaseEdit("the title", { $0.replacing("title: ", with: "title: 新しい") }),
        CaseEdit("a summary", { $0.replacing("---\n\n##", with: "summary: 新しい要約\n---\n\n##") }),
        CaseEdit("the category", { $0.replacing("category: 情報提供", with: "category: 強み") }),
        CaseEdit("the organization", { $0.replacing(/organization: .*/, with: "organization: 企業") }),
        CaseEdit("an old address", { $0.replacing("---\n\n##", with: "aliases: [old/moved.html]\n---\n\n##") }),
        CaseEdit("the date", { $0.replacing("---\n\n##", with: "published: 2026-06-01\n---\n\n##") }),
        CaseEdit(
            "the date of a change",
            {
                $0.contains("updated: ")
                    ? $0.replacing(/updated: .*/, with: "updated: 2026-07-01")
                    : $0.replacing("---\n\n##", with: "published: 2026-05-01\nupdated: 2026-07-01\n---\n\n##")
            }),
        CaseEdit("being withdrawn", { $0.replacing("---\n\n##", with: "status: withdrawn\n---\n\n##") }),
        CaseEdit("a related case", { $0.replacing("---\n\n##", with: "related: [c003]\n---\n\n##") }),
        CaseEdit(
            "a number",
            {
                $0.contains("members: ")
                    ? $0.replacing(/members: [-0-9.]*/, with: "members: 77")
                    : $0.replacing("---\n\n##", with: "members: 77\n---\n\n##")
            }),
        CaseEdit("a text of a card", { $0.replacing("place: ", with: "place: 新しい") }),
        CaseEdit("a document", { $0.replacing("form: form.pdf\n", with: "") }),
        CaseEdit("a missing document", { $0.replacing("form: form.pdf", with: "form: from.pdf") }),
        CaseEdit("a link to nothing", { $0 + "\n[なし](c999.md)\n" }),
        CaseEdit("an unknown category", { $0.replacing(/category: .*/, with: "category: 無い") }),
        CaseEdit("being a draft", { $0.replacing("---\n\n##", with: "status: draft\n---\n\n##") }),
        CaseEdit("a heading to lead to", { $0 + "\n### 新しい見出し\n\n本文です。\n" }),
    ]
}
