import Foundation

/// An address at which a page was before, as written in `aliases`, and the file that leads from there to the page.
///
/// A host of plain files answers with a file at the same path, so the address must be one of a file that it serves as a page:
///
/// ```
/// address = *( folder "/" ) ( page / folder [ "/" ] )
/// page    = a name that ends in `.html` or `.htm`
/// folder  = a name without a point, or any name before a slash
/// name    = characters that every file system can store, or their percent-encoded UTF-8
/// ```
///
/// For the address of a folder, the file is its `index.html`.
struct OldAddress: Sendable {
    /// Why no file can lead from an address to a page.
    enum Problem: Error, Equatable {
        case empty
        /// It starts with a slash or `./`.
        case notFromRoot
        /// It is a whole address, with a host.
        case whole
        /// It has a question mark: a host of files does not see what follows.
        case query
        /// It has a number sign: no host sees what follows.
        case fragment
        /// It has `..`, `.` or nothing between slashes.
        case steps
        /// It ends in something that a host of files does not serve as a page.
        case ending(String)
        /// Its percent-encoding is incomplete or not UTF-8.
        case encoding
        /// It has a character that some file systems cannot store.
        case character(Unicode.Scalar)
        /// A name that some file systems or hosts do not allow.
        case name(String)
        /// It has full-width letters or signs.
        case wide
        case length
    }

    /// The most bytes that a path may have.
    private static let longest = 200
    /// Endings of the site's own files, which are no folders.
    private static let fileEndings: Set<String> = ["html", "htm", "xml", "txt", "json", "csv", "js", "css", "md", "zip"]

    /// The path of the file, from the root of the site.
    let path: String

    /// Reads an address.
    init(_ written: String) throws(Problem) {
        guard !written.isEmpty else { throw .empty }
        if Self.narrow(written) != written { throw .wide }
        if written.contains("://") || written.hasPrefix("//") { throw .whole }
        if written.contains("?") { throw .query }
        if written.contains("#") { throw .fragment }
        if written.hasPrefix("/") || written.hasPrefix("./") { throw .notFromRoot }
        let address = try Self.decoded(written)
        var segments = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if segments.last == "" {
            segments[segments.count - 1] = "index.html"
        } else if let last = segments.last, !last.contains(".") {
            segments.append("index.html")
        }
        if segments.contains(where: { ["", ".", ".."].contains($0) }) { throw .steps }
        for segment in segments { try Self.check(segment) }
        for folder in segments.dropLast() where Self.fileEndings.contains(Self.ending(of: folder) ?? "") { throw .name(folder) }
        let ending = Self.ending(of: segments.last ?? "") ?? ""
        guard ending == "html" || ending == "htm" else { throw .ending(ending) }
        path = segments.joined(separator: "/")
        guard path.utf8.count <= Self.longest else { throw .length }
    }

    /// Returns the paths for addresses, each one only once. Those with problems are left out.
    static func paths(_ addresses: [String]) -> [String] {
        var paths: [String] = []
        for address in addresses {
            guard let path = try? OldAddress(address).path, !paths.contains(path) else { continue }
            paths.append(path)
        }
        return paths
    }

    /// Returns a path in the form in which file systems without a difference between `A` and `a` compare it.
    static func withoutCase(_ path: String) -> String {
        path.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x2D...0x39 ~= $0 || $0 == 0x5F }
            ? path : path.lowercased().precomposedStringWithCanonicalMapping
    }

    /// Returns the address that was probably meant, if it can be used.
    static func meant(_ written: String) -> String? {
        var rest = Substring(narrow(written))
        if rest.contains("://") || rest.hasPrefix("//") {
            guard let host = rest.range(of: "//"), let slash = rest[host.upperBound...].firstIndex(of: "/") else { return nil }
            rest = rest[slash...]
        }
        if let mark = rest.firstIndex(of: "#") { rest = rest[..<mark] }
        while rest.hasPrefix("/") || rest.hasPrefix("./") { rest = rest.drop { $0 == "." || $0 == "/" } }
        guard rest != written, (try? OldAddress(String(rest))) != nil else { return nil }
        return String(rest)
    }

    private static func narrow(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar
                }))
    }

    private static func decoded(_ written: String) throws(Problem) -> String {
        guard written.contains("%") else { return written }
        let folded = written.lowercased()
        if folded.contains("%2f") || folded.contains("%5c") { throw .steps }
        guard let decoded = written.removingPercentEncoding else { throw .encoding }
        return decoded
    }

    private static func check(_ name: String) throws(Problem) {
        for scalar in name.unicodeScalars where !isStorable(scalar) { throw .character(scalar) }
        let stem = name.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
        if name.hasPrefix(".") || name.hasPrefix(" ") || name.hasSuffix(".") || name.hasSuffix(" ")
            || ReservedNames.isForbidden(stem.lowercased())
        {
            throw .name(name)
        }
    }

    private static func isStorable(_ scalar: Unicode.Scalar) -> Bool {
        if "<>:\"|?*\\#%".unicodeScalars.contains(scalar) || scalar == "\u{FFFD}" { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
        case .spaceSeparator: return scalar == " "
        default: return true
        }
    }

    private static func ending(of name: String) -> String? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
}
