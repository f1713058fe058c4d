/// The memory of an object in one allocation: a header, the values of its names, the items of its lists and the bytes of its texts.
///
/// It does not change after it is created, so threads may share it.
final class ObjectStorage: ManagedBuffer<ObjectHeader, Slot> {
    /// Creates the memory and moves the values into it, one for each name of the shape.
    static func make(
        shape: Shape, size: ObjectSize, moving values: UnsafeMutableBufferPointer<Value>
    ) -> ObjectStorage {
        let slotSize = MemoryLayout<Slot>.stride
        let unmanaged = shape.isPermanent ? Unmanaged.passUnretained(shape) : Unmanaged.passRetained(shape)
        let buffer = create(minimumCapacity: size.slots + (size.bytes + slotSize - 1) / slotSize) { _ in
            ObjectHeader(
                shape: unmanaged, slotTable: shape.slotTable, slotCount: Int32(shape.slotCount),
                count: Int32(size.slots))
        }
        buffer.withUnsafeMutablePointerToElements { slots in
            var writer = ObjectWriter(slots: slots, count: size.slots)
            writer.write(moving: values)
        }
        return unsafeDowncast(buffer, to: ObjectStorage.self)
    }

    deinit {
        withUnsafeMutablePointers { header, slots in
            for slot in UnsafeBufferPointer(start: slots, count: Int(header.pointee.count)) { slot.object?.release() }
            let shape = header.pointee.shape
            if !shape._withUnsafeGuaranteedRef({ $0.isPermanent }) { shape.release() }
        }
    }
}

/// The start of the memory of an object. The slots follow, those of the shape's names first.
struct ObjectHeader: BitwiseCopyable {
    /// Retained unless it is permanent.
    let shape: Unmanaged<Shape>
    /// Name number → slot, of the object's shape.
    let slotTable: UnsafePointer<Int16>
    let slotCount: Int32
    /// The number of slots that follow, including the items of lists.
    let count: Int32
}
