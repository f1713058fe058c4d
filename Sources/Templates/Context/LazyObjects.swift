import Synchronization

/// A row of objects, each made when it is first asked for, by any thread.
public final class LazyObjects: @unchecked Sendable {
    public let count: Int
    /// In one piece, so that an object that is there is one step away.
    private let objects: UnsafeMutablePointer<AtomicLazyReference<ObjectStorage>>

    public init(count: Int) {
        self.count = count
        objects = .allocate(capacity: count)
        for index in 0..<count { (objects + index).initialize(to: AtomicLazyReference()) }
    }

    deinit {
        objects.deinitialize(count: count)
        objects.deallocate()
    }

    /// The object at an index, which is below ``count``. Where two threads make one at a time, both get that of one of them.
    ///
    /// - Parameter make: Gives the same whenever it is called.
    public func object<Failure: Error>(at index: Int, _ make: () throws(Failure) -> Object) throws(Failure) -> Object {
        precondition(index >= 0 && index < count)
        if let storage = objects[index].load() { return Object(storage) }
        return Object(objects[index].storeIfNil(try make().storage))
    }
}
