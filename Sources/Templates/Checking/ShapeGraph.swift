/// Which shapes can be reached from which by names, asked again and again and worked out once.
struct ShapeGraph {
    private var reached: [ObjectIdentifier: Set<ObjectIdentifier>] = [:]

    /// Whether a shape offers another, directly or further in. O(names) the first time a shape is asked about.
    mutating func reaches(_ from: Shape, _ to: Shape) -> Bool {
        let start = ObjectIdentifier(from)
        if let known = reached[start] { return known.contains(ObjectIdentifier(to)) }
        var seen: Set<ObjectIdentifier> = []
        var waiting = [from]
        while let shape = waiting.popLast() {
            for slot in shape.names.indices {
                guard let inner = shape.kind(at: slot).innerShape else { continue }
                if seen.insert(ObjectIdentifier(inner)).inserted { waiting.append(inner) }
            }
        }
        reached[start] = seen
        return seen.contains(ObjectIdentifier(to))
    }
}
