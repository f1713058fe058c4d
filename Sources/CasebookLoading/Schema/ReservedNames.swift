/// Names that no file, key or folder of the content can have, because the site or a file system has them.
package enum ReservedNames {
    /// The site's own folders.
    package static let folders: Set<String> = [
        "cases", "pages", "images", "assets", "booklet", "compare", "data", "furigana", "glossary", "search",
    ]

    /// The site's own pages at its root, besides those of `isReservedID`.
    package static let rootPages: Set<String> = ["404", "booklet", "glossary", "search"]

    /// What the addresses of searches say beside the taxonomies' keys.
    package static let queryKeys: Set<String> = ["q", "page"]

    /// Whether a file name without its ending is the site's in every folder: its index, the list of what is not stated, a
    /// further page of one of them; or one that Windows forbids.
    package static func isReservedID(_ name: String) -> Bool {
        let base = pageBase(name) ?? name
        return base == "index" || base == "unstated" || isForbidden(name)
    }

    /// Whether Windows takes a name for a device, whatever ending it has.
    package static func isForbidden(_ name: some StringProtocol) -> Bool {
        switch name.utf8.count {
        case 3: return ["con", "prn", "aux", "nul"].contains(String(name))
        case 4:
            guard name.hasPrefix("com") || name.hasPrefix("lpt"), let last = name.unicodeScalars.suffix(1).first else {
                return false
            }
            return ("0"..."9").contains(last)
        default: return false
        }
    }

    /// `x` where a name is `x-2`, as further pages of `x` are named.
    package static func pageBase(_ name: String) -> String? {
        guard let hyphen = name.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
        let digits = name.utf8[name.utf8.index(after: hyphen)...]
        guard let first = digits.first, first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            !digits.elementsEqual([0x31])
        else { return nil }
        return String(name[..<hyphen])
    }

    /// Whether a name is lower-case ASCII letters, digits and hyphens, with no hyphen at an end.
    package static func isFitID(_ name: String) -> Bool {
        guard let first = name.utf8.first, let last = name.utf8.last, first != 0x2D, last != 0x2D else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2D: true
            default: false
            }
        }
    }
}
