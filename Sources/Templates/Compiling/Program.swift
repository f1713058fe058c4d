import Diagnostics

/// All layouts and partials, compiled into one run of instructions.
struct Program: Sendable {
    /// A layout or a partial.
    struct Unit: Sendable {
        let name: String
        let source: SourceText
        /// Where its instructions begin.
        var start: Int32
        /// Whether it could be understood as a whole.
        var isSound = true
    }

    /// A block that is given to a parent.
    struct Argument: Sendable {
        /// The number of the block's name.
        let name: Int32
        /// Where its instructions begin.
        let start: Int32
        /// Its name in the source.
        let place: Place
    }

    /// Names in the source, for diagnostics.
    struct Place: Sendable, Hashable {
        let unit: Int32
        let start: Int32
        let end: Int32

        var bytes: Range<Int> { Int(start)..<Int(end) }
    }

    var instructions: [Instruction] = []
    /// By instruction: the name of its tag.
    var places: [Place] = []
    var literals: [UInt8] = []
    /// The parts after the first of all dotted names.
    var parts: [Int32] = []
    var arguments: [[Argument]] = []
    var units: [Unit] = []
    var layouts: [String: Int32] = [:]
    var partials: [String: Int32] = [:]
}
