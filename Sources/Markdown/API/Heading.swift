/// A heading of a document.
public struct Heading: Sendable, Hashable {
    /// The level as written: 2 for `##`.
    public let level: Int
    /// The anchor, unique in the document.
    ///
    /// What the editor wrote as `{#id}`, else made of the text: letters and digits of any script, ASCII in lower case, with
    /// `-` for blanks and nothing for other signs; `-2`, `-3` … is added where two would be the same. So it changes only when
    /// the heading's own words do. It is not escaped: an address writes it percent-encoded.
    public let id: String
    /// The text without markup.
    public let text: String
    /// The bytes of the heading's first line in the whole file, with its `#` signs.
    public let source: Range<Int>
    /// The index of the top-level block that the heading is; nil when it stands in a quote or a list.
    public let block: Int?
}
