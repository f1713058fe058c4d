extension LayoutChecker {
    mutating func report(_ problem: TemplateProblem, at location: Program.Location, _ walk: CheckWalk) {
        report(problem, at: location, origin: walk.origin(at: location, layout: layout))
    }

    /// Checks `{{name}}` and `{{{name}}}`.
    mutating func checkVariable(_ lookup: Lookup, isRaw: Bool, at location: Program.Location, _ walk: CheckWalk) {
        guard case .kind(let kind, _) = resolve(lookup, at: location, walk) else { return }
        let name = text(location)
        switch kind.present {
        case .text, .partial:
            if isRaw { report(.unescapedText(name: name), at: location, walk) }
        case .html:
            if !isRaw { report(.escapedMarkup(name: name), at: location, walk) }
        case .flag, .object, .list, .optional:
            report(.notText(name: name, kind: kind.kindName), at: location, walk)
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
    mutating func resolve(_ lookup: Lookup, at location: Program.Location, _ walk: CheckWalk) -> ContextStack.Found {
        guard lookup.first >= 0 else { return walk.stack.top }
        let name = text(location)
        let parts = lookup.restCount == 0 ? [name] : name.split(separator: ".").map(String.init)
        guard let first = parts.first else { return .unknown }
        let start = walk.stack.find(first)
        guard case .kind(var kind, let from) = start else {
            if case .missing(let names) = start {
                report(.unknownName(name: first, object: nil, names: names), at: part(0, of: parts, location), walk)
            }
            return .unknown
        }
        var isOptional = false
        for index in parts.indices.dropFirst() {
            if case .optional = kind { isOptional = true }
            let object = parts[..<index].joined(separator: ".")
            guard case .object(let shape) = kind.present else {
                report(
                    .noNamesInside(name: object, kind: kind.kindName), at: part(index, of: parts, location), walk)
                return .unknown
            }
            guard let inner = shape.kind(of: parts[index]) else {
                let problem = TemplateProblem.unknownName(name: parts[index], object: object, names: shape.names)
                report(problem, at: part(index, of: parts, location), walk)
                return .unknown
            }
            kind = inner
        }
        return .kind(isOptional ? .optional(kind) : kind, from: from)
    }

    /// Returns the location of a part of a dotted name.
    private func part(_ index: Int, of parts: [String], _ location: Program.Location) -> Program.Location {
        let before = parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
        let start = location.start + Int32(before)
        return Program.Location(unit: location.unit, start: start, end: start + Int32(parts[index].utf8.count))
    }
}
