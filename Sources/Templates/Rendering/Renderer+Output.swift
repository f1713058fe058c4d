import Foundation
import HTML

extension Renderer {
    /// Whether lines are indented.
    var isIndenting: Bool { Int(indentStart) < indent.count }

    /// Appends HTML as it is. Text is escaped here too.
    mutating func appendRaw(_ value: Slot) {
        if value.kind == .html { output.append(trusted: value.bytes) } else { output.append(escaping: value.bytes) }
    }

    /// Appends the current indentation.
    mutating func appendIndent() {
        output.append(trusted: indent.elements(from: Int(indentStart)))
    }

    /// Appends literal text, with the current indentation at the start of each line that is not blank.
    mutating func appendIndented(_ text: UnsafeBufferPointer<UInt8>, startsLine: Bool) {
        var start = 0
        var isLineStart = startsLine
        while start < text.count {
            let rest = UnsafeBufferPointer(rebasing: text[start...])
            let end = start + rest.lineLength
            if isLineStart, text[start] != 0x0A, text[start] != 0x0D { appendIndent() }
            output.append(trusted: UnsafeBufferPointer(rebasing: text[start..<end]))
            isLineStart = true
            start = end
        }
    }

    /// Appends a line end unless the output has one already.
    mutating func appendLineEnd(hasReturn: Bool) {
        guard output.endsInLine else { return }
        if hasReturn { output.append(trusted: 0x0D) }
        output.append(trusted: 0x0A)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number of bytes of the first line with its end.
    fileprivate var lineLength: Int {
        guard let baseAddress, let end = memchr(baseAddress, 0x0A, count) else { return count }
        return UnsafeRawPointer(end) - UnsafeRawPointer(baseAddress) + 1
    }
}
