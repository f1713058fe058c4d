extension Renderer {
    /// Calls a partial. Returns its first instruction.
    mutating func call(
        _ unit: Int32, in program: borrowing Program, back: Int, _ indentation: Indentation,
        _ literals: UnsafeBufferPointer<UInt8>
    ) -> Int {
        pushCall(back: Int32(back), indentation, literals)
        return Int(program.units[Int(unit)].start)
    }

    /// Calls a parent with the blocks that are given to it. Returns its first instruction, or `back` if it does not exist.
    mutating func callParent(
        _ unit: Int32, _ arguments: Int32, in program: borrowing Program, back: Int, _ indentation: Indentation,
        _ literals: UnsafeBufferPointer<UInt8>
    ) -> Int {
        guard unit >= 0 else { return back }
        pushCall(back: Int32(back), indentation, literals)
        if !program.arguments[Int(arguments)].isEmpty {
            environments.push(Environment(arguments: arguments, outer: environment))
            environment = Int32(environments.count - 1)
        }
        return Int(program.units[Int(unit)].start)
    }

    /// Saves the state of the caller and changes the indentation.
    mutating func pushCall(back: Int32, _ indentation: Indentation, _ literals: UnsafeBufferPointer<UInt8>) {
        calls.push(
            Call(
                back: back, environment: environment, environmentCount: Int32(environments.count),
                indentStart: indentStart, indentEnd: Int32(indent.count)))
        switch indentation {
        case .none: indentStart = Int32(indent.count)
        case .added(let start, let count):
            for index in Int(start)..<Int(start) + Int(count) { indent.push(literals[index]) }
        }
    }

    /// Restores the state of the caller. Returns its next instruction.
    mutating func popCall() -> Int {
        let call = calls.top
        calls.pop()
        environments.truncate(to: Int(call.environmentCount))
        environment = call.environment
        indentStart = call.indentStart
        indent.truncate(to: Int(call.indentEnd))
        return Int(call.back)
    }
}
