extension LayoutChecker {
    /// Goes through the instructions of a state to its end, both into sections and past them.
    mutating func follow(_ walk: inout CheckWalk) {
        while true {
            let place = program.places[walk.counter]
            let instruction = program.instructions[walk.counter]
            walk.counter += 1
            switch instruction {
            case .text, .lineStart, .lineEnd: break
            case .escaped(let lookup): checkVariable(lookup, isRaw: false, at: place, walk)
            case .raw(let lookup): checkVariable(lookup, isRaw: true, at: place, walk)
            case .section(let lookup, _): enterSection(lookup, at: place, &walk)
            case .endSection: walk.close()
            case .inverted(let lookup, _): _ = checkSection(lookup, at: place, walk)
            case .partial(let unit, _): call(unit, arguments: nil, at: place, walk)
            case .dynamicPartial(let lookup, _):
                for unit in units(lookup, at: place, walk, missing: TemplateProblem.missingPartial) {
                    call(unit, arguments: nil, at: place, walk)
                }
            case .parent(let unit, let arguments, let end, _):
                if unit >= 0 { call(unit, arguments: arguments, at: place, walk) }
                walk.counter = Int(end)
            case .dynamicParent(let lookup, let arguments, let end, _):
                for unit in units(lookup, at: place, walk, missing: TemplateProblem.missingParent) {
                    call(unit, arguments: arguments, at: place, walk)
                }
                walk.counter = Int(end)
            case .block(let name, let end, _):
                if replace(name, at: place, walk) { walk.counter = Int(end) }
            case .done: return
            }
        }
    }

    private mutating func call(_ unit: Int32, arguments: Int32?, at place: Program.Place, _ walk: CheckWalk) {
        var environment = walk.environment
        let origin = walk.origin(at: place, layout: layout)
        if let arguments, !program.arguments[Int(arguments)].isEmpty {
            meetParent(arguments, at: place, origin: origin)
            if !environment.contains(arguments) { environment.append(arguments) }
        }
        let target = program.units[Int(unit)]
        if !target.isSound { meetUnreadable(environment: environment) }
        let state = CheckState(start: target.start, frames: walk.frames, environment: environment, origin: origin)
        addEdge(from: walk, to: state, at: place, isCall: true)
    }

    /// Goes to what replaces a block, if anything does.
    private mutating func replace(_ name: Int32, at place: Program.Place, _ walk: CheckWalk) -> Bool {
        meetBlock(name, environment: walk.environment)
        for (level, list) in walk.environment.enumerated() {
            guard let argument = program.arguments[Int(list)].first(where: { $0.name == name }) else { continue }
            let state = CheckState(
                start: argument.start, frames: walk.frames, environment: Array(walk.environment[..<level]),
                origin: walk.origin(at: place, layout: layout))
            addEdge(from: walk, to: state, at: place, isCall: false)
            return true
        }
        return false
    }

    private mutating func enterSection(_ lookup: Lookup, at place: Program.Place, _ walk: inout CheckWalk) {
        guard case .kind(let kind, let from) = checkSection(lookup, at: place, walk) else {
            return walk.open(nil, consumesData: false)
        }
        var item = kind.present
        if case .list(let inner) = item { item = inner }
        var consumesData = false
        if let from, let inner = item.innerShape { consumesData = reaches(inner, from) }
        walk.open(item, consumesData: consumesData)
    }

    /// The partials that a dynamic name may stand for.
    private mutating func units(
        _ lookup: Lookup, at place: Program.Place, _ walk: CheckWalk,
        missing problem: (String, [String]) -> TemplateProblem
    ) -> [Int32] {
        guard case .kind(let kind, _) = resolve(lookup, at: place, walk) else { return [] }
        guard case .partial(let names) = kind.present else {
            let usable = walk.frames.names { if case .partial = $0.present { true } else { false } }
            report(.notPartialName(name: text(place), names: usable), at: place, walk)
            return []
        }
        return names.compactMap { name in
            if let unit = program.partials[name] { return unit }
            report(problem(name, program.partials.keys.sorted()), at: place, walk)
            return nil
        }
    }
}
