/// The context stack as far as it is known before anything is rendered: what each of its levels offers.
struct OfferedFrames {
    /// One level: a kind, or nothing known where the section's own name was wrong.
    struct Frame {
        let kind: Kind?
        let key: Key
    }

    /// What makes two levels alike.
    indirect enum Key: Hashable {
        case unknown, text, html, flag
        case partial([String])
        case object(Shape)
        case list(Key)
    }

    /// What a name turned out to be.
    enum Found {
        /// A kind, and the shape of the level where the first part of its name was found.
        case kind(Kind, from: Shape?)
        /// Below a level of which nothing is known.
        case unknown
        /// No level offers the first part.
        case missing(names: [String])
    }

    /// From the bottom to the top.
    private(set) var frames: [Frame] = []

    var keys: [Key] { frames.map(\.key) }

    /// The stack with one more level.
    ///
    /// A lower level of the same shape can never be seen again, nor can a lower level that is no object; leaving them out
    /// keeps the number of different stacks finite, however deep templates call themselves.
    func pushing(_ kind: Kind?) -> OfferedFrames {
        let kind = kind.map(\.present)
        let frame = Frame(kind: kind, key: kind.map(Self.key) ?? .unknown)
        var stack = OfferedFrames()
        stack.frames = frames.filter { lower in
            if lower.key == frame.key { return false }
            if case .object = lower.key { return true }
            return lower.key == .unknown
        }
        stack.frames.append(frame)
        return stack
    }

    /// What `.` is.
    var top: Found {
        guard let frame = frames.last, let kind = frame.kind else { return .unknown }
        return .kind(kind, from: nil)
    }

    /// What the first part of a name is.
    func find(_ name: String) -> Found {
        for frame in frames.reversed() {
            guard let kind = frame.kind else { return .unknown }
            if case .object(let shape) = kind, let found = shape.kind(of: name) { return .kind(found, from: shape) }
        }
        return .missing(names: names { _ in true })
    }

    /// The names that can be used here and are of a kind, those of the top first.
    func names(where isWanted: (Kind) -> Bool) -> [String] {
        var names: [String] = []
        for frame in frames.reversed() {
            guard case .object(let shape)? = frame.kind else { continue }
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
    /// The kind where it is there.
    var present: Kind {
        if case .optional(let kind) = self { kind.present } else { self }
    }
}
