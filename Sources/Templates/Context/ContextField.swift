import HTML

/// A name of a context, with its kind and the closure that gets its value.
public struct ContextField<Context>: Sendable {
    /// The name by which templates use the value.
    public let name: String
    let kind: @Sendable () -> Kind
    let value: @Sendable (Context) -> Value

    /// Creates a field of any kind. The kind is computed when templates are checked, not when the shape is created.
    public init(
        _ name: String, kind: @escaping @Sendable @autoclosure () -> Kind, value: @escaping @Sendable (Context) -> Value
    ) {
        self.name = name
        self.kind = kind
        self.value = value
    }
}

// Specialized for each context type where they are called, like ``ContextFields/object(of:)``.
extension ContextField {
    /// Creates a field of text, which is always escaped.
    @inlinable
    public static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Self {
        Self(name, kind: .text) { .text(value($0)) }
    }

    /// Creates a field of text that may be missing.
    @inlinable
    public static func optionalText(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Self {
        Self(name, kind: .optional(.text)) { value($0).map(Value.text) ?? .nothing }
    }

    /// Creates a field of a list of texts; each is `{{.}}`.
    @inlinable
    public static func texts(_ name: String, _ value: @escaping @Sendable (Context) -> [String]) -> Self {
        Self(name, kind: .list(.text)) { .list(value($0).map(Value.text)) }
    }

    /// Creates a field of the name of one of these partials, for `{{>*name}}`.
    @inlinable
    public static func partial(
        _ name: String, oneOf partials: [String], _ value: @escaping @Sendable (Context) -> String
    ) -> Self {
        Self(name, kind: .partial(partials)) { .text(value($0)) }
    }

    /// Creates a field of trusted HTML.
    @inlinable
    public static func html(_ name: String, _ value: @escaping @Sendable (Context) -> HTMLFragment) -> Self {
        Self(name, kind: .html) { .html(value($0)) }
    }

    /// Creates a field of trusted HTML that may be missing.
    @inlinable
    public static func optionalHTML(_ name: String, _ value: @escaping @Sendable (Context) -> HTMLFragment?) -> Self {
        Self(name, kind: .optional(.html)) { value($0).map(Value.html) ?? .nothing }
    }

    /// Creates a field that is either set or not, for sections.
    @inlinable
    public static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
        Self(name, kind: .flag) { .flag(value($0)) }
    }

    /// Creates a field of another context, whose names follow a dot.
    @inlinable
    public static func object<Other: TemplateContext>(
        _ name: String, _ type: Other.Type, _ value: @escaping @Sendable (Context) -> Other
    ) -> Self {
        Self(name, kind: .object(Other.shape)) { .object(value($0).object) }
    }

    /// Creates a field of an existing object, whose shape may be created at run time.
    @inlinable
    public static func object(
        _ name: String, shape: Shape, _ value: @escaping @Sendable (Context) -> Object
    ) -> Self {
        Self(name, kind: .object(shape)) { .object(value($0)) }
    }

    /// Creates a field of another context that may be missing.
    @inlinable
    public static func optional<Other: TemplateContext>(
        _ name: String, _ type: Other.Type, _ value: @escaping @Sendable (Context) -> Other?
    ) -> Self {
        Self(name, kind: .optional(.object(Other.shape))) { value($0).map { .object($0.object) } ?? .nothing }
    }

    /// Creates a field of an existing object that may be missing.
    @inlinable
    public static func optional(
        _ name: String, shape: Shape, _ value: @escaping @Sendable (Context) -> Object?
    ) -> Self {
        Self(name, kind: .optional(.object(shape))) { value($0).map(Value.object) ?? .nothing }
    }

    /// Creates a field of a list of another context.
    @inlinable
    public static func list<Other: TemplateContext>(
        _ name: String, _ type: Other.Type, _ value: @escaping @Sendable (Context) -> [Other]
    ) -> Self {
        Self(name, kind: .list(.object(Other.shape))) { .list(value($0).map { .object($0.object) }) }
    }

    /// Creates a field of a list of existing objects of another context.
    @inlinable
    public static func list<Other: TemplateContext>(
        _ name: String, of type: Other.Type, objects value: @escaping @Sendable (Context) -> [Object]
    ) -> Self {
        Self(name, kind: .list(.object(Other.shape))) { .list(value($0).map(Value.object)) }
    }

    /// Creates a field of a list of existing objects, whose shape may be created at run time.
    @inlinable
    public static func list(
        _ name: String, shape: Shape, _ value: @escaping @Sendable (Context) -> [Object]
    ) -> Self {
        Self(name, kind: .list(.object(shape))) { .list(value($0).map(Value.object)) }
    }
}
