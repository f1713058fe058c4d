extension LayoutChecker {
    mutating func report(_ problem: TemplateProblem, at location: Program.Location, _ walk: CheckWalk) {
        report(problem, at: location, origin: walk.origin(at: location, layout: layout))
    }

    /// Checks `{{name}}` and `{{{name}}}`.
    mutating func checkVariable(_ lookup: Lookup, isRaw: Bool, at location: Program.Location, _ walk: CheckWalk) {
        guard case .kind(let kind, _) = resolve(lookup, at: location, walk) else { return }
        switch kind.present {
        case .text, .partial:
            if isRaw { report(.unescapedText(name: text(location)), at: location, walk) }
        case .html:
            if !isRaw { report(.escapedMarkup(name: text(location)), at: location, walk) }
        case .flag, .object, .list, .optional:
            report(.notText(name: text(location), kind: kind.kindName), at: location, walk)
        }
    }

    /// Checks `{{#name}}` and `{{^name}}`. Returns the kind of the name.
    mutating func checkSection(_ lookup: Lookup, at location: Program.Location, _ walk: CheckWalk) -> ContextStack.Found {
        let found = resolve(lookup, at: location, walk)
        switch found {
        case .kind(.text, _), .kind(.html, _), .kind(.partial, _):
            // The item of a list, as in {{#items}}{{#.}}, is always there too.
            if case .kind(let kind, _) = found {
                report(.sectionOverScalar(name: text(location), kind: kind.kindName), at: location, walk)
            }
        default: break
        }
        return found
    }

    /// Returns the kind of a dotted name, or reports that it does not exist.
    ///
    /// Names are compared by their numbers. Their texts are made for messages only.
    mutating func resolve(_ lookup: Lookup, at location: Program.Location, _ walk: CheckWalk) -> ContextStack.Found {
        guard lookup.first >= 0 else { return walk.stack.top }
        let start = walk.stack.find(lookup.first)
        guard case .kind(var kind, let from) = start else {
            if case .missing(let names) = start {
                let parts = parts(location)
                report(.unknownName(name: parts[0], object: nil, names: names), at: part(0, of: parts, location), walk)
            }
            return .unknown
        }
        var isOptional = false
        for index in 0..<Int(lookup.restCount) {
            if case .optional = kind { isOptional = true }
            guard case .object(let shape) = kind.present else {
                let parts = parts(location)
                let object = parts[...index].joined(separator: ".")
                report(
                    .noNamesInside(name: object, kind: kind.kindName), at: part(index + 1, of: parts, location), walk)
                return .unknown
            }
            guard let slot = shape.slot(ofNumber: program.parts[Int(lookup.restStart) + index]) else {
                let parts = parts(location)
                let problem = TemplateProblem.unknownName(
                    name: parts[index + 1], object: parts[...index].joined(separator: "."), names: shape.names)
                report(problem, at: part(index + 1, of: parts, location), walk)
                return .unknown
            }
            kind = shape.kind(at: slot)
        }
        return .kind(isOptional ? .optional(kind) : kind, from: from)
    }

    /// The parts of the dotted name at a location: one or more.
    private func parts(_ location: Program.Location) -> [String] {
        let name = text(location)
        let parts = name.split(separator: ".").map(String.init)
        return parts.isEmpty ? [name] : parts
    }

    /// Returns the location of a part of a dotted name.
    private func part(_ index: Int, of parts: [String], _ location: Program.Location) -> Program.Location {
        let before = parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
        let start = location.start + Int32(before)
        return Program.Location(unit: location.unit, start: start, end: start + Int32(parts[index].utf8.count))
    }
}
