import HTML

extension Program {
    /// Compiles the texts with values that templates use.
    mutating func compileStrings() {
        for (key, unit) in stringUnits.sorted(by: { $0.value < $1.value }) {
            guard let string = strings.string(key) else { continue }
            units[Int(unit)].start = Int32(instructions.count)
            var jumps: [Int] = []
            for form in string.forms {
                let test = instructions.count
                if let condition = form.condition {
                    let start = Int32(literals.count)
                    literals += condition.number.utf8
                    let number = Number(start: start, count: Int32(condition.number.utf8.count))
                    append(.unless(lookup(condition.value.text), is: number, end: 0), condition.value.bytes, unit)
                }
                for piece in form.pieces {
                    switch piece {
                    case .text(let text):
                        let start = Int32(literals.count)
                        literals += text.escapedForHTML
                        let count = Int32(literals.count) - start
                        append(.text(start: start, count: count, startsLine: false), 0..<0, unit)
                    case .value(let name): append(.escaped(lookup(name.text)), name.bytes, unit)
                    }
                }
                guard case .unless(let lookup, let number, _) = instructions[test] else { continue }
                jumps.append(instructions.count)
                append(.jump(to: 0), 0..<0, unit)
                instructions[test] = .unless(lookup, is: number, end: Int32(instructions.count))
            }
            for jump in jumps { instructions[jump] = .jump(to: Int32(instructions.count)) }
            append(.done, 0..<0, unit)
        }
    }

    /// Returns a dotted name as numbers.
    mutating func lookup(_ name: String) -> Lookup {
        if name == "." { return .top }
        let numbers = name.split(separator: ".").map { NameTable.shared.number(of: String($0)) }
        let rest = Int32(parts.count)
        parts += numbers.dropFirst()
        return Lookup(first: numbers.first ?? -1, restStart: rest, restCount: Int32(numbers.count - 1))
    }

    private mutating func append(_ instruction: Instruction, _ bytes: Range<Int>, _ unit: Int32) {
        instructions.append(instruction)
        locations.append(Location(unit: unit, start: Int32(bytes.lowerBound), end: Int32(bytes.upperBound)))
    }
}

extension String {
    /// The text as templates show it.
    var escapedForHTML: [UInt8] {
        var buffer = HTMLBuffer()
        buffer.append(text: self)
        return buffer.bytes
    }
}
