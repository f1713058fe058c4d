import Diagnostics

extension TemplateLibrary {
    /// Checks a layout, and everything it brings in, against the names it is offered.
    public func check(layout: String, offers shape: Shape) -> [Diagnostic] {
        check(layout: layout, offers: [shape])
    }

    /// Checks a layout, and everything it brings in, against the contexts it is offered, the last one first.
    public func check(layout: String, offers shapes: [Shape]) -> [Diagnostic] {
        check([(layout, shapes)])
    }

    /// Checks layouts against the names they are offered. What is wrong in a partial is told once a place, however many
    /// layouts bring it in.
    public func check(_ layouts: [(layout: String, shapes: [Shape])]) -> [Diagnostic] {
        layouts.filter { program.layouts[$0.layout] == nil }.map { missing($0.layout) }
    }
}
