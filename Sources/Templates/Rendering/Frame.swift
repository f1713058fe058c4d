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
        if let object = item.pointee.object {
            slotTable = object.pointee.slotTable
            slotCount = object.pointee.slotCount
            slots = object.slots
        } else {
            slotTable = nil
            slotCount = 0
            slots = nil
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
