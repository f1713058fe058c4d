import HTML

extension Renderer {
    /// Returns the value of a name: its first part is looked up in the nearest frame that offers it, each other part in the value
    /// before it.
    @inline(__always)
    func find(_ lookup: Lookup, in program: borrowing Program) -> UnsafePointer<Slot>? {
        guard lookup.first >= 0 else { return frames.top.item }
        var level = frames.count - 1
        while level >= 0 {
            if let value = frames[level].value(ofNumber: lookup.first) {
                return lookup.restCount == 0 ? value : follow(lookup, from: value, in: program)
            }
            level -= 1
        }
        return nil
    }

    private func follow(
        _ lookup: Lookup, from start: UnsafePointer<Slot>, in program: borrowing Program
    ) -> UnsafePointer<Slot>? {
        var value = start
        for part in Int(lookup.restStart)..<Int(lookup.restStart + lookup.restCount) {
            guard let next = Frame(item: value).value(ofNumber: program.parts[part]) else { return nil }
            value = next
        }
        return value
    }

    /// Returns the partial that the value of a dynamic name names.
    func findUnit(_ lookup: Lookup, in program: borrowing Program) -> Int32? {
        guard let value = find(lookup, in: program), value.pointee.isThere else { return nil }
        return program.partials[String(decoding: value.pointee.bytes, as: UTF8.self)]
    }

    /// Returns the replacement of a block from the outermost parent call that gives one, and the environment of that call.
    func findArgument(_ name: Int32, in program: borrowing Program) -> (start: Int32, environment: Int32)? {
        var found: (start: Int32, environment: Int32)?
        var level = environment
        while level >= 0 {
            let environment = environments[Int(level)]
            if let argument = program.arguments[Int(environment.arguments)].first(where: { $0.name == name }) {
                found = (argument.start, environment.outer)
            }
            level = environment.outer
        }
        return found
    }

    /// Opens a section over a value. Returns false if there is no value.
    mutating func enter(_ value: UnsafePointer<Slot>, body: Int32) -> Bool {
        guard value.pointee.isThere else { return false }
        switch value.pointee.kind {
        case .list:
            let items = value.pointee.items
            guard let first = items.baseAddress else { return false }
            frames.push(Frame(item: first))
            sections.push(Section(next: first + 1, end: first + items.count, body: body, pushedFrame: true))
        case .flag, .nothing: sections.push(Section(next: nil, end: nil, body: body, pushedFrame: false))
        case .text, .html, .object:
            frames.push(Frame(item: value))
            sections.push(Section(next: nil, end: nil, body: body, pushedFrame: true))
        }
        return true
    }

    /// Continues with the next item of the section, or closes it. Returns the next instruction.
    @inline(__always)
    mutating func nextItem(after counter: Int) -> Int {
        let section = sections.top
        if let next = section.next, next != section.end {
            sections.top.next = next + 1
            frames.top = Frame(item: next)
            return Int(section.body)
        }
        if section.pushedFrame { frames.pop() }
        sections.pop()
        return counter
    }
}
