import Foundation

/// The anchors of a page and its links to anchors of other pages, found in its HTML.
///
/// Pages are what `HTMLBuffer` writes or what templates hold: attributes are in quotation marks, an id follows a blank.
package struct PageAnchors: Sendable {
    /// A link to an anchor of another file of the site.
    package struct Link: Sendable, Hashable {
        /// The path of the file, relative to the output folder.
        package let path: String
        package let anchor: String
    }

    /// The values of all `id` attributes, in order, each followed by a zero byte.
    private let ids: [UInt8]

    /// Finds the anchors of a page. O(n).
    package init(of page: [UInt8]) {
        var ids: [UInt8] = []
        page.withUnsafeBufferPointer { bytes in
            let name = Array(" id=\"".utf8)
            var index = 0
            while index + name.count < bytes.count {
                guard bytes[index + 1] == name[1], bytes[index] == name[0], bytes[index + 2] == name[2],
                    bytes[index + 3] == name[3], bytes[index + 4] == name[4]
                else {
                    index += 1
                    continue
                }
                index += name.count
                while index < bytes.count, bytes[index] != name[4] {
                    ids.append(bytes[index])
                    index += 1
                }
                ids.append(0)
            }
        }
        self.ids = ids
    }

    /// The anchors.
    package var all: Set<String> {
        Set(ids.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }

    /// Whether two pages have the same anchors in the same order.
    package func isEqual(to other: PageAnchors) -> Bool { ids == other.ids }

    /// Finds the links of a page to anchors of other files of the site. O(n).
    ///
    /// - Parameters:
    ///   - page: The HTML.
    ///   - path: The path of the page, relative to the output folder.
    package static func links(of page: [UInt8], at path: String) -> Set<Link> {
        var links: Set<Link> = []
        var rest = page[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            rest = rest[(mark + 1)...]
            let start = page[..<mark].lastIndex(of: UInt8(ascii: "\"")).map { $0 + 1 } ?? 0
            guard start > 6, start < mark, page[(start - 6)..<start].elementsEqual("href=\"".utf8),
                let end = rest.firstIndex(of: UInt8(ascii: "\"")),
                let target = resolve(page[start..<mark], from: path)
            else { continue }
            let anchor = String(decoding: rest[..<end], as: UTF8.self)
            if target != path { links.insert(Link(path: target, anchor: anchor.removingPercentEncoding ?? anchor)) }
            rest = rest[end...]
        }
        return links
    }

    /// The parts of two versions of a page without what they have in common at their starts and ends, in whole tags. O(n).
    package static func differingParts(_ old: [UInt8], _ new: [UInt8]) -> (old: [UInt8], new: [UInt8]) {
        old.withUnsafeBytes { old in
            new.withUnsafeBytes { new in
                let shorter = min(old.count, new.count)
                var start = 0
                while start + 8 <= shorter,
                    old.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                        == new.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                { start += 8 }
                var end = 0
                while start + end + 8 <= shorter,
                    old.loadUnaligned(fromByteOffset: old.count - end - 8, as: UInt64.self)
                        == new.loadUnaligned(fromByteOffset: new.count - end - 8, as: UInt64.self)
                { end += 8 }
                // A tag that has changed is looked at as a whole. Its start and its end are in what both have in common.
                while start > 0, new[start - 1] != UInt8(ascii: ">") { start -= 1 }
                while end > 0, new[new.count - end] != UInt8(ascii: "<") { end -= 1 }
                return (Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
            }
        }
    }

    /// Adds anchors that nobody sees to the end of a page.
    package static func adding(_ anchors: Set<String>, to page: [UInt8]) -> [UInt8] {
        let marks = anchors.sorted().map { "<span id=\"\($0)\"></span>" }.joined()
        let end = Array("</body>".utf8)
        let last = stride(from: page.count - end.count, through: 0, by: -1).first { page[$0...].starts(with: end) }
        let position = last ?? page.endIndex
        return Array(page[..<position]) + Array(marks.utf8) + Array(page[position...])
    }

    /// The path of a file that a relative address leads to; nil if the address is that of another site.
    private static func resolve(_ address: ArraySlice<UInt8>, from path: String) -> String? {
        guard !address.contains(UInt8(ascii: ":")), address.first != UInt8(ascii: "/") else { return nil }
        let text = String(decoding: address.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in text.split(separator: "/") {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(part.removingPercentEncoding ?? String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
