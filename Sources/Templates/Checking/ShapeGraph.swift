/// Which shapes can be reached from which by names, asked again and again and worked out once.
struct ShapeGraph {
    private var reached: [Shape: Set<Shape>] = [:]

    /// Whether a shape offers another, directly or further in. O(names) the first time a shape is asked about.
    mutating func reaches(_ from: Shape, _ to: Shape) -> Bool {
        if let known = reached[from] { return known.contains(to) }
        var seen: Set<Shape> = []
        var waiting = [from]
        while let shape = waiting.popLast() {
            for slot in shape.names.indices {
                guard let inner = shape.kind(at: slot).innerShape else { continue }
                if seen.insert(inner).inserted { waiting.append(inner) }
            }
        }
        reached[from] = seen
        return seen.contains(to)
    }
}
