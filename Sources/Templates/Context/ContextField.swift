/// One name of a context: what it is, and how its value is taken.
public struct ContextField<Context>: Sendable {
    public let name: String
    let kind: @Sendable () -> Kind
    let value: @Sendable (Context) -> Value

    /// A field of any kind. The kind is asked for when templates are checked, never while a shape is made.
    public init(
        _ name: String, kind: @escaping @Sendable @autoclosure () -> Kind, value: @escaping @Sendable (Context) -> Value
    ) {
        self.name = name
        self.kind = kind
        self.value = value
    }
}
