/// The memory of an object: a header, the values of its names, the items of its lists and the bytes of its texts, in one piece.
///
/// Nothing changes it after it is made, which is why objects may be shared between threads.
final class ObjectStorage: ManagedBuffer<ObjectHeader, Slot> {
    /// Moves values in, of which there are as many as the shape has names.
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

/// What an object's memory starts with. The slots follow, those of the shape's names first.
struct ObjectHeader: BitwiseCopyable {
    /// Retained unless it is permanent.
    let shape: Unmanaged<Shape>
    /// Name number → slot, of the object's shape.
    let slotTable: UnsafePointer<Int16>
    let slotCount: Int32
    /// How many slots follow, the items of lists included.
    let count: Int32
}
