import Synchronization

/// A value that is known, or that the first thread that asks for it computes.
public enum Deferred<Value: Sendable>: Sendable {
    case known(Value)
    case late(LateValue<Value>)

    /// A value that is computed when it is first needed.
    public static func made(_ make: @escaping @Sendable () -> Value) -> Self { .late(LateValue(make)) }

    /// The value.
    @inlinable public var value: Value {
        switch self {
        case .known(let value): value
        case .late(let late): late.value
        }
    }
}

/// A value that is computed once, when it is first needed.
public final class LateValue<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    fileprivate init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// The value, which the first thread that asks for it computes while others wait.
    public var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
