/// The context stack as far as it is known before rendering: the kind of each level.
struct ContextStack {
    /// A level of the stack: a kind, or nil if the name of the section does not exist.
    struct Level {
        let kind: Kind?
        let key: Key
    }

    /// The identity of a level: two levels with the same key offer the same.
    indirect enum Key: Hashable {
        case unknown, text, html, flag
        case partial([String])
        case object(Shape)
        case list(Key)
    }

    /// The result of looking up a name.
    enum Found {
        /// The name exists. `from` is the shape of the level that has the first part of the name.
        case kind(Kind, from: Shape?)
        /// The name may be in a level whose kind is not known.
        case unknown
        /// No level offers the first part of the name; these names are available.
        case missing(names: [String])
    }

    /// The levels from the bottom to the top.
    private(set) var levels: [Level] = []

    var keys: [Key] { levels.map(\.key) }

    /// Returns the stack with one more level.
    ///
    /// A lower level of the same shape is hidden by the new one, and a lower level that is not an object has no names. Leaving these out
    /// keeps the number of different stacks finite, however deeply templates call themselves.
    func pushing(_ kind: Kind?) -> ContextStack {
        let kind = kind.map(\.present)
        let level = Level(kind: kind, key: kind.map(Self.key) ?? .unknown)
        var stack = ContextStack()
        stack.levels = levels.filter { lower in
            if lower.key == level.key { return false }
            if case .object = lower.key { return true }
            return lower.key == .unknown
        }
        stack.levels.append(level)
        return stack
    }

    /// The kind of `.`.
    var top: Found {
        guard let level = levels.last, let kind = level.kind else { return .unknown }
        return .kind(kind, from: nil)
    }

    /// Looks up the first part of a name by its number.
    func find(_ number: Int32) -> Found {
        for level in levels.reversed() {
            guard let kind = level.kind else { return .unknown }
            if case .object(let shape) = kind, let slot = shape.slot(ofNumber: number) {
                return .kind(shape.kind(at: slot), from: shape)
            }
        }
        return .missing(names: names { _ in true })
    }

    /// Returns the available names whose kind meets a condition, those of the top level first.
    func names(where isWanted: (Kind) -> Bool) -> [String] {
        var names: [String] = []
        for level in levels.reversed() {
            guard case .object(let shape)? = level.kind else { continue }
            for (slot, name) in shape.names.enumerated() where !names.contains(name) && isWanted(shape.kind(at: slot)) {
                names.append(name)
            }
        }
        return names
    }

    private static func key(_ kind: Kind) -> Key {
        switch kind {
        case .text: .text
        case .partial(let names): .partial(names)
        case .html: .html
        case .flag: .flag
        case .object(let shape): .object(shape)
        case .list(let item): .list(key(item))
        case .optional(let kind): key(kind)
        }
    }
}

extension Kind {
    /// The kind of the value if it is not missing.
    var present: Kind {
        if case .optional(let kind) = self { kind.present } else { self }
    }
}
