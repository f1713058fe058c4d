/// A shape and the values of its names. Immutable and cheap to share: many pages may hold one object.
public struct Object: Sendable {
    let storage: ObjectStorage

    /// Makes an object of values in the order of the shape's names. Values that are not given are nothing.
    public init(_ shape: Shape, _ values: [Value]) {
        storage = ObjectStorage(shape: shape) { slot in slot < values.count ? values[slot] : .nothing }
    }

    @usableFromInline
    init(shape: Shape, value: (Int) -> Value) {
        storage = ObjectStorage(shape: shape, value: value)
    }

    public var shape: Shape { storage.shape }

    /// The value of a name; nothing where the shape does not offer it.
    public subscript(name: String) -> Value {
        guard let slot = shape.slot(of: name) else { return .nothing }
        return withExtendedLifetime(storage) { storage.values[slot] }
    }
}
