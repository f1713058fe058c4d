import Diagnostics

/// Compiles the tags and the text of a template to instructions.
struct TemplateEmitter {
    /// An opening tag without its closing tag so far.
    struct Open {
        let tag: Int
        /// The index of its instruction, whose end is set at the closing tag; -1 if it has none.
        let instruction: Int
        let outerMode: Mode
        let outerIndent: [UInt8]
        var arguments: [Program.Argument] = []
    }

    /// The part of a template that is being compiled.
    enum Mode {
        /// Content that is rendered.
        case emitting
        /// Directly in a parent, outside of its blocks.
        case awaitingArguments
        /// In a tag directly in a parent that is not a block, and so is not rendered.
        case skipping
    }

    let template: ParsedTemplate
    let unit: Int32
    let margins: Margins
    var program: Program
    var diagnostics: [Diagnostic] = []
    var open: [Open] = []
    var mode = Mode.emitting
    /// The indentation that is removed from each line of a block that is given to a parent.
    var removedIndent: [UInt8] = []
    var atLineStart = true
    var pendingStart: Int
    var pendingStartsLine = false

    init(_ template: ParsedTemplate, unit: Int32, program: Program) {
        self.template = template
        self.unit = unit
        self.program = program
        margins = Margins(template)
        pendingStart = program.literals.count
    }

    var bytes: [UInt8] { template.source.utf8 }

    /// Appends the instructions of the template to the program.
    mutating func emit() {
        program.units[Int(unit)].start = Int32(program.instructions.count)
        var textStart = 0
        for (index, tag) in template.tags.enumerated() {
            let textEnd = margins.before[index] ? lineStart(before: tag.range.lowerBound) : tag.range.lowerBound
            emitText(textStart..<max(textStart, textEnd))
            emitTag(index)
            textStart = tag.range.upperBound
            if margins.after[index] {
                textStart = nextLine(after: textStart)
                atLineStart = true
            }
        }
        emitText(textStart..<bytes.count)
        flushText()
        append(.done, at: bytes.count..<bytes.count)
    }

    private mutating func emitTag(_ index: Int) {
        let tag = template.tags[index]
        switch (mode, tag.sort) {
        case (_, .comment), (_, .delimiters): break
        case (_, .close): emitClose(index)
        case (.emitting, _): emitOpen(index)
        case (.awaitingArguments, .block) where template.isArgument[index]: emitArgument(index)
        default:
            if tag.opens {
                open.append(Open(tag: index, instruction: -1, outerMode: mode, outerIndent: removedIndent))
                mode = .skipping
            }
        }
    }

    private mutating func emitOpen(_ index: Int) {
        let tag = template.tags[index]
        if tag.sort == .escaped, let key = stringKey(tag) { return emitString(key, tag) }
        flushText()
        if !margins.before[index] { beginLine(tag) }
        switch tag.sort {
        case .escaped: append(.escaped(lookup(tag)), at: tag.name)
        case .raw: append(.raw(lookup(tag)), at: tag.name)
        case .section: push(index, .section(lookup(tag), end: 0))
        case .inverted: push(index, .inverted(lookup(tag), end: 0))
        case .partial: emitPartial(index)
        case .parent: emitParent(index)
        case .block: emitBlock(index)
        case .close, .comment, .delimiters: break
        }
    }

    /// The key of the text of the interface that a tag shows; nil for a tag that shows something else.
    private func stringKey(_ tag: Tag) -> String? {
        let name = bytes[tag.name]
        let prefix = "strings.".utf8
        return name.starts(with: prefix) ? String(decoding: name.dropFirst(prefix.count), as: UTF8.self) : nil
    }

    private mutating func emitPartial(_ index: Int) {
        let tag = template.tags[index]
        let indentation = indentation(isStandalone: tag.isStandalone, tag)
        if tag.isDynamic {
            append(.dynamicPartial(lookup(tag), indentation: indentation), at: tag.name)
        } else if let unit = unit(named: tag, missing: TemplateProblem.missingPartial) {
            append(.partial(unit: unit, indentation: indentation), at: tag.name)
        }
    }

    private mutating func emitParent(_ index: Int) {
        let tag = template.tags[index]
        let indentation = indentation(isStandalone: margins.isStandaloneElement[index], tag)
        let arguments = Int32(program.arguments.count)
        program.arguments.append([])
        if tag.isDynamic {
            push(index, .dynamicParent(lookup(tag), arguments: arguments, end: 0, indentation: indentation))
        } else {
            let unit = unit(named: tag, missing: TemplateProblem.missingParent) ?? -1
            push(index, .parent(unit: unit, arguments: arguments, end: 0, indentation: indentation))
        }
        mode = .awaitingArguments
    }

    private mutating func emitBlock(_ index: Int) {
        let tag = template.tags[index]
        let isStandalone = margins.isStandaloneElement[index]
        let name = NameTable.shared.number(of: template.source.string(tag.name))
        let lineStart = lineStart(before: tag.range.lowerBound)
        let indentation: Indentation
        if isStandalone, tag.isLastOnLine {
            indentation = literal(withoutRemovedIndent(intrinsicIndent(ofBlock: index)))
        } else if isStandalone {
            indentation = literal(withoutRemovedIndent(bytes[lineStart..<tag.range.lowerBound]))
        } else {
            indentation = tag.isStandalone ? literal([]) : .none
        }
        push(index, .block(name: name, end: 0, indentation: indentation))
        if isStandalone, !tag.isLastOnLine { emitText(lineStart..<tag.range.lowerBound) }
    }

    private mutating func emitArgument(_ index: Int) {
        let tag = template.tags[index]
        guard let parent = open.indices.last else { return }
        open[parent].arguments.append(
            Program.Argument(
                name: NameTable.shared.number(of: template.source.string(tag.name)),
                start: Int32(program.instructions.count), location: location(tag.name)))
        open.append(Open(tag: index, instruction: -1, outerMode: mode, outerIndent: removedIndent))
        mode = .emitting
        removedIndent = tag.isLastOnLine ? Array(intrinsicIndent(ofBlock: index)) : []
        atLineStart = true
    }

    private mutating func emitClose(_ index: Int) {
        guard let element = open.popLast() else { return }
        let tag = template.tags[element.tag]
        let isArgument = template.isArgument[element.tag]
        if mode == .emitting, !margins.before[index], !isArgument { beginLine(template.tags[index]) }
        flushText()
        if isArgument, mode == .emitting { append(.done, at: tag.name) }
        if element.instruction >= 0 { finish(element, closing: index) }
        mode = element.outerMode
        removedIndent = element.outerIndent
    }

    private mutating func finish(_ element: Open, closing: Int) {
        let tag = template.tags[element.tag]
        if tag.sort == .section { append(.endSection, at: tag.name) }
        if tag.sort == .parent { atLineStart = false }
        let end = Int32(program.instructions.count)
        switch program.instructions[element.instruction] {
        case .section(let lookup, _): program.instructions[element.instruction] = .section(lookup, end: end)
        case .inverted(let lookup, _): program.instructions[element.instruction] = .inverted(lookup, end: end)
        case .block(let name, _, let indentation):
            program.instructions[element.instruction] = .block(name: name, end: end, indentation: indentation)
            if margins.isStandaloneElement[element.tag] { emitLineEnd(after: template.tags[closing].range.upperBound) }
        case .parent(let unit, let arguments, _, let indentation):
            program.arguments[Int(arguments)] = element.arguments
            program.instructions[element.instruction] = .parent(
                unit: unit, arguments: arguments, end: end, indentation: indentation)
        case .dynamicParent(let lookup, let arguments, _, let indentation):
            program.arguments[Int(arguments)] = element.arguments
            program.instructions[element.instruction] = .dynamicParent(
                lookup, arguments: arguments, end: end, indentation: indentation)
        default: break
        }
    }

    private mutating func emitLineEnd(after offset: Int) {
        let next = nextLine(after: offset)
        guard next > offset, bytes[next - 1] == 0x0A else { return }
        append(.lineEnd(hasReturn: next - 1 > offset && bytes[next - 2] == 0x0D), at: offset..<offset)
    }

    private mutating func push(_ tag: Int, _ instruction: Instruction) {
        open.append(
            Open(tag: tag, instruction: program.instructions.count, outerMode: mode, outerIndent: removedIndent))
        append(instruction, at: template.tags[tag].name)
    }
}
