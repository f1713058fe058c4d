extension LayoutChecker {
    mutating func report(_ problem: TemplateProblem, at place: Program.Place, _ walk: CheckWalk) {
        report(problem, at: place, origin: walk.origin(at: place, layout: layout))
    }

    /// Checks `{{name}}` and `{{{name}}}`.
    mutating func checkVariable(_ lookup: Lookup, isRaw: Bool, at place: Program.Place, _ walk: CheckWalk) {
        guard case .kind(let kind, _) = resolve(lookup, at: place, walk) else { return }
        let name = text(place)
        switch kind.present {
        case .text, .partial:
            if isRaw { report(.unescapedText(name: name), at: place, walk) }
        case .html:
            if !isRaw { report(.escapedMarkup(name: name), at: place, walk) }
        case .flag, .object, .list, .optional:
            report(.notText(name: name, kind: kind.kindName), at: place, walk)
        }
    }

    /// Checks `{{#name}}` and `{{^name}}`, and tells what the name is.
    mutating func checkSection(_ lookup: Lookup, at place: Program.Place, _ walk: CheckWalk) -> OfferedFrames.Found {
        let found = resolve(lookup, at: place, walk)
        switch found {
        case .kind(.text, _), .kind(.html, _), .kind(.partial, _):
            // The item of a list, as in {{#items}}{{#.}}, is always there too.
            if case .kind(let kind, _) = found {
                report(.sectionOverScalar(name: text(place), kind: kind.kindName), at: place, walk)
            }
        default: break
        }
        return found
    }

    /// What a name is, its parts after dots followed. Tells it where there is no such name.
    mutating func resolve(_ lookup: Lookup, at place: Program.Place, _ walk: CheckWalk) -> OfferedFrames.Found {
        guard lookup.first >= 0 else { return walk.frames.top }
        let parts = text(place).split(separator: ".").map(String.init)
        guard let first = parts.first else { return .unknown }
        let start = walk.frames.find(first)
        guard case .kind(var kind, let from) = start else {
            if case .missing(let names) = start {
                report(.unknownName(name: first, object: nil, names: names), at: part(0, of: parts, place), walk)
            }
            return .unknown
        }
        var isOptional = false
        for index in parts.indices.dropFirst() {
            if case .optional = kind { isOptional = true }
            let object = parts[..<index].joined(separator: ".")
            guard case .object(let shape) = kind.present else {
                report(
                    .noNamesInside(name: object, kind: kind.kindName), at: part(index, of: parts, place), walk)
                return .unknown
            }
            guard let inner = shape.kind(of: parts[index]) else {
                let problem = TemplateProblem.unknownName(name: parts[index], object: object, names: shape.names)
                report(problem, at: part(index, of: parts, place), walk)
                return .unknown
            }
            kind = inner
        }
        return .kind(isOptional ? .optional(kind) : kind, from: from)
    }

    /// The place of one part of a dotted name.
    private func part(_ index: Int, of parts: [String], _ place: Program.Place) -> Program.Place {
        let before = parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
        let start = place.start + Int32(before)
        return Program.Place(unit: place.unit, start: start, end: start + Int32(parts[index].utf8.count))
    }
}
