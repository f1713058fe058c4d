import Diagnostics

/// A problem of the text of an issue as such. Problems of the case in it are found by the rules about case files.
public enum IssueProblem: ExplainedProblem, Hashable {
    /// The text has none of the headings of the form.
    case noHeadings(example: String)
    /// A heading of the form is missing.
    case missingHeading(String)
    /// A heading of the form is there a second time.
    case repeatedHeading(String, firstLine: Int)
    /// There is text above the first heading.
    case textAboveHeadings(first: String)
    /// A box that has to be ticked is not ticked.
    case missingConsent(String)
    /// The text is not UTF-8.
    case unreadableBytes

    public static var examples: [Self] {
        [
            .noHeadings(example: "題名"), .missingHeading("分野"), .repeatedHeading("分野", firstLine: 5),
            .textAboveHeadings(first: "題名"),
            .missingConsent("公開してよいことを確かめました"), .unreadableBytes,
        ]
    }

    public var id: String { details.id }
    public var message: Message { details.message }
    public var guide: GuideEntry { details.guide }

    private var details: (id: String, message: Message, guide: GuideEntry) {
        switch self {
        case .noHeadings(let example):
            (
                "no-issue-headings",
                Message(
                    ja: "フォームの見出し（「### \(example)」など）が一つもありません。フォームから送られた文を、そのまま使ってください",
                    en:
                        "There is no heading of the form, such as “### \(example)”: use the text of an issue as the form made it"
                ),
                GuideEntry(meaning: "フォームの見出しが一つもありません。", remedy: "フォームから送られた文を、そのまま使います。")
            )
        case .missingHeading(let label):
            (
                "missing-issue-heading",
                Message(
                    ja: "見出し「\(label)」がありません。「### \(label)」の行を書き、一行あけて、その下に内容を書いてください",
                    en: "The heading “\(label)” is missing: write the line “### \(label)”, an empty line, and the answer"),
                GuideEntry(meaning: "フォームの見出しが足りません。", remedy: "「### 見出し」の行と、その内容を書きます。")
            )
        case .repeatedHeading(let label, let firstLine):
            (
                "repeated-issue-heading",
                Message(
                    ja: "見出し「\(label)」が2つあります（1つ目は\(firstLine)行目）。文の中の見出しなら、ほかの言葉に変えてください",
                    en:
                        "The heading “\(label)” is there twice (first in line \(firstLine)): if it is part of a text, change its words"
                ),
                GuideEntry(meaning: "フォームの見出しが2つあります。", remedy: "文の中の見出しなら、ほかの言葉に変えます。")
            )
        case .textAboveHeadings(let first):
            (
                "text-above-headings",
                Message(
                    ja: "初めの見出し「\(first)」より上の文は、どの項目にも入りません。見出しの下に移すか、消してください",
                    en:
                        "The text above the first heading “\(first)” belongs to no part of the case: move it below a heading, or delete it"
                ),
                GuideEntry(meaning: "初めの見出しより上に文があります。", remedy: "見出しの下に移すか、消します。")
            )
        case .missingConsent(let label):
            (
                "missing-consent",
                Message(
                    ja: "「\(label)」に印がありません。確かめてから、「- [x] \(label)」と書いてください",
                    en: "“\(label)” is not ticked: make sure of it, then write “- [x] \(label)”"),
                GuideEntry(meaning: "確かめたという印がありません。", remedy: "確かめてから、`[ ]` を `[x]` に変えます。")
            )
        case .unreadableBytes:
            (
                "unreadable-issue",
                Message(
                    ja: "文字コードがUTF-8ではありません。UTF-8で保存し直してください",
                    en: "The file is not UTF-8: save it as UTF-8"),
                GuideEntry(meaning: "文字コードが UTF-8 ではありません。", remedy: "UTF-8 で保存し直します。")
            )
        }
    }
}
