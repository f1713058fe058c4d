/// A link's address taken apart and held against the folder of the file it stands in.
package struct LinkDestination {
    /// Below the content folder, without `.` and `..`; nil when it leads out of it.
    package let location: String?
    /// Whether the path is empty: the link stays on its page.
    package let isSamePage: Bool
    /// Whether the path starts at a root or has a query, which no file has.
    package let isUnusual: Bool
    package let fragment: String?

    /// Takes `path#fragment` apart, percent-decoding both.
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

    /// The address of a location as it is written in a file of a folder.
    package static func written(_ location: String, from folder: String, fragment: String? = nil) -> String {
        let anchor = fragment.map { "#" + $0 } ?? ""
        if folder.isEmpty { return location + anchor }
        let prefix = folder + "/"
        return (location.hasPrefix(prefix) ? String(location.dropFirst(prefix.count)) : "../" + location) + anchor
    }

    /// The text with `%E3`… resolved; as it stands where that is no UTF-8.
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
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
