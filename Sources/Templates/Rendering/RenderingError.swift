import Diagnostics

/// Why a layout could not be rendered.
public struct RenderingError: Error, Sendable {
    /// What to tell people.
    public let diagnostic: Diagnostic
}
