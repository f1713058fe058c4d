/// What a layout is given: a view of the model, apart from the model.
///
/// One declaration gives names, kinds and values:
///
/// ```swift
/// struct TermLink: TemplateContext {
///     let label: String
///     let address: String
///     static let shape = ContextShape<TermLink>([
///         .text("label") { $0.label },
///         .text("address") { $0.address },
///     ])
/// }
/// ```
public protocol TemplateContext: Sendable {
    /// The names this context offers.
    static var shape: ContextShape<Self> { get }
}

extension TemplateContext {
    /// The values of this context, ready to render.
    @inlinable public var object: Object { Self.shape.object(of: self) }
}
