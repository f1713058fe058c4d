import Basics

/// Markup that is safe to put into a page unchanged.
///
/// It is its own type so that a plain string is never used as markup.
public struct HTMLFragment: Sendable, Hashable {
    /// The markup as UTF-8.
    public let bytes: [UInt8]

    /// Creates a fragment from bytes that the caller guarantees to be safe: all text in them is escaped.
    public init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a fragment from text, which is escaped.
    public init(text: String) {
        var buffer = HTMLBuffer()
        buffer.append(text: text)
        bytes = buffer.bytes
    }

    /// A fragment without content.
    public static let empty = HTMLFragment(trusted: [])

    /// Whether the fragment has no content.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension XMLWriter {
    /// Writes an element that holds HTML as text: its markup is escaped.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], escaping fragment: HTMLFragment) {
        fragment.bytes.withUnsafeBufferPointer { element(name, attributes, escaping: $0) }
    }
}
