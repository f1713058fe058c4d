import CasebookModel
import Diagnostics
import Markdown

/// A link leads to the own computer or to one of an office, such as the address of the preview.
struct LocalAddress: FileRule, ReferenceRule {
    static let id = "local-address"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "`localhost` や `192.168.…` など、そのパソコンや職場の中でしか開けないアドレスです。",
        remedy: "公開されているページのアドレスにします。このサイトのページには、`c003.md` のようにファイルの名前でリンクします。")
    static let examples = [LocalAddress(host: "localhost", near: ["c003.md"])]

    let host: String
    /// The link to the same page of the casebook, as it would be written.
    let near: [String]

    var message: Message {
        Message(
            ja: "「\(host)」は、このパソコンや職場の中でしか開けないアドレスです。公開されているページのアドレスか、「c003.md」のようなファイルの名前にしてください",
            en:
                "“\(host)” can be reached from this computer or office only: write the address of a public page, or the name of a"
                + " file, like “c003.md”")
    }

    var suggestions: [String] { near }

    static func add(to lists: inout RuleLists) {
        lists.ofFiles.append(self)
        lists.ofReferences.append(self)
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, _) in file.texts(.url) {
            guard let host = localHost(text.string(in: file.text)) else { continue }
            report.add(LocalAddress(host: host, near: []), in: file.text, text.bytes)
        }
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for link in file.links where link.isExternal {
            guard let host = localHost(link.destination) else { continue }
            let near = page(link.destination, from: file, in: content).map { [$0] } ?? []
            report.add(LocalAddress(host: host, near: near), in: file.text, link.destinationSource)
        }
    }

    /// Returns the host of an address if only some computers reach it.
    private static func localHost(_ address: String) -> String? {
        guard let host = WebHost.host(of: address), WebHost.isLocal(WebHost.ascii(host) ?? host) else { return nil }
        return host
    }

    /// Returns the link to the page of the casebook at the path of an address.
    private static func page(_ address: String, from file: ContentFile, in content: ContentFiles) -> String? {
        guard let authority = WebHost.authority(of: address), let start = address.firstRange(of: authority)?.upperBound else {
            return nil
        }
        let page = SiteAddress(belowBase: address[start...].drop { $0 == "/" })
        guard let location = page.location, content.fileIndices[location] != nil else { return nil }
        return LinkDestination.address(of: location, from: file.folder, fragment: page.fragment)
    }
}
