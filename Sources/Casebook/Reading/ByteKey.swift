/// Bytes as a dictionary key: hashed and compared as they are, without Unicode's equivalences, which the text's
/// normalization has already settled.
struct ByteKey: Hashable, Sendable {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    init(_ text: String) {
        bytes = Array(text.utf8)[...]
    }

    static func == (left: Self, right: Self) -> Bool {
        left.bytes.count == right.bytes.count
            && left.bytes.withUnsafeBufferPointer { left in
                right.bytes.withUnsafeBufferPointer { right in left.elementsEqual(right) }
            }
    }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
