import Diagnostics

/// Reads a file of strings, line by line, and reports every mistake in it.
///
/// The format is a part of YAML, so that editors highlight it. A YAML library is not used, because it takes longer for one file than the
/// program takes to compile all templates.
///
/// ```
/// file      = *(empty / comment / group / string / form)
/// comment   = *" " "#" … EOL
/// group     = name ":" EOL
/// string    = 2" " name ":" [" " value] EOL        ; without a value, forms follow
/// form      = 4" " (condition / "other") ":" " " value EOL
/// condition = value-name "=" 1*digit
/// value     = plain / DQUOTE *(char / escape) DQUOTE
/// plain     = any text that YAML takes for text: not one that starts with a sign, or has ": " or " #" in it
/// escape    = "\" ("\" / DQUOTE)
/// name      = 1*(letter / digit / "_")
/// ```
struct StringsReader {
    private let source: SourceText
    private let bytes: [UInt8]
    private(set) var strings: [InterfaceString] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var group: String?
    /// The string whose forms are being read.
    private var open: (key: String, keyBytes: Range<Int>, forms: [InterfaceString.Form])?
    private var firstUses: [String: Range<Int>] = [:]

    init(_ source: SourceText) {
        self.source = source
        bytes = source.utf8
    }

    mutating func read() {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            readLine(start..<end)
            start = end + 1
        }
        closeForms()
    }

    private mutating func readLine(_ line: Range<Int>) {
        guard let first = line.first(where: { bytes[$0] != UInt8(ascii: " ") }), bytes[first] != UInt8(ascii: "#") else {
            return
        }
        var end = line.upperBound
        while end > first, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
        guard let colon = (first..<end).first(where: { bytes[$0] == UInt8(ascii: ":") }),
            colon + 1 == end || bytes[colon + 1] == UInt8(ascii: " ")
        else { return report(.badStringLine, at: first..<end) }
        let name = first..<colon
        var value = min(colon + 1, end)..<end
        while value.lowerBound < end, bytes[value.lowerBound] == UInt8(ascii: " ") {
            value = (value.lowerBound + 1)..<end
        }
        switch first - line.lowerBound {
        case 0 where value.isEmpty && isName(name):
            closeForms()
            group = source.string(name)
        case 2 where isName(name) && group != nil:
            closeForms()
            openString(name, value)
        case 4 where open != nil && !value.isEmpty:
            addForm(name, value)
        default: report(.badStringLine, at: first..<end)
        }
    }

    private mutating func openString(_ name: Range<Int>, _ value: Range<Int>) {
        let key = "\(group ?? "").\(source.string(name))"
        if let first = firstUses[key] {
            let note = Diagnostic.Note(TemplateNote.firstHere, path: source.path, range: source.range(ofBytes: first))
            diagnostics.append(
                Diagnostic(TemplateProblem.duplicateString(key: key), in: source, bytes: name, notes: [note]))
        }
        firstUses[key] = firstUses[key] ?? name
        guard !value.isEmpty else {
            open = (key, name, [])
            return
        }
        guard let pieces = pieces(of: value) else { return }
        strings.append(InterfaceString(key: key, keyBytes: name, forms: [InterfaceString.Form(condition: nil, pieces: pieces)]))
    }

    private mutating func addForm(_ name: Range<Int>, _ value: Range<Int>) {
        guard let pieces = pieces(of: value) else { return }
        if open?.forms.last.map({ $0.condition == nil }) ?? false { return report(.badStringLine, at: name) }
        if source.string(name) == "other" {
            open?.forms.append(InterfaceString.Form(condition: nil, pieces: pieces))
            return
        }
        guard let equals = name.first(where: { bytes[$0] == UInt8(ascii: "=") }), isValueName(name.lowerBound..<equals),
            equals + 1 < name.upperBound, bytes[equals + 1..<name.upperBound].allSatisfy({ (0x30...0x39).contains($0) })
        else { return report(.badStringLine, at: name) }
        let value = InterfaceString.Name(
            text: source.string(name.lowerBound..<equals), bytes: name.lowerBound..<equals)
        let condition = InterfaceString.Condition(value: value, number: source.string(equals + 1..<name.upperBound))
        open?.forms.append(InterfaceString.Form(condition: condition, pieces: pieces))
    }

    /// Ends the forms of a string, of which the last one has no condition.
    private mutating func closeForms() {
        guard let string = open else { return }
        open = nil
        guard let last = string.forms.last, last.condition == nil else { return report(.badStringLine, at: string.keyBytes) }
        strings.append(InterfaceString(key: string.key, keyBytes: string.keyBytes, forms: string.forms))
    }

    /// Returns the pieces of a value; nil after a mistake.
    private mutating func pieces(of value: Range<Int>) -> [InterfaceString.Piece]? {
        let isQuoted = bytes[value.lowerBound] == UInt8(ascii: "\"")
        if isQuoted {
            guard value.count > 1, bytes[value.upperBound - 1] == UInt8(ascii: "\"") else {
                report(.badStringLine, at: value)
                return nil
            }
        } else if !isPlain(value) {
            report(.badStringLine, at: value)
            return nil
        }
        let inner = isQuoted ? value.lowerBound + 1..<value.upperBound - 1 : value
        var pieces: [InterfaceString.Piece] = []
        var text: [UInt8] = []
        var position = inner.lowerBound
        while position < inner.upperBound {
            let byte = bytes[position]
            if isQuoted, byte == UInt8(ascii: "\"") {
                report(.badStringLine, at: position..<inner.upperBound)
                return nil
            }
            if isQuoted, byte == UInt8(ascii: "\\") {
                guard position + 1 < inner.upperBound, "\\\"".utf8.contains(bytes[position + 1]) else {
                    report(.badStringLine, at: position..<inner.upperBound)
                    return nil
                }
                text.append(bytes[position + 1])
                position += 2
                continue
            }
            if byte == UInt8(ascii: "{"), let end = bytes[position..<inner.upperBound].firstIndex(of: UInt8(ascii: "}")),
                isValueName(position + 1..<end)
            {
                if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
                text = []
                let name = position + 1..<end
                pieces.append(.value(InterfaceString.Name(text: source.string(name), bytes: name)))
                position = end + 1
                continue
            }
            text.append(byte)
            position += 1
        }
        if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
        return pieces
    }

    /// Whether YAML takes bytes without quotation marks for text.
    private func isPlain(_ value: Range<Int>) -> Bool {
        guard !"\"'{}[]&*!|>%@`#,?:-".utf8.contains(bytes[value.lowerBound]), bytes[value.upperBound - 1] != UInt8(ascii: ":")
        else { return false }
        return !value.dropLast().contains { index in
            bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: " ")
                || bytes[index] == UInt8(ascii: " ") && bytes[index + 1] == UInt8(ascii: "#")
        }
    }

    private func isName(_ range: Range<Int>) -> Bool {
        !range.isEmpty && bytes[range].allSatisfy(isLetter)
    }

    /// Whether bytes are one or more names with dots between them.
    private func isValueName(_ range: Range<Int>) -> Bool {
        !range.isEmpty
            && bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.allSatisfy(isLetter)
            }
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
        default: false
        }
    }

    private mutating func report(_ problem: TemplateProblem, at range: Range<Int>) {
        diagnostics.append(Diagnostic(problem, in: source, bytes: range))
    }
}
