import Synchronization

/// A fixed number of objects, each created by the first thread that asks for it.
public final class LazyObjects: @unchecked Sendable {
    /// The number of objects, created or not.
    public let count: Int
    /// One allocation, so that an existing object is one step away.
    private let objects: UnsafeMutablePointer<AtomicLazyReference<ObjectStorage>>

    /// Creates a row of objects that do not exist yet.
    public init(count: Int) {
        self.count = count
        objects = .allocate(capacity: count)
        for index in 0..<count { (objects + index).initialize(to: AtomicLazyReference()) }
    }

    deinit {
        objects.deinitialize(count: count)
        objects.deallocate()
    }

    /// Returns the object at an index, which must be below ``count``. If two threads create it at the same time, both get the object
    /// of one of them.
    ///
    /// - Parameters:
    ///   - index: The index of the object.
    ///   - make: Creates the object. It must give the same values whenever it is called.
    public func object<Failure: Error>(at index: Int, _ make: () throws(Failure) -> Object) throws(Failure) -> Object {
        precondition(index >= 0 && index < count)
        if let storage = objects[index].load() { return Object(storage) }
        return Object(objects[index].storeIfNil(try make().storage))
    }
}
