import Foundation
import HTML

extension Renderer {
    /// Whether lines get an indentation.
    var isIndenting: Bool { Int(indentStart) < indent.count }

    /// Appends markup as it is, and text escaped all the same.
    mutating func appendRaw(_ value: Slot) {
        if value.kind == .html { output.append(trusted: value.bytes) } else { output.append(escaping: value.bytes) }
    }

    mutating func appendIndent() {
        output.append(trusted: indent.elements(from: Int(indentStart)))
    }

    /// Appends literal text, each line that has anything on it with the indentation in force.
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

    mutating func appendLineEnd(hasReturn: Bool) {
        guard output.endsInLine else { return }
        if hasReturn { output.append(trusted: 0x0D) }
        output.append(trusted: 0x0A)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes the first line has, its end included.
    fileprivate var lineLength: Int {
        guard let baseAddress, let end = memchr(baseAddress, 0x0A, count) else { return count }
        return UnsafeRawPointer(end) - UnsafeRawPointer(baseAddress) + 1
    }
}
