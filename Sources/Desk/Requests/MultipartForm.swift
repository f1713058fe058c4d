import Foundation

/// A file that a form sent.
package struct SentFile: Sendable {
    /// The name of the field.
    package let field: String
    /// The name that the file has at the sender, without folders and without control characters. It is only shown, and never becomes a path.
    package let name: String
    package let bytes: [UInt8]
}

/// Reads forms with files (`multipart/form-data`: RFC 7578, and RFC 2046, section 5.1.1).
///
///     body      = [ preamble CRLF ] delimiter *( part delimiter ) "--" epilogue
///     delimiter = CRLF "--" boundary    ; without CRLF at the very start
///     part      = CRLF *( field CRLF ) CRLF content
///
/// In names, browsers write `%22`, `%0D` and `%0A` for a quotation mark and the ends of lines (HTML, section 4.10.21.8).
enum MultipartForm {
    /// The most parts that are read.
    private static let most = 2_000
    /// The longest head of a part, in bytes.
    private static let longestHead = 4_096

    /// A part of a form.
    struct Part {
        let name: String
        /// Nil for a field that is no file.
        let fileName: String?
        let content: Data
    }

    /// The boundary that a content type names; nil if it is of another kind.
    static func boundary(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let values = parts.dropFirst().filter { $0.lowercased().hasPrefix("boundary=") }
        guard values.count == 1, var value = values.first.map({ String($0.dropFirst("boundary=".count)) }) else { return nil }
        if value.hasPrefix("\""), value.hasSuffix("\""), value.utf8.count > 1 { value = String(value.dropFirst().dropLast()) }
        let isValid = (1...70).contains(value.utf8.count) && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 }
        return isValid && !value.hasSuffix(" ") ? value : nil
    }

    /// Returns the parts of a body; nil if it does not have the form above.
    static func parts(_ body: [UInt8], boundary: String) -> [Part]? {
        let data = Data(body)
        let mark = Data("--\(boundary)".utf8)
        let delimiter = Data("\r\n--\(boundary)".utf8)
        let blank = Data("\r\n\r\n".utf8)
        var position: Int
        if data.starts(with: mark) {
            position = mark.count
        } else if let first = data.range(of: delimiter) {
            position = first.upperBound
        } else {
            return nil
        }
        var parts: [Part] = []
        while true {
            let rest = data[position...]
            if rest.starts(with: "--".utf8) { return parts }
            guard rest.starts(with: "\r\n".utf8), parts.count < most else { return nil }
            // The line end before the fields also ends a head without any.
            let limit = min(data.endIndex, position + longestHead)
            guard let head = data.range(of: blank, in: position..<limit),
                let end = data.range(of: delimiter, in: (head.upperBound - 2)..<data.endIndex),
                let (name, fileName) = names(in: data[position..<head.lowerBound])
            else { return nil }
            parts.append(
                Part(name: name, fileName: fileName, content: data[head.upperBound..<max(head.upperBound, end.lowerBound)]))
            position = end.upperBound
        }
    }

    /// The name of the field, and that of the file, in the head of a part.
    private static func names(in head: Data) -> (name: String, fileName: String?)? {
        guard let text = String(validating: head, as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\r\n")
        let found = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard found.count == 1, let line = found.first else { return nil }
        let value = line.dropFirst("content-disposition:".count).drop { $0 == " " }
        guard value.lowercased().hasPrefix("form-data"), let name = parameter("name", of: value) else { return nil }
        return (name, parameter("filename", of: value))
    }

    /// A quoted parameter of a field; nil if there is none.
    private static func parameter(_ name: String, of value: Substring) -> String? {
        guard let start = value.range(of: "; \(name)=\"") ?? value.range(of: ";\(name)=\"") else { return nil }
        let text = value[start.upperBound...].prefix { $0 != "\"" }
        guard text.endIndex < value.endIndex else { return nil }
        return text.replacingOccurrences(of: "%22", with: "\"").replacingOccurrences(of: "%0D", with: "\r")
            .replacingOccurrences(of: "%0A", with: "\n")
    }
}
