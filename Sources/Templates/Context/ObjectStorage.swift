/// The memory of an object: a header, the values of its names, the items of its lists and the bytes of its texts, in one piece.
///
/// Nothing changes it after it is made, which is why it may be shared between threads.
final class ObjectStorage: @unchecked Sendable {
    let shape: Shape
    let header: UnsafePointer<ObjectHeader>

    /// Copies values, of which there are as many as the shape has names.
    init(shape: Shape, values: UnsafeBufferPointer<Value>) {
        self.shape = shape
        var size = ObjectSize()
        size.add(values)
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: MemoryLayout<ObjectHeader>.stride + size.slots * MemoryLayout<Slot>.stride + size.bytes,
            alignment: MemoryLayout<ObjectHeader>.alignment)
        let header = memory.bindMemory(to: ObjectHeader.self, capacity: 1)
        self.header = UnsafePointer(header)
        header.initialize(
            to: ObjectHeader(
                slotTable: shape.slotTable, slotCount: Int32(shape.slotCount), count: Int32(size.slots),
                owner: Unmanaged.passUnretained(self)))
        var writer = ObjectWriter(
            slots: UnsafeMutableRawPointer(header + 1).bindMemory(to: Slot.self, capacity: size.slots), count: size.slots)
        writer.write(values)
    }

    deinit {
        for slot in UnsafeBufferPointer(start: header.slots, count: Int(header.pointee.count)) {
            slot.object?.pointee.owner.release()
        }
        UnsafeMutableRawPointer(mutating: header).deallocate()
    }
}

/// What an object's memory starts with. The slots follow, those of the shape's names first.
struct ObjectHeader: BitwiseCopyable {
    /// Name number → slot, of the object's shape.
    let slotTable: UnsafePointer<Int16>
    let slotCount: Int32
    /// How many slots follow, the items of lists included.
    let count: Int32
    let owner: Unmanaged<ObjectStorage>
}

extension UnsafePointer<ObjectHeader> {
    /// The slots that follow the header.
    var slots: UnsafePointer<Slot> { UnsafeRawPointer(self + 1).assumingMemoryBound(to: Slot.self) }
}
