import Basics

/// Markup that is safe to put into a page as it is. A type of its own, so that no plain string is ever taken for markup.
public struct HTMLFragment: Sendable, Hashable {
    /// UTF-8.
    public let bytes: [UInt8]

    /// Vouches for bytes: the caller has escaped all text in them.
    public init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Escapes text into markup.
    public init(text: String) {
        var buffer = HTMLBuffer()
        buffer.append(text: text)
        bytes = buffer.bytes
    }

    public static let empty = HTMLFragment(trusted: [])

    public var isEmpty: Bool { bytes.isEmpty }

    public var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension XMLWriter {
    /// Writes an element that holds HTML as text: its markup is escaped.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], escaping fragment: HTMLFragment) {
        fragment.bytes.withUnsafeBufferPointer { element(name, attributes, escaping: $0) }
    }
}
