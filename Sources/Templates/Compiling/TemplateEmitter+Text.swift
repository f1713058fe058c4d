import Diagnostics

extension TemplateEmitter {
    /// Adds a range of the source to the literal text, each line without the indentation that is removed.
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

    /// Appends an instruction for the literal text so far.
    mutating func flushText() {
        let count = program.literals.count - pendingStart
        if count > 0 {
            let text = Instruction.text(
                start: Int32(pendingStart), count: Int32(count), startsLine: pendingStartsLine)
            append(text, at: 0..<0)
        }
        pendingStart = program.literals.count
    }

    /// Starts a line if the tag, whose output comes next, is the first on its line.
    mutating func beginLine(_ tag: Tag) {
        guard atLineStart else { return }
        flushText()
        append(.lineStart, at: tag.name)
        atLineStart = false
    }

    mutating func append(_ instruction: Instruction, at name: Range<Int>) {
        program.instructions.append(instruction)
        program.locations.append(location(name))
    }

    func location(_ range: Range<Int>) -> Program.Location {
        Program.Location(unit: unit, start: Int32(range.lowerBound), end: Int32(range.upperBound))
    }

    /// Returns the dotted name of a tag as numbers.
    mutating func lookup(_ tag: Tag) -> Lookup {
        program.lookup(template.source.string(tag.name))
    }

    /// Shows the text of the interface that a tag names, or reports that it does not exist.
    mutating func emitString(_ key: String, _ tag: Tag) {
        program.usedStrings.insert(key)
        guard let string = program.strings.string(key) else {
            diagnostics.append(program.strings.missing(key, in: (template.source, tag.name)))
            return
        }
        if let text = string.constant {
            if program.literals.count == pendingStart { pendingStartsLine = atLineStart }
            program.literals += text.escapedForHTML
            atLineStart = false
            return
        }
        flushText()
        beginLine(tag)
        append(.partial(unit: stringUnit(key), indentation: .none), at: tag.name)
    }

    /// Returns the unit of a text with values.
    private mutating func stringUnit(_ key: String) -> Int32 {
        if let unit = program.stringUnits[key] { return unit }
        let unit = Int32(program.units.count)
        program.units.append(Program.Unit(name: key, source: program.strings.source, start: 0, isString: true))
        program.stringUnits[key] = unit
        return unit
    }

    /// Returns the partial that a tag names, or reports that it does not exist.
    mutating func unit(named tag: Tag, missing problem: (String, [String]) -> TemplateProblem) -> Int32? {
        let name = template.source.string(tag.name)
        if let unit = program.partials[name] { return unit }
        diagnostics.append(
            Diagnostic(problem(name, program.partials.keys.sorted()), in: template.source, bytes: tag.name))
        return nil
    }

    /// Returns the change of indentation for a call by a tag.
    mutating func indentation(isStandalone: Bool, _ tag: Tag) -> Indentation {
        guard isStandalone else { return .none }
        return literal(withoutRemovedIndent(bytes[lineStart(before: tag.range.lowerBound)..<tag.range.lowerBound]))
    }

    /// Stores bytes as an indentation. Ends the literal text so far.
    mutating func literal(_ content: ArraySlice<UInt8>) -> Indentation {
        flushText()
        let start = program.literals.count
        program.literals += content
        pendingStart = program.literals.count
        return .added(start: Int32(start), count: Int32(content.count))
    }

    /// Returns the spaces at the start of the first line of a block that is not blank, or before its closing tag.
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

    /// Returns a line without the indentation that is removed, as far as the line starts with it.
    func withoutRemovedIndent(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.dropFirst(zip(line, removedIndent).prefix { $0 == $1 }.count)
    }

    /// Returns the offset of the first of the spaces before an offset.
    func lineStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// Returns the offset after the spaces and the line end that follow an offset.
    func nextLine(after offset: Int) -> Int {
        var next = offset
        while next < bytes.count, isSpace(bytes[next]) || bytes[next] == 0x0D { next += 1 }
        return next < bytes.count && bytes[next] == 0x0A ? next + 1 : next
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
