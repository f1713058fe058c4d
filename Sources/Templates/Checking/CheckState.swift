/// A template or block that is checked with a certain context stack and certain arguments.
struct CheckState {
    struct Key: Hashable {
        let start: Int32
        let stack: [ContextStack.Key]
        let environment: [Int32]
    }

    let start: Int32
    let stack: ContextStack
    /// The argument lists of the parents around it, the outermost first. A list that is there already changes nothing when it is
    /// given again.
    let environment: [Int32]
    /// The tag of the layout that led here; nil for the layout itself.
    let origin: Program.Location?

    var key: Key { Key(start: start, stack: stack.keys, environment: environment) }
}

/// A step from a state to another one: a partial, a parent or a replaced block.
struct CheckEdge {
    let target: Int
    /// The location of the name in the tag.
    let location: Program.Location
    /// Whether a section around it enters the next level of data that contains itself, and so ends at some time.
    let consumesData: Bool
    /// Whether the tag is a partial or a parent.
    let isCall: Bool
}

/// The position and the context stack while the instructions of a state are checked.
struct CheckWalk {
    /// A section that is open.
    struct Section {
        let outerStack: ContextStack
        let consumesData: Bool
    }

    let state: Int
    var counter: Int
    var stack: ContextStack
    let environment: [Int32]
    private var origin: Program.Location?
    private var sections: [Section] = []

    init(state number: Int, _ state: CheckState) {
        self.state = number
        counter = Int(state.start)
        stack = state.stack
        environment = state.environment
        origin = state.origin
    }

    /// Whether one of the open sections enters the next level of data that contains itself.
    var consumesData: Bool { sections.contains { $0.consumesData } }

    /// Returns the tag of the layout by which a tag at a location is reached.
    func origin(at location: Program.Location, layout: Int32) -> Program.Location? {
        location.unit == layout ? location : origin
    }

    /// Returns the walk through a text of the interface that a tag at a location shows.
    func entering(unit: Program.Unit, at location: Program.Location, layout: Int32) -> CheckWalk {
        var walk = self
        walk.counter = Int(unit.start)
        walk.origin = origin(at: location, layout: layout)
        return walk
    }

    /// Opens a section. A flag adds no level.
    mutating func open(_ kind: Kind?, consumesData: Bool) {
        sections.append(Section(outerStack: stack, consumesData: consumesData))
        if case .flag? = kind?.present { return }
        stack = stack.pushing(kind)
    }

    mutating func close() {
        if let section = sections.popLast() { stack = section.outerStack }
    }
}
