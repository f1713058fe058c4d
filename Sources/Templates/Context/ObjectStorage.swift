/// The shape of an object and its values by slot, in memory of its own so that a frame can point to it.
///
/// Nothing changes it after it is made, which is why it may be shared between threads.
final class ObjectStorage: @unchecked Sendable {
    let shape: Shape
    let values: UnsafePointer<Value>

    init(shape: Shape, value: (Int) -> Value) {
        let count = shape.names.count
        let values = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
        for slot in 0..<count { (values + slot).initialize(to: value(slot)) }
        self.shape = shape
        self.values = UnsafePointer(values)
    }

    deinit {
        let values = UnsafeMutablePointer(mutating: values)
        values.deinitialize(count: shape.names.count)
        values.deallocate()
    }
}
