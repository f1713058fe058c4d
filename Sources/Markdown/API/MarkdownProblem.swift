import Diagnostics

/// Everything that a Markdown text can be told about.
public enum MarkdownProblem: Problem, Hashable {
    /// An image has no alternative text.
    case imageWithoutAlt

    public static var examples: [Self] { [.imageWithoutAlt] }

    public var id: String { "image-without-alt" }
    public var message: Message {
        Message(
            ja: "画像に説明文がありません。画像の内容を ![ ] の間に書いてください",
            en: "The image has no alternative text. Say between ![ ] what it shows")
    }
}
