import Diagnostics

extension TemplateLibrary {
    /// How many of the layouts that bring in a wrong partial are named.
    private static let noteLimit = 3

    /// Checks a layout, and everything it brings in, against the names it is offered.
    public func check(layout: String, offers shape: Shape) -> [Diagnostic] {
        check([(layout, [shape])])
    }

    /// Checks a layout, and everything it brings in, against the contexts it is offered, the last one first.
    public func check(layout: String, offers shapes: [Shape]) -> [Diagnostic] {
        check([(layout, shapes)])
    }

    /// Checks layouts, and everything they bring in, against the contexts they are offered.
    ///
    /// What is wrong in a partial is told at its place in the partial, once a place, with notes that say which layouts bring
    /// it in. What is wrong with the templates in themselves is told by ``compile(layouts:partials:)`` only.
    public func check(_ layouts: [(layout: String, shapes: [Shape])]) -> [Diagnostic] {
        var findings: [TemplateFinding] = []
        var origins: [TemplateFinding: [Program.Place]] = [:]
        var diagnostics: [Diagnostic] = []
        for (layout, shapes) in layouts {
            guard let unit = program.layouts[layout] else {
                diagnostics.append(missing(layout))
                continue
            }
            var checker = LayoutChecker(program: program, layout: unit)
            for finding in checker.check(offers: shapes) {
                if origins[finding] == nil { findings.append(finding) }
                origins[finding, default: []] += finding.origin.map { [$0] } ?? []
            }
        }
        diagnostics += findings.map { diagnostic($0, origins: origins[$0] ?? []) }
        return diagnostics.sorted()
    }

    private func diagnostic(_ finding: TemplateFinding, origins: [Program.Place]) -> Diagnostic {
        let notes = origins.prefix(Self.noteLimit).map { origin in
            let layout = program.units[Int(origin.unit)]
            return Diagnostic.Note(
                TemplateNote.broughtIn(layout: layout.name), path: layout.source.path,
                range: layout.source.range(ofBytes: origin.bytes))
        }
        let source = program.units[Int(finding.place.unit)].source
        return Diagnostic(finding.problem, in: source, bytes: finding.place.bytes, notes: Array(notes))
    }
}
