import Diagnostics
import Foundation

/// The fields of a form or of a query, in the order sent (`application/x-www-form-urlencoded`, URL Standard, section 5.1), or of a form
/// with files.
package struct FormFields: Sendable {
    /// The most fields that are read.
    private static let most = 2_000

    package let all: [(name: String, value: String)]
    /// The files that were chosen, in the order sent.
    package let files: [SentFile]

    /// Reads the fields; nil for bytes that are no UTF-8, or for too many fields.
    package init?(_ bytes: some Sequence<UInt8>) {
        var all: [(name: String, value: String)] = []
        for part in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard all.count < Self.most, let name = Self.decoded(sides[0]),
                let value = Self.decoded(sides.count > 1 ? sides[1] : [])
            else { return nil }
            all.append((name, value))
        }
        self.all = all
        files = []
    }

    /// Reads the body of a form with files; nil for one that does not have that form, for fields that are no UTF-8, or for too many.
    ///
    /// - Parameter contentType: The content type of the request, which names the boundary.
    package init?(_ body: [UInt8], contentType: String) {
        guard let boundary = MultipartForm.boundary(of: contentType),
            let parts = MultipartForm.parts(body, boundary: boundary)
        else { return nil }
        var all: [(name: String, value: String)] = []
        var files: [SentFile] = []
        for part in parts {
            if let name = part.fileName {
                // A control in which no file was chosen.
                if name.isEmpty, part.content.isEmpty { continue }
                let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
                files.append(SentFile(field: part.name, name: last.visible, bytes: Array(part.content)))
            } else {
                guard let value = String(validating: part.content, as: UTF8.self) else { return nil }
                all.append((part.name, Self.withLineFeeds(value)))
            }
        }
        (self.all, self.files) = (all, files)
    }

    /// Forms send CRLF.
    private static func withLineFeeds(_ text: String) -> String {
        text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
    }

    /// The text of a field with the line ends of files; nil if there is none, or several.
    package subscript(name: String) -> String? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }

    /// The texts of all fields with a name.
    package func values(of name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) else {
                    return nil
                }
                result.append(high << 4 | low)
                index += 2
            case let byte: result.append(byte)
            }
            index += 1
        }
        return String(validating: result, as: UTF8.self).map(withLineFeeds)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
