import HTML

extension Renderer {

    mutating func appendEscaped(_ value: borrowing Value) {
        switch value {
        case .text(let text): output.appendEscaped(text)
        case .html(let fragment): fragment.bytes.withUnsafeBufferPointer { output.appendEscaped($0) }
        case .nothing, .flag, .object, .list: break
        }
    }

    mutating func appendRaw(_ value: borrowing Value) {
        switch value {
        case .text(let text): output.appendEscaped(text)
        case .html(let fragment): fragment.bytes.withUnsafeBufferPointer { output.append($0) }
        case .nothing, .flag, .object, .list: break
        }
    }

    mutating func appendIndent() {
        guard indentStart < indent.count else { return }
        indent[Int(indentStart)...].withUnsafeBufferPointer { output.append($0) }
    }

    /// Appends literal text, each line that has anything on it with the indentation in force.
    mutating func appendIndented(_ text: UnsafeBufferPointer<UInt8>, startsLine: Bool) {
        guard indentStart < indent.count else { return output.append(text) }
        var start = 0
        var isLineStart = startsLine
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            if isLineStart, text[start] != 0x0A, text[start] != 0x0D { appendIndent() }
            output.append(UnsafeBufferPointer(rebasing: text[start..<end]))
            isLineStart = true
            start = end
        }
    }

    mutating func appendLineEnd(hasReturn: Bool) {
        guard output.endsInLine else { return }
        if hasReturn { output.append(0x0D) }
        output.append(0x0A)
    }
}
