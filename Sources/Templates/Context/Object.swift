import HTML

/// A value that a template is given for a name.
public enum Value: Sendable {
    /// No value: sections over it are skipped.
    case nothing
    /// Text, which is escaped.
    case text(String)
    /// Trusted HTML, which is not escaped.
    case html(HTMLFragment)
    /// A condition for sections.
    case flag(Bool)
    /// An object with names of its own.
    case object(Object)
    /// Items, for each of which a section is rendered.
    case list([Value])
}

/// The values of the names of a ``Shape``, which templates render. Immutable and cheap to share between pages and threads.
public struct Object: @unchecked Sendable {
    let storage: ObjectStorage

    /// Creates an object from values in the order of the shape's names. Missing values are ``Value/nothing``.
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

    /// The names that the object offers.
    public var shape: Shape { storage.header.shape.takeUnretainedValue() }

    /// The value of a name, or ``Value/nothing`` if the shape does not offer the name.
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
