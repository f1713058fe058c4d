/// Keeps a value in memory until the process ends, so that a command does not free it first.
///
/// Freeing the sources of 10,000 cases takes 1.4 % of the processor time of `knowhow check`. The system takes the memory back at once.
func keepUntilExit<Value>(_ value: Value) {
    _ = Unmanaged.passRetained(Box(value))
}

private final class Box<Value> {
    private let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
