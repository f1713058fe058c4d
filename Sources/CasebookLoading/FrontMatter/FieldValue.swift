import Basics
import Diagnostics

/// A value as it was written: nothing is made into a number, a date or a truth value before its field asks for one.
package enum FieldValue: Sendable {
    /// Nothing behind the colon; at the offset where a value would begin.
    case empty(at: Int)
    case text(FieldText)
    case list([FieldValue], bytes: Range<Int>)
    case map([FrontMatter.Entry], bytes: Range<Int>)
    /// Something that could not be read and has been told.
    case unreadable(Range<Int>)

    /// Where it stands.
    package var bytes: Range<Int> {
        switch self {
        case .empty(let offset): offset..<offset
        case .text(let text): text.bytes
        case .list(_, let bytes), .map(_, let bytes), .unreadable(let bytes): bytes
        }
    }

    /// Whether nothing was written.
    package var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isEmpty
        case .list(let items, _): items.isEmpty
        case .map(let entries, _): entries.isEmpty
        case .unreadable: false
        }
    }

    /// The items of a list; a single value is a list of one, an empty one a list of none.
    package var items: [FieldValue] {
        switch self {
        case .empty, .unreadable: []
        case .list(let items, _): items.filter { !$0.isEmpty }
        case .text(let text): text.isEmpty ? [] : [self]
        case .map: [self]
        }
    }

    /// The text, where this is one.
    package var text: FieldText? {
        if case .text(let text) = self { text } else { nil }
    }
}

/// A text and where it stands.
package struct FieldText: Sendable {
    private let whole: ByteRange
    private let inner: ByteRange
    /// The text where it is no stretch of the source: unescaped, folded over lines, or mended.
    package let mended: String?

    package init(bytes: Range<Int>, content: Range<Int>? = nil, mended: String? = nil) {
        whole = ByteRange(bytes)
        inner = ByteRange(content ?? bytes)
        self.mended = mended
    }

    /// Where it stands, quotes included.
    package var bytes: Range<Int> { whole.range }

    /// The stretch of the source that is the text.
    package var content: Range<Int> { inner.range }

    package var isEmpty: Bool { mended.map(\.isEmpty) ?? content.isEmpty }

    package func string(in source: SourceText) -> String {
        mended ?? String(decoding: source.utf8[content], as: UTF8.self)
    }

    /// The text's bytes as a key for dictionaries.
    package func key(in source: SourceText) -> ByteKey {
        mended.map { ByteKey($0) } ?? ByteKey(source.utf8[content])
    }
}
