/// A level of the context stack while rendering: an object, or an item of a list that is not an object.
///
/// Contains plain pointers into memory that the root objects keep alive, so pushing a frame counts no references.
struct Frame: BitwiseCopyable {
    /// Name number → slot, of the object's shape.
    private let slotTable: UnsafePointer<Int16>?
    private let slotCount: Int32
    private let slots: UnsafePointer<Slot>?
    /// The value of `.`.
    let item: UnsafePointer<Slot>

    @inline(__always)
    init(item: UnsafePointer<Slot>) {
        self.item = item
        guard let object = item.pointee.object else {
            (slotTable, slotCount, slots) = (nil, 0, nil)
            return
        }
        (slotTable, slotCount, slots) = object._withUnsafeGuaranteedRef { storage in
            storage.withUnsafeMutablePointers { ($0.pointee.slotTable, $0.pointee.slotCount, UnsafePointer($1)) }
        }
    }

    /// Returns the value of a name, or nil if the object does not offer the name.
    @inline(__always)
    func value(ofNumber number: Int32) -> UnsafePointer<Slot>? {
        guard number < slotCount, let slotTable, let slots else { return nil }
        let slot = slotTable[Int(number)]
        return slot < 0 ? nil : slots + Int(slot)
    }
}
