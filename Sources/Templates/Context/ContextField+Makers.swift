import HTML

// Compiled for each context type where they are called, as ``ContextFields/object(of:)`` is.
extension ContextField {
    /// Text, always escaped.
    @inlinable
    public static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Self {
        Self(name, kind: .text) { .text(value($0)) }
    }

    /// Text that may be missing.
    @inlinable
    public static func optionalText(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Self {
        Self(name, kind: .optional(.text)) { value($0).map(Value.text) ?? .nothing }
    }

    /// A list of texts, each `{{.}}`.
    @inlinable
    public static func texts(_ name: String, _ value: @escaping @Sendable (Context) -> [String]) -> Self {
        Self(name, kind: .list(.text)) { .list(value($0).map(Value.text)) }
    }

    /// The name of one of these partials, for `{{>*name}}`.
    @inlinable
    public static func partial(
        _ name: String, oneOf partials: [String], _ value: @escaping @Sendable (Context) -> String
    ) -> Self {
        Self(name, kind: .partial(partials)) { .text(value($0)) }
    }

    /// Trusted markup.
    @inlinable
    public static func html(_ name: String, _ value: @escaping @Sendable (Context) -> HTMLFragment) -> Self {
        Self(name, kind: .html) { .html(value($0)) }
    }

    /// Trusted markup that may be missing.
    @inlinable
    public static func optionalHTML(_ name: String, _ value: @escaping @Sendable (Context) -> HTMLFragment?) -> Self {
        Self(name, kind: .optional(.html)) { value($0).map(Value.html) ?? .nothing }
    }

    /// Yes or no.
    @inlinable
    public static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
        Self(name, kind: .flag) { .flag(value($0)) }
    }

    /// The names of another context.
    @inlinable
    public static func object<Other: TemplateContext>(
        _ name: String, _ type: Other.Type, _ value: @escaping @Sendable (Context) -> Other
    ) -> Self {
        Self(name, kind: .object(Other.shape)) { .object(value($0).object) }
    }

    /// An object that was made before, of a shape that may be made at run time.
    @inlinable
    public static func object(
        _ name: String, shape: Shape, _ value: @escaping @Sendable (Context) -> Object
    ) -> Self {
        Self(name, kind: .object(shape)) { .object(value($0)) }
    }

    /// The names of another context that may be missing.
    @inlinable
    public static func optional<Other: TemplateContext>(
        _ name: String, _ type: Other.Type, _ value: @escaping @Sendable (Context) -> Other?
    ) -> Self {
        Self(name, kind: .optional(.object(Other.shape))) { value($0).map { .object($0.object) } ?? .nothing }
    }

    /// An object that was made before and may be missing.
    @inlinable
    public static func optional(
        _ name: String, shape: Shape, _ value: @escaping @Sendable (Context) -> Object?
    ) -> Self {
        Self(name, kind: .optional(.object(shape))) { value($0).map(Value.object) ?? .nothing }
    }

    /// A list of another context.
    @inlinable
    public static func list<Other: TemplateContext>(
        _ name: String, _ type: Other.Type, _ value: @escaping @Sendable (Context) -> [Other]
    ) -> Self {
        Self(name, kind: .list(.object(Other.shape))) { .list(value($0).map { .object($0.object) }) }
    }

    /// A list of objects of another context that were made before.
    @inlinable
    public static func list<Other: TemplateContext>(
        _ name: String, of type: Other.Type, objects value: @escaping @Sendable (Context) -> [Object]
    ) -> Self {
        Self(name, kind: .list(.object(Other.shape))) { .list(value($0).map(Value.object)) }
    }

    /// A list of objects that were made before, of a shape that may be made at run time.
    @inlinable
    public static func list(
        _ name: String, shape: Shape, _ value: @escaping @Sendable (Context) -> [Object]
    ) -> Self {
        Self(name, kind: .list(.object(shape))) { .list(value($0).map(Value.object)) }
    }
}
