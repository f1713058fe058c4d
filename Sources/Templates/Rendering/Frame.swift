/// One level of the context stack: an object, or the item itself where it is none.
///
/// Holds plain pointers into what the root object keeps alive, so that pushing a frame counts no references; objects shared
/// by pages that are rendered at the same time would make the counting a queue. Nobody can change an object or a list once it
/// is made, and an array of an enum always lies in one piece, so the pointers stay good as long as the root does.
struct Frame: BitwiseCopyable {
    /// Name number → slot, of the object's shape.
    let slots: UnsafePointer<Int16>?
    let slotCount: Int
    let values: UnsafePointer<Value>?
    /// What `.` is.
    let item: UnsafePointer<Value>?

    init(item: UnsafePointer<Value>) {
        if case .object(let object) = item.pointee {
            self.init(object.storage, item: item)
        } else {
            self.init(slots: nil, slotCount: 0, values: nil, item: item)
        }
    }

    private init(_ storage: ObjectStorage, item: UnsafePointer<Value>?) {
        self.init(
            slots: storage.shape.slotTable, slotCount: storage.shape.slotCount, values: storage.values, item: item)
    }

    private init(
        slots: UnsafePointer<Int16>?, slotCount: Int, values: UnsafePointer<Value>?, item: UnsafePointer<Value>?
    ) {
        self.slots = slots
        self.slotCount = slotCount
        self.values = values
        self.item = item
    }

    /// The value of a name; none where the object does not offer it.
    @inline(__always)
    func value(ofNumber number: Int32) -> UnsafePointer<Value>? {
        guard number < slotCount, let slots, let values else { return nil }
        let slot = slots[Int(number)]
        return slot < 0 ? nil : values + Int(slot)
    }
}
