import HTML

/// A shape and the values of its names. Immutable and cheap to share: many pages may hold one object.
public struct Object: @unchecked Sendable {
    let storage: ObjectStorage

    /// Makes an object of values in the order of the shape's names. Values that are not given are nothing.
    public init(_ shape: Shape, _ values: [Value]) {
        self.init(shape: shape) { slot in slot < values.count ? values[slot] : .nothing }
    }

    @usableFromInline
    init(shape: Shape, value: (Int) -> Value) {
        let count = shape.names.count
        storage = withUnsafeTemporaryAllocation(of: Value.self, capacity: count) { values in
            var size = ObjectSize()
            for slot in 0..<count {
                let value = value(slot)
                size.add(value)
                values.initializeElement(at: slot, to: value)
            }
            return ObjectStorage.make(shape: shape, size: size, moving: values)
        }
    }

    public var shape: Shape { storage.header.shape.takeUnretainedValue() }

    /// The value of a name; nothing where the shape does not offer it.
    public subscript(name: String) -> Value {
        guard let slot = shape.slot(of: name) else { return .nothing }
        return storage.withUnsafeMutablePointerToElements { Value($0[slot]) }
    }

    init(_ storage: ObjectStorage) {
        self.storage = storage
    }
}

extension Value {
    fileprivate init(_ slot: Slot) {
        self =
            switch slot.kind {
            case .nothing: .nothing
            case .flag: .flag(slot.isThere)
            case .text: .text(String(decoding: slot.bytes, as: UTF8.self))
            case .html: .html(HTMLFragment(trusted: Array(slot.bytes)))
            case .object: slot.object.map { .object(Object($0.takeUnretainedValue())) } ?? .nothing
            case .list: .list(slot.items.map { Value($0) })
            }
    }
}
