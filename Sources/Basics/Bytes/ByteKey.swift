import Foundation

/// Bytes as a dictionary key, hashed and compared one by one.
///
/// Faster than a `String`, which compares by Unicode's canonical equivalence: texts are in NFC already.
package struct ByteKey: Hashable, Sendable {
    package let bytes: ArraySlice<UInt8>

    /// A key of a slice of bytes.
    @inlinable package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// A key of the UTF-8 bytes of a text.
    @inlinable package init(_ text: String) {
        bytes = Array(text.utf8)[...]
    }

    @inlinable package static func == (left: Self, right: Self) -> Bool {
        left.bytes.withUnsafeBytes { left in right.bytes.withUnsafeBytes { right in left.hasSameBytes(as: right) } }
    }

    @inlinable package func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether two buffers have the same length and bytes.
    @inlinable package func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
        return memcmp(start, otherStart, count) == 0
    }
}
