import Markdown
/// The address of a link, resolved relative to the folder of its file.
package struct LinkDestination {
    /// The path relative to the content folder, without `.` and `..`. `nil` if it is outside the content folder.
    package let location: String?
    /// Whether the path is empty, so that the link leads to its own page.
    let isSamePage: Bool
    /// Whether the path is absolute, or contains a query or a backslash. No file has such a path.
    let isUnusual: Bool
    let fragment: String?

    /// Splits `path#fragment` and decodes percent escapes in both.
    package init(_ destination: String, from folder: String) {
        let sign = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
        let path = Self.percentDecoded(destination[..<(sign ?? destination.endIndex)])
        let anchor = sign.map { destination[destination.utf8.index(after: $0)...] } ?? ""
        fragment = anchor.isEmpty ? nil : Self.percentDecoded(anchor)
        isSamePage = path.isEmpty
        let slash = UInt8(ascii: "/")
        let isAbsolute = path.utf8.first == slash
        isUnusual = isAbsolute || path.utf8.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "\\") }
        var segments = folder.isEmpty || isAbsolute ? [] : [folder[...]]
        var leavesContent = false
        for segment in path.utf8.split(separator: slash) where !segment.elementsEqual(".".utf8) {
            if segment.elementsEqual("..".utf8) {
                if segments.popLast() == nil { leavesContent = true }
            } else {
                segments.append(Substring(segment))
            }
        }
        location = leavesContent ? nil : segments.joined(separator: "/")
    }

    /// Returns the address of a file relative to a folder, as a link in that folder writes it.
    package static func address(of location: String, from folder: String, fragment: String? = nil) -> String {
        let anchor = fragment.map { "#" + $0 } ?? ""
        if folder.isEmpty { return location + anchor }
        let prefix = folder + "/"
        return (location.hasPrefix(prefix) ? String(location.dropFirst(prefix.count)) : "../" + location) + anchor
    }

    /// Decodes percent escapes. Returns the text itself if the result is not UTF-8.
    ///
    /// Not Foundation's `removingPercentEncoding`, which is `nil` for `写真%20100%.jpg`: one invalid escape makes all others invalid.
    private static func percentDecoded(_ text: Substring) -> String {
        guard text.utf8.contains(0x25) else { return String(text) }
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == 0x25, index + 2 < source.count, let high = hexadecimal(source[index + 1]),
                let low = hexadecimal(source[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? String(text)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

extension Link {
    /// Returns the text that replaces the address of the link, for a fix.
    ///
    /// `nil` if the address is not written in the link itself, or if the new one would need quotation marks or escapes.
    package func fix(_ address: String) -> String? {
        guard destinationSource != source, !address.utf8.contains(where: { " ()<>\\".utf8.contains($0) }) else { return nil }
        return address
    }
}
