import Diagnostics
import HTML

/// All layouts and partials of a site, compiled once, to render any number of pages from any number of threads.
public struct TemplateLibrary: Sendable {
    let program: Program

    /// Compiles layouts and partials together and tells what is wrong with them in themselves: tags that cannot be read,
    /// sections that do not close, partials and parents that do not exist.
    ///
    /// A name is the path below `layouts` or `partials` without `.mustache`. Partials and parents are looked up among the
    /// partials. A template that cannot be read renders nothing.
    public static func compile(
        layouts: [(name: String, text: SourceText)], partials: [(name: String, text: SourceText)]
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        let (program, diagnostics) = Program.compile(layouts: layouts, partials: partials)
        return (TemplateLibrary(program: program), diagnostics)
    }

    /// The names of all layouts, sorted.
    public var layoutNames: [String] { program.layouts.keys.sorted() }

    /// Appends a layout, rendered with the values of a context.
    ///
    /// - Throws: as ``render(layout:contexts:into:)`` does.
    public func render(layout: String, context: Object, into buffer: inout HTMLBuffer) throws(RenderingError) {
        try render(layout: layout, contexts: [context], into: &buffer)
    }

    /// Appends a layout, rendered with the values of several contexts; a name is looked up in the last one first.
    ///
    /// - Throws: where there is no such layout, and where partials call each other too deep. What was rendered until then is
    ///   not appended.
    public func render(
        layout: String, contexts: [Object], into buffer: inout HTMLBuffer
    ) throws(RenderingError) {
        defer { withExtendedLifetime(contexts) {} }
        let roots = contexts.map { Slot.object(Unmanaged.passUnretained($0.storage)) }
        try render(layout: layout, roots: contexts.isEmpty ? [.nothing] : roots, into: &buffer)
    }

    /// The caller keeps alive what the roots point to.
    func render(layout: String, roots: [Slot], into buffer: inout HTMLBuffer) throws(RenderingError) {
        guard let unit = program.layouts[layout] else { throw RenderingError(diagnostic: missing(layout)) }
        let start = buffer.count
        var renderer = Renderer()
        let stopped = roots.withUnsafeBufferPointer { roots in
            renderer.render(program, from: program.units[Int(unit)].start, roots: roots, into: &buffer)
        }
        guard let stopped else { return }
        buffer.truncate(to: start)
        let place = program.places[stopped]
        throw RenderingError(
            diagnostic: Diagnostic(
                TemplateProblem.tooDeep(limit: Renderer.depthLimit), in: program.units[Int(place.unit)].source,
                bytes: place.bytes))
    }

    func missing(_ layout: String) -> Diagnostic {
        let names = layoutNames
        let folder = names.first.flatMap { name in
            program.layouts[name].map { program.units[Int($0)].source.path.dropLast("\(name).mustache".count) }
        }
        return Diagnostic(
            TemplateProblem.missingLayout(name: layout, layouts: names),
            path: "\(folder ?? "templates/layouts/")\(layout).mustache")
    }
}
