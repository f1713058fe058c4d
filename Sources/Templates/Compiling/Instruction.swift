/// One step of rendering. Places in code are indexes into the program's instructions.
enum Instruction: BitwiseCopyable {
    /// Literal text; `startsLine` where it begins a line of its template.
    case text(start: Int32, count: Int32, startsLine: Bool)
    /// A tag that begins a line of its template comes next.
    case lineStart
    /// The end of a line whose block may have brought its own.
    case lineEnd(hasReturn: Bool)
    case escaped(Lookup)
    case raw(Lookup)
    /// Enters for what is there, for each item of a list, else goes on at `end`.
    case section(Lookup, end: Int32)
    /// The next item, or out.
    case endSection
    /// Goes on at `end` for what is there.
    case inverted(Lookup, end: Int32)
    case partial(unit: Int32, indentation: Indentation)
    case dynamicPartial(Lookup, indentation: Indentation)
    /// Goes on at `end`, past the arguments' instructions that follow.
    case parent(unit: Int32, arguments: Int32, end: Int32, indentation: Indentation)
    case dynamicParent(Lookup, arguments: Int32, end: Int32, indentation: Indentation)
    /// Renders what replaces the block and goes on at `end`; else goes on with the default that follows.
    case block(name: Int32, end: Int32, indentation: Indentation)
    /// The end of a template or of a parent's argument.
    case done
}

/// What a call does to the indentation of the lines that it renders.
enum Indentation: BitwiseCopyable {
    /// In the middle of a line: lines of what is called are not indented at all.
    case none
    /// On a line of its own: these literal bytes are added to the indentation.
    case added(start: Int32, count: Int32)
}
