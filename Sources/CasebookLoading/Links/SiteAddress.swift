import CasebookModel
import Diagnostics
import Markdown

/// A whole address that leads to a page of the casebook's own site, such as `https://example.jp/k/cases/c001.html#effect`.
package struct SiteAddress {
    /// The path below the base URL, without query, percent escapes decoded.
    let path: String
    let fragment: String?

    /// Reads an address; nil if it is that of another site. The scheme and the case of the host make no difference.
    init?(_ address: String, below baseURL: String) {
        guard let start = address.firstRange(of: "://")?.upperBound,
            let baseStart = baseURL.firstRange(of: "://")?.upperBound
        else { return nil }
        let (rest, base) = (address[start...], baseURL[baseStart...])
        let host = base.prefix { $0 != "/" }
        let path = base.dropFirst(host.count)
        guard rest.prefix(host.count).lowercased() == host.lowercased() else { return nil }
        let written = rest.dropFirst(host.count)
        guard written.hasPrefix(path) || "\(written)/" == path else { return nil }
        self.init(belowBase: written.dropFirst(path.count))
    }

    /// Reads what follows the base URL of a site, or the host of a preview.
    init(belowBase rest: Substring) {
        let sign = rest.firstIndex(of: "#") ?? rest.endIndex
        let destination = LinkDestination(String(rest[..<sign].prefix { $0 != "?" }) + String(rest[sign...]), from: "")
        let isFolder = rest[..<sign].prefix { $0 != "?" }.hasSuffix("/")
        path = (destination.location ?? "") + (isFolder && destination.location?.isEmpty == false ? "/" : "")
        fragment = destination.fragment
    }

    /// The location of the file whose page has this path: `cases/c001.md`, `pages/about.md`. Nil for other paths.
    var location: String? {
        guard path.hasSuffix(".html") else { return nil }
        let stem = path.dropLast(5)
        return stem.contains("/") ? "\(stem).md" : "pages/\(stem).md"
    }
}

extension LinkResolver {
    /// Returns the outcome of a link to a whole address. Links to the own site are checked like those to files.
    func outcome(ofWhole link: Link) -> LinkOutcome {
        guard let baseURL = content.baseURL, let address = SiteAddress(link.destination, below: baseURL) else {
            return .elsewhere
        }
        if let index = content.imageIndices[address.path] { return .target(.image(index: index)) }
        if let index = address.location.flatMap({ content.fileIndices[$0] }) {
            return checked(leading(to: index, fragment: address.fragment))
        }
        if address.path == "glossary.html", let slug = address.fragment {
            let words = content.glossary.map { "word-" + content.files[$0].name }
            let isKnown = words.contains(slug) || !slug.hasPrefix("word-")
            return isKnown ? .elsewhere : .deadAnchor(slug, near: nearest(to: slug, among: words), meant: nil)
        }
        return isOwnPage(address.path) ? .elsewhere : dead(address.path, baseURL)
    }

    /// A link to a whole address stays as it is written.
    private func checked(_ outcome: LinkOutcome) -> LinkOutcome {
        if case .target = outcome { .elsewhere } else { outcome }
    }

    /// Whether a path is one that the site has or can have besides the pages of files.
    private func isOwnPage(_ path: String) -> Bool {
        if path.isEmpty || path == "index.html" || path == "cases" || content.schema.taxonomy(folder: path) != nil {
            return true
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isFolder = ["cases", "easy"].contains(parts[0]) || content.schema.taxonomy(folder: parts[0]) != nil
        if isFolder, parts.count == 2 {
            guard parts[1].hasSuffix(".html") else {
                let isFeed = parts[1].hasSuffix(".xml") && !["cases", "easy"].contains(parts[0])
                return parts[1].isEmpty || isFeed && content.fileIndices["\(parts[0])/\(parts[1].dropLast(4)).md"] != nil
            }
            let stem = String(parts[1].dropLast(5))
            let base = ReservedNames.pageBase(stem) ?? stem
            return base == "index" || base == "unstated" || content.fileIndices["\(parts[0])/\(base).md"] != nil
                || isOldAddress(path)
        }
        if parts.count == 1, path.hasSuffix(".html") {
            return ReservedNames.isRootPage(String(path.dropLast(5))) || isOldAddress(path)
        }
        let isOther =
            parts.count > 1 && ReservedNames.folders.contains(parts[0])
            && !["pages", "images", "files", "glossary"].contains(parts[0])
        if isOther && !isFolder { return true }
        return !path.hasSuffix(".html") && !path.hasSuffix(".md") && !isFolder && parts[0] != "images" && parts[0] != "files"
            && parts.count == 1
            && path.contains(".") || isOldAddress(path)
    }

    private func isOldAddress(_ path: String) -> Bool {
        content.files.contains { file in
            switch file.role {
            case .caseFile: file.caseValues?.facts.aliases.contains(path) ?? false
            case .page: file.record.list("aliases", in: file.text).contains { $0.value == path }
            default: false
            }
        }
    }

    private func dead(_ path: String, _ baseURL: String) -> LinkOutcome {
        let parts = path.split(separator: "/")
        let folder = parts.count > 1 ? String(parts[0]) : "pages"
        var stem = String(parts.last ?? "").lowercased()
        for ending in [".html", ".htm", ".md"] where stem.hasSuffix(ending) { stem.removeLast(ending.count) }
        let prefix = folder == "pages" ? baseURL : "\(baseURL)\(folder)/"
        if content.fileIndices["\(folder)/\(stem).md"] != nil {
            let meant = "\(prefix)\(stem).html"
            return .deadLink(near: [meant], meant: meant)
        }
        let near = nearest(to: stem, among: content.names(near: stem, in: folder)).map { "\(prefix)\($0).html" }
        return .deadLink(near: near, meant: nil)
    }
}
