import Foundation

/// A dictionary key that compares bytes one by one.
///
/// It is faster than a `String`, which compares by canonical equivalence: texts are in NFC already.
package struct ByteKey: Hashable, Sendable {
    /// The bytes of the key.
    package let bytes: ArraySlice<UInt8>

    /// Uses a slice of bytes as the key.
    @inlinable package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// Uses the UTF-8 bytes of a text as the key.
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
    /// Whether two buffers hold the same bytes. O(n).
    @inlinable package func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
        return memcmp(start, otherStart, count) == 0
    }
}
