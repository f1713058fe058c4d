extension LayoutChecker {
    /// Checks the instructions of a state to its end, including the content of all sections.
    mutating func follow(_ walk: inout CheckWalk) {
        while true {
            let location = program.locations[walk.counter]
            let instruction = program.instructions[walk.counter]
            walk.counter += 1
            switch instruction {
            case .text, .lineStart, .lineEnd: break
            case .escaped(let lookup): checkVariable(lookup, isRaw: false, at: location, walk)
            case .raw(let lookup): checkVariable(lookup, isRaw: true, at: location, walk)
            case .section(let lookup, _): enterSection(lookup, at: location, &walk)
            case .endSection: walk.close()
            case .inverted(let lookup, _): _ = checkSection(lookup, at: location, walk)
            case .partial(let unit, _): call(unit, arguments: nil, at: location, walk)
            case .dynamicPartial(let lookup, _):
                for unit in units(lookup, at: location, walk, missing: TemplateProblem.missingPartial) {
                    call(unit, arguments: nil, at: location, walk)
                }
            case .parent(let unit, let arguments, let end, _):
                if unit >= 0 { call(unit, arguments: arguments, at: location, walk) }
                walk.counter = Int(end)
            case .dynamicParent(let lookup, let arguments, let end, _):
                for unit in units(lookup, at: location, walk, missing: TemplateProblem.missingParent) {
                    call(unit, arguments: arguments, at: location, walk)
                }
                walk.counter = Int(end)
            case .block(let name, let end, _):
                if replace(name, at: location, walk) { walk.counter = Int(end) }
            case .unless(let lookup, _, _): checkVariable(lookup, isRaw: false, at: location, walk)
            case .jump: break
            case .done: return
            }
        }
    }

    private mutating func call(_ unit: Int32, arguments: Int32?, at location: Program.Location, _ walk: CheckWalk) {
        if program.units[Int(unit)].isString {
            // A text has no sections, so it is checked as a part of the template that uses it.
            var inner = walk.entering(unit: program.units[Int(unit)], at: location, layout: layout)
            return follow(&inner)
        }
        var environment = walk.environment
        let origin = walk.origin(at: location, layout: layout)
        if let arguments, !program.arguments[Int(arguments)].isEmpty {
            noteParent(arguments, at: location, origin: origin)
            if !environment.contains(arguments) { environment.append(arguments) }
        }
        let target = program.units[Int(unit)]
        if !target.isValid { noteInvalid(environment: environment) }
        let state = CheckState(start: target.start, stack: walk.stack, environment: environment, origin: origin)
        addEdge(from: walk, to: state, at: location, isCall: true)
    }

    /// Continues with the replacement of a block. Returns false if there is none.
    private mutating func replace(_ name: Int32, at location: Program.Location, _ walk: CheckWalk) -> Bool {
        noteBlock(name, environment: walk.environment)
        for (level, list) in walk.environment.enumerated() {
            guard let argument = program.arguments[Int(list)].first(where: { $0.name == name }) else { continue }
            let state = CheckState(
                start: argument.start, stack: walk.stack, environment: Array(walk.environment[..<level]),
                origin: walk.origin(at: location, layout: layout))
            addEdge(from: walk, to: state, at: location, isCall: false)
            return true
        }
        return false
    }

    private mutating func enterSection(_ lookup: Lookup, at location: Program.Location, _ walk: inout CheckWalk) {
        guard case .kind(let kind, let from) = checkSection(lookup, at: location, walk) else {
            return walk.open(nil, consumesData: false)
        }
        var item = kind.present
        if case .list(let inner) = item { item = inner }
        var consumesData = false
        if let from, let inner = item.innerShape { consumesData = reaches(inner, from) }
        walk.open(item, consumesData: consumesData)
    }

    /// Returns the partials that a dynamic name may name.
    private mutating func units(
        _ lookup: Lookup, at location: Program.Location, _ walk: CheckWalk,
        missing problem: (String, [String]) -> TemplateProblem
    ) -> [Int32] {
        guard case .kind(let kind, _) = resolve(lookup, at: location, walk) else { return [] }
        guard case .partial(let names) = kind.present else {
            let usable = walk.stack.names { if case .partial = $0.present { true } else { false } }
            report(.notPartialName(name: text(location), names: usable), at: location, walk)
            return []
        }
        return names.compactMap { name in
            if let unit = program.partials[name] { return unit }
            report(problem(name, program.partials.keys.sorted()), at: location, walk)
            return nil
        }
    }
}
