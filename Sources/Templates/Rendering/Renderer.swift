import Diagnostics
import HTML

/// Carries out the instructions of a program for one page.
///
/// Works with stacks of its own instead of calling itself, so that no depth of data or templates can overrun the machine's
/// stack; the levels together are limited.
struct Renderer: ~Copyable {
    /// How many sections, partials, parents and blocks may be open at once.
    static let depthLimit = 2000

    /// An open section.
    struct Section: BitwiseCopyable {
        /// The item that comes next; none where the section is no list.
        var next: UnsafePointer<Slot>?
        let end: UnsafePointer<Slot>?
        let body: Int32
        let pushedFrame: Bool
    }

    /// What to return to from a partial, a parent or a block.
    struct Call: BitwiseCopyable {
        let back: Int32
        let environment: Int32
        let environmentCount: Int32
        let indentStart: Int32
        let indentEnd: Int32
    }

    /// The blocks given to a parent, and what was in force where it was called.
    struct Environment: BitwiseCopyable {
        let arguments: Int32
        let outer: Int32
    }

    var frames = Stack<Frame>(capacity: 16)
    var sections = Stack<Section>(capacity: 16)
    var calls = Stack<Call>(capacity: 16)
    var environments = Stack<Environment>(capacity: 8)
    /// The environment in force; -1 is none.
    var environment: Int32 = -1
    /// The indentations of all calls after each other; the part in force is `indentStart..<indentEnd`.
    var indent = Stack<UInt8>(capacity: 32)
    var indentStart: Int32 = 0
    /// That of the caller, while a page is rendered.
    var output = HTMLBuffer()

    init() {}

    /// Renders from an instruction on until its template is done, with at least one root of the context stack, and appends it.
    /// Returns the instruction at which the limit was reached.
    mutating func render(
        _ program: borrowing Program, from start: Int32, roots: UnsafeBufferPointer<Slot>, into buffer: inout HTMLBuffer
    ) -> Int? {
        swap(&output, &buffer)
        defer { swap(&output, &buffer) }
        for index in roots.indices { frames.push(Frame(item: roots.baseAddress.unsafelyUnwrapped + index)) }
        return program.instructions.withUnsafeBufferPointer { instructions in
            program.literals.withUnsafeBufferPointer { run(program, instructions, $0, from: Int(start)) }
        }
    }

    private mutating func run(
        _ program: borrowing Program, _ instructions: UnsafeBufferPointer<Instruction>,
        _ literals: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        var counter = start
        while true {
            let current = counter
            counter += 1
            switch instructions[current] {
            case .text(let start, let count, let startsLine):
                let text = UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(start) + Int(count)])
                if isIndenting { appendIndented(text, startsLine: startsLine) } else { output.append(trusted: text) }
            case .lineStart: appendIndent()
            case .lineEnd(let hasReturn): appendLineEnd(hasReturn: hasReturn)
            case .escaped(let lookup):
                if let value = find(lookup, in: program) { output.append(escaping: value.pointee.bytes) }
            case .raw(let lookup):
                if let value = find(lookup, in: program) { appendRaw(value.pointee) }
            case .section(let lookup, let end):
                guard let value = find(lookup, in: program), enter(value, body: Int32(counter)) else {
                    counter = Int(end)
                    continue
                }
                if isTooDeep { return current }
            case .endSection: counter = nextItem(after: counter)
            case .inverted(let lookup, let end):
                if let value = find(lookup, in: program), value.pointee.isThere { counter = Int(end) }
            case .partial(let unit, let indentation):
                counter = call(unit, in: program, back: counter, indentation, literals)
                if isTooDeep { return current }
            case .dynamicPartial(let lookup, let indentation):
                if let unit = findUnit(lookup, in: program) {
                    counter = call(unit, in: program, back: counter, indentation, literals)
                    if isTooDeep { return current }
                }
            case .parent(let unit, let arguments, let end, let indentation):
                counter = callParent(unit, arguments, in: program, back: Int(end), indentation, literals)
                if isTooDeep { return current }
            case .dynamicParent(let lookup, let arguments, let end, let indentation):
                let unit = findUnit(lookup, in: program) ?? -1
                counter = callParent(unit, arguments, in: program, back: Int(end), indentation, literals)
                if isTooDeep { return current }
            case .block(let name, let end, let indentation):
                if let replacement = findArgument(name, in: program) {
                    pushCall(back: end, indentation, literals)
                    environment = replacement.environment
                    counter = Int(replacement.start)
                    if isTooDeep { return current }
                }
            case .done:
                guard calls.count > 0 else { return nil }
                counter = popCall()
            }
        }
    }

    private var isTooDeep: Bool { sections.count + calls.count > Self.depthLimit }
}
