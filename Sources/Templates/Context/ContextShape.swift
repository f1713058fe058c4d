/// The names that a context type offers, and how their values are taken from it.
public struct ContextShape<Context>: Sendable {
    /// The names and kinds, without the type.
    public let shape: Shape
    private let values: [@Sendable (Context) -> Value]

    public init(_ fields: [ContextField<Context>]) {
        shape = Shape(lazily: fields.map { field in (field.name, { _ in field.kind() }) })
        values = fields.map(\.value)
    }

    /// The values of a context.
    public func object(of context: Context) -> Object {
        Object(shape: shape) { values[$0](context) }
    }
}
