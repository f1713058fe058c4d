/// A value as rendering reads it: plain bits that point into the memory of the object, or to an object that it keeps alive.
///
/// Reading a slot counts no references. Pages that are rendered at the same time share objects, and counting would make their threads
/// wait for each other. An object never changes, so the pointers of its slots are valid as long as it lives.
struct Slot: BitwiseCopyable {
    enum Kind: UInt8 {
        case nothing, flag, text, html, object, list
    }

    let kind: Kind
    /// The number of bytes or items; 1 for an object and a flag that is set, 0 for a flag that is not set.
    let count: UInt32
    private let pointer: UnsafeRawPointer?

    static var nothing: Slot { Slot(kind: .nothing, count: 0, pointer: nil) }

    static func flag(_ isSet: Bool) -> Slot {
        Slot(kind: .flag, count: isSet ? 1 : 0, pointer: nil)
    }

    static func bytes(_ bytes: UnsafeBufferPointer<UInt8>, kind: Kind) -> Slot {
        Slot(kind: kind, count: UInt32(clamping: bytes.count), pointer: UnsafeRawPointer(bytes.baseAddress))
    }

    /// A slot for an object, which the slot does not keep alive.
    static func object(_ storage: Unmanaged<ObjectStorage>) -> Slot {
        Slot(kind: .object, count: 1, pointer: UnsafeRawPointer(storage.toOpaque()))
    }

    static func list(_ items: UnsafeBufferPointer<Slot>) -> Slot {
        Slot(kind: .list, count: UInt32(clamping: items.count), pointer: UnsafeRawPointer(items.baseAddress))
    }

    /// Whether a section over the value is rendered.
    var isThere: Bool { count != 0 }

    /// The bytes of text or HTML; empty for other kinds.
    var bytes: UnsafeBufferPointer<UInt8> {
        guard kind == .text || kind == .html else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: UInt8.self), count: Int(count))
    }

    /// The object; nil for other kinds.
    var object: Unmanaged<ObjectStorage>? {
        kind == .object ? pointer.map { Unmanaged.fromOpaque($0) } : nil
    }

    /// The items of a list; empty for other kinds.
    var items: UnsafeBufferPointer<Slot> {
        guard kind == .list else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: Slot.self), count: Int(count))
    }
}
