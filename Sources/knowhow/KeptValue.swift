/// A value that lives until the process ends.
///
/// A command that is done has nothing to free: the system takes its memory back at once, which no other way is as quick as.
final class KeptValue<Value> {
    private let value: Value

    private init(_ value: Value) {
        self.value = value
    }

    /// Never frees a value.
    static func keep(_ value: Value) {
        _ = Unmanaged.passRetained(KeptValue(value))
    }
}
