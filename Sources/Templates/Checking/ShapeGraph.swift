/// Finds which shapes contain which others, and remembers the answers.
struct ShapeGraph {
    private var reached: [Shape: Set<Shape>] = [:]

    /// Whether a shape contains another one at any depth. O(names) for the first question about a shape.
    mutating func reaches(_ from: Shape, _ to: Shape) -> Bool {
        if let known = reached[from] { return known.contains(to) }
        var seen: Set<Shape> = []
        var pending = [from]
        while let shape = pending.popLast() {
            for slot in shape.names.indices {
                guard let inner = shape.kind(at: slot).innerShape else { continue }
                if seen.insert(inner).inserted { pending.append(inner) }
            }
        }
        reached[from] = seen
        return seen.contains(to)
    }
}
