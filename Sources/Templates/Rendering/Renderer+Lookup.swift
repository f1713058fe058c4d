import HTML

extension Renderer {
    /// What a name stands for: its first part in the nearest frame that offers it, the others in what that is.
    @inline(__always)
    func find(_ lookup: Lookup, in program: borrowing Program) -> UnsafePointer<Value>? {
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
        _ lookup: Lookup, from start: UnsafePointer<Value>, in program: borrowing Program
    ) -> UnsafePointer<Value>? {
        var value = start
        for part in Int(lookup.restStart)..<Int(lookup.restStart + lookup.restCount) {
            guard let next = Frame(item: value).value(ofNumber: program.parts[part]) else { return nil }
            value = next
        }
        return value
    }

    /// The partial that a dynamic name stands for.
    func findUnit(_ lookup: Lookup, in program: borrowing Program) -> Int32? {
        guard let value = find(lookup, in: program) else { return nil }
        switch value.pointee {
        case .text(let name): return program.partials[name]
        case .html(let name): return program.partials[name.string]
        case .nothing, .flag, .object, .list: return nil
        }
    }

    /// What replaces a block: the outermost parent call that gives it, and the environment of that call.
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

    /// Whether a value opens its section.
    func isThere(_ value: borrowing Value) -> Bool {
        switch value {
        case .nothing: false
        case .flag(let flag): flag
        case .text(let text): !text.isEmpty
        case .html(let fragment): !fragment.isEmpty
        case .object: true
        case .list(let items): !items.isEmpty
        }
    }

    /// Opens a section over a value, unless nothing is there.
    mutating func enter(_ value: UnsafePointer<Value>, body: Int32) -> Bool {
        switch value.pointee {
        case .list(let items):
            guard let first = items.withUnsafeBufferPointer({ $0.baseAddress }), !items.isEmpty else { return false }
            frames.push(Frame(item: first))
            sections.push(Section(next: first + 1, end: first + items.count, body: body, pushedFrame: true))
            return true
        case .flag(let flag):
            if flag { sections.push(Section(next: nil, end: nil, body: body, pushedFrame: false)) }
            return flag
        case .nothing: return false
        case .text, .html, .object:
            guard isThere(value.pointee) else { return false }
            frames.push(Frame(item: value))
            sections.push(Section(next: nil, end: nil, body: body, pushedFrame: true))
            return true
        }
    }

    /// Goes back for the next item of the section, or closes it.
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
