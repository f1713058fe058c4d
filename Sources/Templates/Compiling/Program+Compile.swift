import Diagnostics

extension Program {
    /// Compiles layouts and partials together. A template with errors renders nothing.
    static func compile(
        layouts: [(name: String, text: SourceText)], partials: [(name: String, text: SourceText)],
        strings: InterfaceStrings
    ) -> (program: Program, diagnostics: [Diagnostic]) {
        var program = Program()
        program.strings = strings
        for (name, text) in layouts + partials {
            program.units.append(Unit(name: name, source: text, start: 0))
        }
        for (index, layout) in layouts.enumerated() { program.layouts[layout.name] = Int32(index) }
        for (index, partial) in partials.enumerated() {
            program.partials[partial.name] = Int32(layouts.count + index)
        }
        var diagnostics = strings.diagnostics
        for index in program.units.indices {
            let template = ParsedTemplate(program.units[index].source)
            diagnostics += template.diagnostics
            program.units[index].isValid = template.isValid
            program.units[index].start = Int32(program.instructions.count)
            if template.isValid {
                var emitter = TemplateEmitter(template, unit: Int32(index), program: program)
                program = Program()
                emitter.emit()
                program = emitter.program
                diagnostics += emitter.diagnostics
            } else {
                program.instructions.append(.done)
                program.locations.append(Location(unit: Int32(index), start: 0, end: 0))
            }
        }
        program.compileStrings()
        return (program, diagnostics.sorted())
    }
}
