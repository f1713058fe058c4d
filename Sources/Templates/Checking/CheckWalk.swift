/// Going through the instructions of one state.
struct CheckWalk {
    /// A section that is open at this point.
    struct Section {
        let outerFrames: OfferedFrames
        let consumesData: Bool
    }

    let state: Int
    var counter: Int
    var frames: OfferedFrames
    let environment: [Int32]
    private let origin: Program.Place?
    private var sections: [Section] = []

    init(state number: Int, _ state: CheckState) {
        self.state = number
        counter = Int(state.start)
        frames = state.frames
        environment = state.environment
        origin = state.origin
    }

    /// Whether one of the open sections leads down in data that holds itself.
    var consumesData: Bool { sections.contains { $0.consumesData } }

    /// The tag of the layout by which a tag at a place is reached.
    func origin(at place: Program.Place, layout: Int32) -> Program.Place? {
        place.unit == layout ? place : origin
    }

    /// Opens a section; a flag adds no level.
    mutating func open(_ kind: Kind?, consumesData: Bool) {
        sections.append(Section(outerFrames: frames, consumesData: consumesData))
        if case .flag? = kind?.present { return }
        frames = frames.pushing(kind)
    }

    mutating func close() {
        if let section = sections.popLast() { frames = section.outerFrames }
    }
}
