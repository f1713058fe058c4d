/// Follows all paths that rendering a layout could take, with the kinds of values instead of values.
///
/// A partial is checked once for each context stack that it can have, so checking ends even if partials call themselves: see
/// ``ContextStack/pushing(_:)`` for why the number of stacks is finite.
struct LayoutChecker {
    /// The number of states after which checking is given up.
    static let stateLimit = 10_000

    let program: Program
    let layout: Int32
    private var states: [CheckState] = []
    private var edges: [[CheckEdge]] = []
    private var numbers: [CheckState.Key: Int] = [:]
    private var found: [TemplateFinding] = []
    private var isFound: Set<TemplateFinding> = []
    /// By argument list: the names of the blocks that were found while it applied.
    private var blocks: [Int32: Set<Int32>] = [:]
    /// By argument list of a parent that was followed: the location of the parent.
    private var parents: [Int32: (location: Program.Location, origin: Program.Location?)] = [:]
    /// The argument lists that a template with errors might use, which was not checked.
    private var uncheckedLists: Set<Int32> = []
    private var shapes = ShapeGraph()

    init(program: Program, layout: Int32) {
        self.program = program
        self.layout = layout
    }

    /// Returns all problems of the layout when it is offered shapes, in the last of which a name is looked up first.
    mutating func check(offers shapes: [Shape]) -> [TemplateFinding] {
        let stack = shapes.reduce(ContextStack()) { $0.pushing(.object($1)) }
        _ = number(
            of: CheckState(start: program.units[Int(layout)].start, stack: stack, environment: [], origin: nil))
        var next = 0
        while next < states.count, states.count <= Self.stateLimit {
            var walk = CheckWalk(state: next, states[next])
            follow(&walk)
            next += 1
        }
        if next < states.count {
            let location = Program.Location(unit: layout, start: 0, end: 0)
            report(.tooManyWays(limit: Self.stateLimit), at: location, origin: nil)
        } else {
            reportUnknownBlocks()
        }
        for call in EndlessPartials.find(in: edges) {
            report(.endlessPartial(name: text(call.edge.location)), at: call.edge.location, origin: states[call.state].origin)
        }
        return found
    }

    /// Returns the number of a state, which is added if it is new.
    mutating func number(of state: CheckState) -> Int {
        let key = state.key
        if let number = numbers[key] { return number }
        numbers[key] = states.count
        states.append(state)
        edges.append([])
        return states.count - 1
    }

    mutating func addEdge(from walk: CheckWalk, to state: CheckState, at location: Program.Location, isCall: Bool) {
        let target = number(of: state)
        edges[walk.state].append(
            CheckEdge(target: target, location: location, consumesData: walk.consumesData, isCall: isCall))
    }

    mutating func report(_ problem: TemplateProblem, at location: Program.Location, origin: Program.Location?) {
        let finding = TemplateFinding(problem: problem, location: location, origin: location.unit == layout ? nil : origin)
        if isFound.insert(finding).inserted { found.append(finding) }
    }

    /// Notes that a block was found, and by which arguments it could have been replaced.
    mutating func noteBlock(_ name: Int32, environment: [Int32]) {
        for list in environment { blocks[list, default: []].insert(name) }
    }

    /// Notes that a parent was followed, and by which tag of the layout first.
    mutating func noteParent(_ list: Int32, at location: Program.Location, origin: Program.Location?) {
        if parents[list] == nil { parents[list] = (location, origin) }
    }

    /// Notes that a template with errors could use these argument lists.
    mutating func noteInvalid(environment: [Int32]) { uncheckedLists.formUnion(environment) }

    mutating func reaches(_ from: Shape, _ to: Shape) -> Bool { shapes.reaches(from, to) }

    private mutating func reportUnknownBlocks() {
        for (list, parent) in parents where !uncheckedLists.contains(list) {
            let found = blocks[list] ?? []
            for argument in program.arguments[Int(list)] where !found.contains(argument.name) {
                let names = found.map { NameTable.shared.name(of: $0) }.sorted()
                let problem = TemplateProblem.unknownBlock(
                    name: text(argument.location), parent: text(parent.location), blocks: names)
                report(problem, at: argument.location, origin: parent.origin)
            }
        }
    }

    func text(_ location: Program.Location) -> String {
        program.units[Int(location.unit)].source.string(location.bytes)
    }
}

/// A problem that was found while a layout was followed. Two are equal if their problems and locations are.
struct TemplateFinding: Hashable {
    let problem: TemplateProblem
    let location: Program.Location
    /// The tag of the layout that includes the template; nil if the location is in the layout itself.
    let origin: Program.Location?

    static func == (left: Self, right: Self) -> Bool {
        left.problem == right.problem && left.location == right.location
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(problem)
        hasher.combine(location)
    }
}
