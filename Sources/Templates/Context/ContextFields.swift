/// The names that a context type offers to templates, with the values that it gives them.
public struct ContextFields<Context>: Sendable {
    /// The names and their kinds, without the type.
    public let shape: Shape
    @usableFromInline let values: [@Sendable (Context) -> Value]

    /// Creates the fields of a context type.
    ///
    /// - Parameters:
    ///   - fields: The fields. If two of them have the same name, the first one counts.
    ///   - isPermanent: Whether the fields are a static constant, whose ``shape`` lives as long as the program. Pass `false` for
    ///     fields that are built more than once, so that their shape is freed with the last object that has it.
    public init(_ fields: [ContextField<Context>], isPermanent: Bool = true) {
        shape = Shape(lazily: fields.map { field in (field.name, { _ in field.kind() }) }, isPermanent: isPermanent)
        values = fields.map(\.value)
    }

    /// Returns the values of a context, ready to render.
    ///
    /// Specialized for each context type where it is called, so that no type is looked up at run time.
    @inlinable
    public func object(of context: Context) -> Object {
        Object(shape: shape) { values[$0](context) }
    }
}
