import Diagnostics

/// All layouts and partials, compiled into one sequence of instructions.
struct Program: Sendable {
    /// A layout, a partial, or a text of the interface with values in it.
    struct Unit: Sendable {
        let name: String
        let source: SourceText
        /// The index of the first instruction.
        var start: Int32
        /// Whether the template has no errors.
        var isValid = true
        /// Whether it is a text of the interface.
        var isString = false
    }

    /// A block that is given to a parent and replaces the block of the same name.
    struct Argument: Sendable {
        /// The number of the block's name.
        let name: Int32
        /// The index of the first instruction.
        let start: Int32
        /// The location of its name.
        let location: Location
    }

    /// A location in the source of a unit, in bytes. Most are of names.
    struct Location: Sendable, Hashable {
        let unit: Int32
        let start: Int32
        let end: Int32

        var bytes: Range<Int> { Int(start)..<Int(end) }
    }

    var instructions: [Instruction] = []
    /// By instruction: the location of the name of its tag.
    var locations: [Location] = []
    /// The bytes of all literal texts and indentations.
    var literals: [UInt8] = []
    /// The parts of all dotted names, without the first part of each.
    var parts: [Int32] = []
    var arguments: [[Argument]] = []
    var units: [Unit] = []
    var layouts: [String: Int32] = [:]
    var partials: [String: Int32] = [:]
    /// The texts of the interface.
    var strings = InterfaceStrings.none
    /// By key: the unit of a text with values that a template uses.
    var stringUnits: [String: Int32] = [:]
    /// The keys of all texts that templates use.
    var usedStrings: Set<String> = []
}
