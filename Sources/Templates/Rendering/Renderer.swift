import Diagnostics
import HTML

/// Executes the instructions of a program for one page.
///
/// Uses its own stacks instead of recursion, so that deep data or templates cannot overflow the stack of the thread. The number of
/// levels is limited.
struct Renderer: ~Copyable {
    /// The number of sections, partials, parents and blocks that may be open at the same time.
    static let depthLimit = 2000

    /// An open section.
    struct Section: BitwiseCopyable {
        /// The next item; nil if the section is not over a list.
        var next: UnsafePointer<Slot>?
        let end: UnsafePointer<Slot>?
        let body: Int32
        let pushedFrame: Bool
    }

    /// The state that is restored at the end of a partial, a parent or a block.
    struct Call: BitwiseCopyable {
        let back: Int32
        let environment: Int32
        let environmentCount: Int32
        let indentStart: Int32
        let indentEnd: Int32
    }

    /// The blocks that are given to a parent, and the environment of its caller.
    struct Environment: BitwiseCopyable {
        let arguments: Int32
        let outer: Int32
    }

    var frames = Stack<Frame>(capacity: 16)
    var sections = Stack<Section>(capacity: 16)
    var calls = Stack<Call>(capacity: 16)
    var environments = Stack<Environment>(capacity: 8)
    /// The index of the current environment; -1 if there is none.
    var environment: Int32 = -1
    /// The indentations of all calls, one after the other; the current one starts at `indentStart`.
    var indent = Stack<UInt8>(capacity: 32)
    var indentStart: Int32 = 0
    /// The buffer of the caller while a page is rendered.
    var output = HTMLBuffer()

    init() {}

    /// Renders a template from its first instruction and appends the result to a buffer. There must be at least one root.
    ///
    /// - Returns: The instruction at which the limit was reached, or nil if it was not.
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
            case .unless(let lookup, let number, let end):
                let digits = UnsafeBufferPointer(rebasing: literals[Int(number.start)..<Int(number.start) + Int(number.count)])
                guard let value = find(lookup, in: program), value.pointee.bytes.elementsEqual(digits) else {
                    counter = Int(end)
                    continue
                }
            case .jump(let target): counter = Int(target)
            case .done:
                guard calls.count > 0 else { return nil }
                counter = popCall()
            }
        }
    }

    private var isTooDeep: Bool { sections.count + calls.count > Self.depthLimit }
}
