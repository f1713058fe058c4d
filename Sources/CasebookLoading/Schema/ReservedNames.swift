/// Names that files, keys and folders of the content cannot have, because the site or a file system uses them.
package enum ReservedNames {
    /// The folders of the site itself.
    package static let folders: Set<String> = [
        "cases", "pages", "images", "files", "assets", "booklet", "compare", "data", "easy", "furigana", "glossary", "search",
    ]

    /// The site's own pages at its root, in addition to those of ``isReservedID(_:)``.
    private static let rootPages: Set<String> = ["404", "booklet", "editions", "glossary", "list", "news", "search", "submit"]

    /// Whether a page at the root of the site is one of the site's own, or a further page of the news.
    static func isRootPage(_ name: String) -> Bool {
        rootPages.contains(name) || pageBase(name) == "news"
    }

    /// The query keys of search addresses, in addition to the keys of taxonomies.
    static let queryKeys: Set<String> = ["q", "page"]

    /// Whether a file name without its extension is reserved in every folder: `index`, `unstated`, a further page of one of them, or a
    /// name that Windows forbids.
    package static func isReservedID(_ name: String) -> Bool {
        let base = pageBase(name) ?? name
        return base == "index" || base == "unstated" || isForbidden(name)
    }

    /// Whether a name is a device on Windows, with any extension.
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

    /// Returns `x` if a name is `x-2`, which is how further pages of `x` are named.
    package static func pageBase(_ name: String) -> String? {
        guard let hyphen = name.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
        let digits = name.utf8[name.utf8.index(after: hyphen)...]
        guard let first = digits.first, first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            !digits.elementsEqual([0x31])
        else { return nil }
        return String(name[..<hyphen])
    }

    /// Whether a name consists of lower-case ASCII letters, digits and hyphens, without a hyphen at the start or end.
    static func isFitID(_ name: String) -> Bool {
        guard let first = name.utf8.first, let last = name.utf8.last, first != 0x2D, last != 0x2D else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2D: true
            default: false
            }
        }
    }
}
