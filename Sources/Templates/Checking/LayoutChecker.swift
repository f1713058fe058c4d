/// Follows all ways that rendering a layout could take, with kinds in the place of values.
///
/// A partial is followed once for each context stack that it can meet, so that partials which call themselves come to an end;
/// see ``OfferedFrames/pushing(_:)`` for why there are finitely many.
struct LayoutChecker {
    /// How many states are followed before it is given up.
    static let stateLimit = 10_000

    let program: Program
    let layout: Int32
    private var states: [CheckState] = []
    private var edges: [[CheckEdge]] = []
    private var numbers: [CheckState.Key: Int] = [:]
    private var found: [TemplateFinding] = []
    private var isFound: Set<TemplateFinding> = []
    /// The names of blocks that were met while an argument list was in force.
    private var blocks: [Int32: Set<Int32>] = [:]
    /// The argument lists of the parents that were followed, and where those begin.
    private var parents: [Int32: (place: Program.Place, origin: Program.Place?)] = [:]
    /// Argument lists of which not everything that could use them was seen.
    private var unsureLists: Set<Int32> = []
    private var shapes = ShapeGraph()

    init(program: Program, layout: Int32) {
        self.program = program
        self.layout = layout
    }

    /// Everything that is wrong when the layout is offered shapes, the last one looked up first.
    mutating func check(offers shapes: [Shape]) -> [TemplateFinding] {
        let frames = shapes.reduce(OfferedFrames()) { $0.pushing(.object($1)) }
        _ = number(
            of: CheckState(start: program.units[Int(layout)].start, frames: frames, environment: [], origin: nil))
        var next = 0
        while next < states.count, states.count <= Self.stateLimit {
            var walk = CheckWalk(state: next, states[next])
            follow(&walk)
            next += 1
        }
        if next < states.count {
            let place = Program.Place(unit: layout, start: 0, end: 0)
            report(.tooManyWays(limit: Self.stateLimit), at: place, origin: nil)
        } else {
            reportUnknownBlocks()
        }
        for loop in EndlessPartials.find(in: edges) {
            report(.endlessPartial(name: text(loop.edge.place)), at: loop.edge.place, origin: states[loop.state].origin)
        }
        return found
    }

    /// The number of a state, a new one where it was not met before.
    mutating func number(of state: CheckState) -> Int {
        let key = state.key
        if let number = numbers[key] { return number }
        numbers[key] = states.count
        states.append(state)
        edges.append([])
        return states.count - 1
    }

    mutating func addEdge(from walk: CheckWalk, to state: CheckState, at place: Program.Place, isCall: Bool) {
        let target = number(of: state)
        edges[walk.state].append(
            CheckEdge(target: target, place: place, consumesData: walk.consumesData, isCall: isCall))
    }

    mutating func report(_ problem: TemplateProblem, at place: Program.Place, origin: Program.Place?) {
        let finding = TemplateFinding(problem: problem, place: place, origin: place.unit == layout ? nil : origin)
        if isFound.insert(finding).inserted { found.append(finding) }
    }

    /// Notes that a block was met, and which parents' arguments it could have been replaced by.
    mutating func meetBlock(_ name: Int32, environment: [Int32]) {
        for list in environment { blocks[list, default: []].insert(name) }
    }

    /// Notes that a parent was followed, and by which tag of the layout first.
    mutating func meetParent(_ list: Int32, at place: Program.Place, origin: Program.Place?) {
        if parents[list] == nil { parents[list] = (place, origin) }
    }

    /// A template could not be read, so what it would have used is not known.
    mutating func meetUnreadable(environment: [Int32]) { unsureLists.formUnion(environment) }

    mutating func reaches(_ from: Shape, _ to: Shape) -> Bool { shapes.reaches(from, to) }

    private mutating func reportUnknownBlocks() {
        for (list, parent) in parents where !unsureLists.contains(list) {
            let met = blocks[list] ?? []
            for argument in program.arguments[Int(list)] where !met.contains(argument.name) {
                let names = met.map { NameTable.shared.name(of: $0) }.sorted()
                let problem = TemplateProblem.unknownBlock(
                    name: text(argument.place), parent: text(parent.place), blocks: names)
                report(problem, at: argument.place, origin: parent.origin)
            }
        }
    }

    func text(_ place: Program.Place) -> String {
        program.units[Int(place.unit)].source.string(place.bytes)
    }
}
