/// A step of rendering. `end` is the index of an instruction in the program.
enum Instruction: BitwiseCopyable {
    /// Literal text; `startsLine` if it is at the start of a line of its template.
    case text(start: Int32, count: Int32, startsLine: Bool)
    /// The next tag is at the start of a line of its template.
    case lineStart
    /// The end of a line; left out if the block before it has written one.
    case lineEnd(hasReturn: Bool)
    case escaped(Lookup)
    case raw(Lookup)
    /// Renders the section once, or for each item of a list; continues at `end` if there is no value.
    case section(Lookup, end: Int32)
    /// Continues with the next item of the section, or after it.
    case endSection
    /// Continues at `end` if there is a value.
    case inverted(Lookup, end: Int32)
    case partial(unit: Int32, indentation: Indentation)
    case dynamicPartial(Lookup, indentation: Indentation)
    /// Calls a parent and continues at `end`, after the instructions of the arguments.
    case parent(unit: Int32, arguments: Int32, end: Int32, indentation: Indentation)
    case dynamicParent(Lookup, arguments: Int32, end: Int32, indentation: Indentation)
    /// Renders the replacement of the block and continues at `end`, or continues with the default content that follows.
    case block(name: Int32, end: Int32, indentation: Indentation)
    /// Continues at `end` if the value is not a certain number.
    case unless(Lookup, is: Number, end: Int32)
    case jump(to: Int32)
    /// The end of a template or of an argument of a parent.
    case done
}

/// The digits of a number in the literals of a program.
struct Number: BitwiseCopyable {
    let start: Int32
    let count: Int32
}

/// How a call changes the indentation of the lines that it renders.
enum Indentation: BitwiseCopyable {
    /// The call is in the middle of a line: the lines of the template called are not indented.
    case none
    /// The call has a line of its own: these literal bytes are added to the indentation.
    case added(start: Int32, count: Int32)
}

/// A dotted name to look up, as numbers: the first part is looked up in the stack, each other part in the value before it.
struct Lookup: BitwiseCopyable, Hashable {
    /// The number of the first part; -1 for `.`, the top of the stack.
    let first: Int32
    /// The index of the other parts in ``Program/parts``.
    let restStart: Int32
    let restCount: Int32

    static let top = Lookup(first: -1, restStart: 0, restCount: 0)
}
