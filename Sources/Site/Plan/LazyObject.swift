import Synchronization
import Templates

/// An object that is made when it is first asked for, by any thread. Where two make it at a time, all get that of one.
final class LazyObject: Sendable {
    private final class Made: Sendable {
        let object: Object

        init(_ object: Object) { self.object = object }
    }

    private let made = AtomicLazyReference<Made>()

    /// The object.
    ///
    /// - Parameter make: Gives the same whenever it is called.
    func object<Failure: Error>(_ make: () throws(Failure) -> Object) throws(Failure) -> Object {
        if let made = made.load() { return made.object }
        return made.storeIfNil(Made(try make())).object
    }
}
