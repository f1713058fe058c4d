/// One level of the context stack: an object, or the item itself where it is none.
///
/// Holds plain pointers into what the root object keeps alive, so that pushing a frame counts no references.
struct Frame: BitwiseCopyable {
    /// Name number → slot, of the object's shape.
    private let slotTable: UnsafePointer<Int16>?
    private let slotCount: Int32
    private let slots: UnsafePointer<Slot>?
    /// What `.` is.
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

    /// The value of a name; none where the object does not offer it.
    @inline(__always)
    func value(ofNumber number: Int32) -> UnsafePointer<Slot>? {
        guard number < slotCount, let slotTable, let slots else { return nil }
        let slot = slotTable[Int(number)]
        return slot < 0 ? nil : slots + Int(slot)
    }
}
