/// A heading in a document.
public struct Heading: Sendable, Hashable {
    /// The level as written, 1 to 6: 2 for `##`.
    public let level: Int
    /// The id that links can lead to, unique in the document.
    ///
    /// The id that the author wrote as `{#id}`; otherwise one derived from the text: letters and digits of any script, ASCII in
    /// lower case, `-` for spaces, nothing for other characters, and `-2`, `-3` … where two would be the same. It changes only
    /// when the words of the heading do. It is not percent-encoded.
    public let id: String
    /// The text without markup.
    public let text: String
    /// The range of the heading's first line in the file, in bytes, including its `#` signs.
    public let source: Range<Int>
    /// The index of the heading among the top-level blocks; nil for a heading in a quote or a list.
    public let block: Int?
    /// Whether a line of `-` or `=` after the text makes it a heading.
    public let isUnderlined: Bool
}
