/// A view of the model that a layout is given, apart from the model itself.
///
/// One declaration gives names, kinds and values:
///
/// ```swift
/// struct TermLink: TemplateContext {
///     let label: String
///     let address: String
///     static let fields = ContextFields<TermLink>([
///         .text("label") { $0.label },
///         .text("address") { $0.address },
///     ])
/// }
/// ```
public protocol TemplateContext: Sendable {
    /// The names that this context offers, declared once as a static constant.
    static var fields: ContextFields<Self> { get }
}

extension TemplateContext {
    /// The names of this context and what each of them is.
    @inlinable public static var shape: Shape { fields.shape }

    /// The values of this context, ready to render.
    @inlinable public var object: Object { Self.fields.object(of: self) }
}
