import Basics
import Diagnostics

/// A value of front matter as it is written. Numbers, dates and flags are still text; the field decides how to read them.
package enum FieldValue: Sendable {
    /// No value after the colon, at the offset where it would start.
    case empty(at: Int)
    case text(FieldText)
    case list([FieldValue], bytes: Range<Int>)
    case map([FrontMatter.Entry], bytes: Range<Int>)
    /// A value that could not be read. The problem is recorded.
    case unreadable(Range<Int>)

    /// The range of the value in the file.
    package var bytes: Range<Int> {
        switch self {
        case .empty(let offset): offset..<offset
        case .text(let text): text.bytes
        case .list(_, let bytes), .map(_, let bytes), .unreadable(let bytes): bytes
        }
    }

    /// Whether there is no value, or only an empty one.
    package var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isEmpty
        case .list(let items, _): items.isEmpty
        case .map(let entries, _): entries.isEmpty
        case .unreadable: false
        }
    }

    /// The items of a list. A single value counts as a list of one, an empty value as an empty list.
    package var items: [FieldValue] {
        switch self {
        case .empty, .unreadable: []
        case .list(let items, _): items.filter { !$0.isEmpty }
        case .text(let text): text.isEmpty ? [] : [self]
        case .map: [self]
        }
    }

    /// The text; `nil` if the value is not a text.
    package var text: FieldText? {
        if case .text(let text) = self { text } else { nil }
    }
}

/// A text of front matter with its range in the file.
package struct FieldText: Sendable {
    private let whole: ByteRange
    private let inner: ByteRange
    /// The text if it differs from the source: unescaped, joined from several lines, or corrected. Otherwise `nil`.
    let corrected: String?

    package init(bytes: Range<Int>, content: Range<Int>? = nil, corrected: String? = nil) {
        whole = ByteRange(bytes)
        inner = ByteRange(content ?? bytes)
        self.corrected = corrected
    }

    /// The range of the text, including quotation marks.
    package var bytes: Range<Int> { whole.range }

    /// The range of the text, without quotation marks.
    package var content: Range<Int> { inner.range }

    var isEmpty: Bool { corrected.map(\.isEmpty) ?? content.isEmpty }

    /// Returns the text.
    package func string(in source: SourceText) -> String {
        corrected ?? String(decoding: source.utf8[content], as: UTF8.self)
    }

    /// Returns the bytes of the text as a key for dictionaries.
    package func key(in source: SourceText) -> ByteKey {
        corrected.map { ByteKey($0) } ?? ByteKey(source.utf8[content])
    }
}
