import Diagnostics

extension TemplateEmitter {
    /// Adds a stretch of the source to the literal text, each line without the indentation that is left out.
    mutating func emitText(_ range: Range<Int>) {
        guard mode == .emitting else { return }
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? range.upperBound
            let line = atLineStart ? withoutRemovedIndent(bytes[start..<end]) : bytes[start..<end]
            if !line.isEmpty {
                if program.literals.count == pendingStart { pendingStartsLine = atLineStart }
                program.literals += line
                atLineStart = line.last == 0x0A
            }
            start = end
        }
    }

    /// Makes an instruction of the literal text so far.
    mutating func flushText() {
        let count = program.literals.count - pendingStart
        if count > 0 {
            let text = Instruction.text(
                start: Int32(pendingStart), count: Int32(count), startsLine: pendingStartsLine)
            append(text, at: 0..<0)
        }
        pendingStart = program.literals.count
    }

    /// A tag is about to give its output in the line: where it is the first in it, the line starts here.
    mutating func beginLine(_ tag: Tag) {
        guard atLineStart else { return }
        flushText()
        append(.lineStart, at: tag.name)
        atLineStart = false
    }

    mutating func append(_ instruction: Instruction, at name: Range<Int>) {
        program.instructions.append(instruction)
        program.places.append(place(name))
    }

    func place(_ range: Range<Int>) -> Program.Place {
        Program.Place(unit: unit, start: Int32(range.lowerBound), end: Int32(range.upperBound))
    }

    /// The dotted name of a tag as numbers.
    mutating func lookup(_ tag: Tag) -> Lookup {
        let name = template.source.string(tag.name)
        if name == "." { return .top }
        let numbers = name.split(separator: ".").map { NameTable.shared.number(of: String($0)) }
        let rest = Int32(program.parts.count)
        program.parts += numbers.dropFirst()
        return Lookup(first: numbers.first ?? -1, restStart: rest, restCount: Int32(numbers.count - 1))
    }

    /// The partial that a tag names; tells it where there is none.
    mutating func unit(named tag: Tag, missing problem: (String, [String]) -> TemplateProblem) -> Int32? {
        let name = template.source.string(tag.name)
        if let unit = program.partials[name] { return unit }
        diagnostics.append(
            Diagnostic(problem(name, program.partials.keys.sorted()), in: template.source, bytes: tag.name))
        return nil
    }

    mutating func indentation(isStandalone: Bool, _ tag: Tag) -> Indentation {
        guard isStandalone else { return .none }
        return literal(withoutRemovedIndent(bytes[lineStart(before: tag.range.lowerBound)..<tag.range.lowerBound]))
    }

    /// Keeps bytes among the literals. Only between texts, never while one is being gathered.
    mutating func literal(_ content: ArraySlice<UInt8>) -> Indentation {
        flushText()
        let start = program.literals.count
        program.literals += content
        pendingStart = program.literals.count
        return .added(start: Int32(start), count: Int32(content.count))
    }

    /// The blanks before the first line of a block that has anything on it, or before its closing tag.
    func intrinsicIndent(ofBlock index: Int) -> ArraySlice<UInt8> {
        let end = template.tags[template.partners[index]].range.lowerBound
        var start = nextLine(after: template.tags[index].range.upperBound)
        while true {
            var content = start
            while content < end, isSpace(bytes[content]) { content += 1 }
            let isBlankLine = content < end && (bytes[content] == 0x0A || bytes[content] == 0x0D)
            guard isBlankLine else { return bytes[min(start, content)..<content] }
            start = nextLine(after: content)
        }
    }

    func withoutRemovedIndent(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.dropFirst(zip(line, removedIndent).prefix { $0 == $1 }.count)
    }

    func lineStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// Past the blanks and the line end after an offset.
    func nextLine(after offset: Int) -> Int {
        var next = offset
        while next < bytes.count, isSpace(bytes[next]) || bytes[next] == 0x0D { next += 1 }
        return next < bytes.count && bytes[next] == 0x0A ? next + 1 : next
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
