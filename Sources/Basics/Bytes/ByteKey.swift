import Foundation

/// Bytes as a dictionary key: hashed and compared as they are, without Unicode's equivalences, which the text's
/// normalization has already settled.
package struct ByteKey: Hashable, Sendable {
    package let bytes: ArraySlice<UInt8>

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)[...]
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.bytes.withUnsafeBytes { left in right.bytes.withUnsafeBytes { right in left.hasSameBytes(as: right) } }
    }

    package func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension UnsafeRawBufferPointer {
    package func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
        return memcmp(start, otherStart, count) == 0
    }
}
