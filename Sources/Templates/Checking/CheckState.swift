/// A stretch of instructions that is entered with a certain context stack and certain blocks given.
struct CheckState {
    struct Key: Hashable {
        let start: Int32
        let frames: [OfferedFrames.Key]
        let environment: [Int32]
    }

    let start: Int32
    let frames: OfferedFrames
    /// The argument lists in force, the outermost first. One that is there already changes nothing when it is given again.
    let environment: [Int32]
    /// The tag of the layout that led here; none for the layout itself.
    let origin: Program.Place?

    var key: Key { Key(start: start, frames: frames.keys, environment: environment) }
}

/// A way from one state to another: a partial, a parent or a replaced block.
struct CheckEdge {
    let target: Int
    /// The name in the tag.
    let place: Program.Place
    /// Whether a section stands between that leads one step down in data that holds itself, and so runs out at some time.
    let consumesData: Bool
    /// Whether the tag is a partial or a parent.
    let isCall: Bool
}
