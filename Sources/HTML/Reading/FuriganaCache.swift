import Basics

/// What was inserted into blocks of text that came up before.
///
/// The pages of a site have most of their blocks in common: menus, labels, cards. What it returns is what reading the block again would
/// give, so pages do not depend on what is in it.
public struct FuriganaCache: Sendable {
    /// Bytes that are inserted into a block.
    struct Insertion: Sendable {
        /// The offset from the start of the block.
        let offset: Int
        let bytes: [UInt8]
    }

    /// A block: its HTML, and what the elements around it say about readings.
    struct Key {
        let bytes: UnsafeBufferPointer<UInt8>
        let context: UInt8
        let hash: UInt64

        init(_ bytes: UnsafeBufferPointer<UInt8>, context: UInt8) {
            (self.bytes, self.context) = (bytes, context)
            var hash = ContentHash()
            hash.update(UnsafeRawBufferPointer(bytes))
            self.hash = hash.value
        }
    }

    private struct Entry: Sendable {
        let bytes: [UInt8]
        let context: UInt8
        let insertions: [Insertion]
    }

    /// How many bytes of blocks are kept. The blocks that come first are the ones that most pages have.
    private static let limit = 4 << 20

    private var entries: [UInt64: Entry] = [:]
    private var size = 0

    public init() {}

    subscript(key: Key) -> [Insertion]? {
        guard let entry = entries[key.hash], entry.context == key.context, entry.bytes.elementsEqual(key.bytes) else {
            return nil
        }
        return entry.insertions
    }

    mutating func keep(_ insertions: [Insertion], for key: Key) {
        guard size + key.bytes.count <= Self.limit else { return }
        size += key.bytes.count
        entries[key.hash] = Entry(bytes: Array(key.bytes), context: key.context, insertions: insertions)
    }
}
