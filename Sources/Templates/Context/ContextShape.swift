/// The names that a context type offers, and how their values are taken from it.
public struct ContextShape<Context>: Sendable {
    /// The names and kinds, without the type.
    public let shape: Shape
    @usableFromInline let values: [@Sendable (Context) -> Value]

    public init(_ fields: [ContextField<Context>]) {
        shape = Shape(lazily: fields.map { field in (field.name, { _ in field.kind() }) })
        values = fields.map(\.value)
    }

    /// The values of a context.
    ///
    /// Compiled for each context type where it is called, so that nothing has to find out at run time what the type is.
    @inlinable
    public func object(of context: Context) -> Object {
        Object(shape: shape) { values[$0](context) }
    }
}
