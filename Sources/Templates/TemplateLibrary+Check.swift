import Diagnostics

extension TemplateLibrary {
    /// How many of the layouts that include a partial with a problem are named.
    private static let noteLimit = 3
    /// How many problems of a template are reported. One with more has to be checked again after fixing these.
    private static let problemLimit = 500

    /// Checks a layout, and everything that it includes, against the names that it is offered.
    public func check(layout: String, offers shape: Shape) -> [Diagnostic] {
        check([(layout, [shape])])
    }

    /// Checks a layout, and everything that it includes, against the contexts that it is offered, the last one first.
    public func check(layout: String, offers shapes: [Shape]) -> [Diagnostic] {
        check([(layout, shapes)])
    }

    /// Checks layouts, and everything that they include, against the contexts that they are offered.
    ///
    /// A problem in a partial is reported once, at its location in the partial, with notes that name the layouts that include it.
    /// ``compile(layouts:partials:)`` reports the problems of the templates alone.
    public func check(_ layouts: [(layout: String, shapes: [Shape])]) -> [Diagnostic] {
        var findings: [TemplateFinding] = []
        var origins: [TemplateFinding: [Program.Location]] = [:]
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
        for (_, found) in Dictionary(grouping: findings, by: \.location.unit) {
            diagnostics += limited(found).map { diagnostic($0, origins: origins[$0] ?? []) } + rest(of: found)
        }
        return diagnostics.sorted()
    }

    /// The first problems of a template, at most ``problemLimit``.
    private func limited(_ findings: [TemplateFinding]) -> [TemplateFinding] {
        guard findings.count > Self.problemLimit else { return findings }
        let sorted = findings.sorted { $0.location.bytes.lowerBound < $1.location.bytes.lowerBound }
        return Array(sorted.prefix(Self.problemLimit))
    }

    /// Says how many problems of a template are not reported.
    private func rest(of findings: [TemplateFinding]) -> [Diagnostic] {
        guard findings.count > Self.problemLimit, let first = findings.first else { return [] }
        let hasError = findings.contains { $0.problem.severity == .error }
        let problem = TooManyProblems(count: findings.count - Self.problemLimit, severity: hasError ? .error : .warning)
        let source = program.units[Int(first.location.unit)].source
        return [Diagnostic(problem, in: source, bytes: source.utf8.count..<source.utf8.count)]
    }

    private func diagnostic(_ finding: TemplateFinding, origins: [Program.Location]) -> Diagnostic {
        let notes = origins.prefix(Self.noteLimit).map { origin in
            let layout = program.units[Int(origin.unit)]
            return Diagnostic.Note(
                TemplateNote.includedHere(layout: layout.name), path: layout.source.path,
                range: layout.source.range(ofBytes: origin.bytes))
        }
        let source = program.units[Int(finding.location.unit)].source
        return Diagnostic(finding.problem, in: source, bytes: finding.location.bytes, notes: Array(notes))
    }
}
