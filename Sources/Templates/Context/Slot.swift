/// A value as rendering reads it: plain bits that point to what the object keeps in its memory or keeps alive.
///
/// Reading one counts no references; objects shared by pages that are rendered at the same time would make the counting a
/// queue. Nobody can change an object once it is made, so what a slot points to stays good as long as the object does.
struct Slot: BitwiseCopyable {
    enum Kind: UInt8 {
        case nothing, flag, text, html, object, list
    }

    let kind: Kind
    /// How many bytes or items; of a flag and of an object 1, and 0 of a flag that is not set.
    let count: UInt32
    private let pointer: UnsafeRawPointer?

    static var nothing: Slot { Slot(kind: .nothing, count: 0, pointer: nil) }

    static func flag(_ isSet: Bool) -> Slot {
        Slot(kind: .flag, count: isSet ? 1 : 0, pointer: nil)
    }

    static func bytes(_ bytes: UnsafeBufferPointer<UInt8>, kind: Kind) -> Slot {
        Slot(kind: kind, count: UInt32(clamping: bytes.count), pointer: UnsafeRawPointer(bytes.baseAddress))
    }

    /// An object, which this does not keep alive.
    static func object(_ storage: Unmanaged<ObjectStorage>) -> Slot {
        Slot(kind: .object, count: 1, pointer: UnsafeRawPointer(storage.toOpaque()))
    }

    static func list(_ items: UnsafeBufferPointer<Slot>) -> Slot {
        Slot(kind: .list, count: UInt32(clamping: items.count), pointer: UnsafeRawPointer(items.baseAddress))
    }

    /// Whether the value opens its section.
    var isThere: Bool { count != 0 }

    /// The bytes of a text or of markup; empty for anything else.
    var bytes: UnsafeBufferPointer<UInt8> {
        guard kind == .text || kind == .html else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: UInt8.self), count: Int(count))
    }

    /// An object; none for anything else.
    var object: Unmanaged<ObjectStorage>? {
        kind == .object ? pointer.map { Unmanaged.fromOpaque($0) } : nil
    }

    /// The items of a list; empty for anything else.
    var items: UnsafeBufferPointer<Slot> {
        guard kind == .list else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: Slot.self), count: Int(count))
    }
}
