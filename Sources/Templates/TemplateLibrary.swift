import Diagnostics
import HTML

/// The compiled layouts and partials of a site, which render any number of pages on any number of threads.
public struct TemplateLibrary: Sendable {
    let program: Program

    /// Compiles layouts and partials together.
    ///
    /// Reports the problems of the templates alone: tags that are not valid, sections that are not closed, partials and parents that
    /// do not exist. ``check(_:)`` reports names that do not exist. A template with errors renders nothing.
    ///
    /// - Parameters:
    ///   - layouts: The layouts; a name is the path below `layouts` without `.mustache`.
    ///   - partials: The partials, and the parents of inheritance; a name is the path below `partials` without `.mustache`.
    ///   - strings: The texts that templates show as `{{strings.group.key}}`.
    public static func compile(
        layouts: [(name: String, text: SourceText)], partials: [(name: String, text: SourceText)],
        strings: InterfaceStrings = .none
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        let (program, diagnostics) = Program.compile(layouts: layouts, partials: partials, strings: strings)
        return (TemplateLibrary(program: program), diagnostics)
    }

    /// The texts of the interface.
    public var strings: InterfaceStrings { program.strings }

    /// The keys of the texts that templates show.
    public var usedStrings: Set<String> { program.usedStrings }

    /// The names of all layouts, sorted.
    public var layoutNames: [String] { program.layouts.keys.sorted() }

    /// Renders a layout with the values of a context and appends the result to a buffer.
    ///
    /// - Throws: The same errors as ``render(layout:contexts:into:)``.
    public func render(layout: String, context: Object, into buffer: inout HTMLBuffer) throws(RenderingError) {
        try render(layout: layout, contexts: [context], into: &buffer)
    }

    /// Renders a layout with the values of several contexts and appends the result to a buffer. A name is looked up in the last
    /// context first.
    ///
    /// - Throws: If the layout does not exist, or if partials call each other too deeply. Nothing is appended then.
    public func render(
        layout: String, contexts: [Object], into buffer: inout HTMLBuffer
    ) throws(RenderingError) {
        defer { withExtendedLifetime(contexts) {} }
        let roots = contexts.map { Slot.object(Unmanaged.passUnretained($0.storage)) }
        try render(layout: layout, roots: contexts.isEmpty ? [.nothing] : roots, into: &buffer)
    }

    /// Renders a layout. The caller keeps the objects alive that the roots point to.
    func render(layout: String, roots: [Slot], into buffer: inout HTMLBuffer) throws(RenderingError) {
        guard let unit = program.layouts[layout] else { throw RenderingError(diagnostic: missing(layout)) }
        let start = buffer.count
        var renderer = Renderer()
        let stopped = roots.withUnsafeBufferPointer { roots in
            renderer.render(program, from: program.units[Int(unit)].start, roots: roots, into: &buffer)
        }
        guard let stopped else { return }
        buffer.truncate(to: start)
        let location = program.locations[stopped]
        throw RenderingError(
            diagnostic: Diagnostic(
                TemplateProblem.tooDeep(limit: Renderer.depthLimit), in: program.units[Int(location.unit)].source,
                bytes: location.bytes))
    }

    /// The diagnostic for a layout that does not exist, at the path where it is expected.
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

/// The reason why a layout could not be rendered.
public struct RenderingError: Error, Sendable {
    /// The problem, for people.
    public let diagnostic: Diagnostic
}
