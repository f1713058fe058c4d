import Diagnostics
import HTML

/// A parsed Markdown text.
public struct MarkdownDocument: Sendable {
    public static let empty = MarkdownDocument()
    /// The number of top-level blocks.
    public var blockCount: Int { 0 }
    public init() {}
}
