import Basics
import Diagnostics

extension Rules {
    static let aboutPages: [any CheckedRule.Type] = [
        TakenAddress.self,
        DuplicateTitle.self,
    ]
}

/// Two pages have one address: files, old addresses or the site's own pages.
struct TakenAddress: ContentRule {
    static let id = "taken-address"
    static let guide = GuideEntry(
        meaning: "二つのページのアドレスが同じになります。",
        remedy: "`aliases` などを見直します。")
    static let examples = [TakenAddress(address: "about.html")]

    let address: String

    var message: Message {
        Message(
            ja: "アドレス「\(address)」は別のページのものです",
            en: "The address “\(address)” is already used by another page")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        checkPages(content, report: &report)
        var first: [String: (file: Int, bytes: Range<Int>)] = [:]
        for (index, file) in content.files.enumerated() {
            for alias in file.record.list("aliases", in: file.text) where isPage(file) && BadAlias.isFit(alias.value) {
                if let other = first[alias.value] {
                    let text = content.files[other.file].text
                    add(alias, file, [.init(otherMessage, in: text, other.bytes)], report: &report)
                } else if let owner = owner(of: alias.value, in: content) {
                    let notes = owner.map { [Diagnostic.Note(otherMessage, path: $0)] } ?? []
                    add(alias, file, notes, report: &report)
                } else {
                    first[alias.value] = (index, alias.bytes)
                }
            }
        }
    }

    private static let otherMessage = Message(ja: "このアドレスを使っているもう1つはこれです", en: "This is the other page at the address")

    /// Whether the file's aliases are addresses. Those of terms are names.
    private static func isPage(_ file: ContentFile) -> Bool {
        file.role == .caseFile || file.role == .page
    }

    /// Checks `about.html` against `about/`: they are two files, but not on every host.
    private static func checkPages(_ content: ContentFiles, report: inout Report) {
        for taxonomy in content.schema.taxonomies {
            let folder = taxonomy.folder
            guard let index = content.fileIndices["pages/\(folder.value).md"] else { continue }
            report.add(
                TakenAddress(address: folder.value), path: content.files[index].text.path,
                notes: [.init(otherMessage, in: content.schema.source, folder.bytes)])
        }
    }

    private static func add(
        _ alias: Located<String>, _ file: ContentFile, _ notes: [Diagnostic.Note], report: inout Report
    ) {
        report.add(TakenAddress(address: alias.value), in: file.text, alias.bytes, notes: notes)
    }

    /// The file whose page is at an address, nil inside where it is a page of the site's own; nil when the address is free.
    private static func owner(of address: String, in content: ContentFiles) -> String?? {
        let stem = String(address.dropLast(5))
        let parts = stem.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard address.hasSuffix(".html"), let folder = parts.first, let name = parts.last else { return nil }
        if parts.count == 1 {
            if let index = content.fileIndices["pages/\(stem).md"] { return .some(content.files[index].text.path) }
            return ReservedNames.isReservedID(stem) || ReservedNames.rootPages.contains(stem) ? .some(nil) : nil
        }
        if folder != "cases", folder != "pages", ReservedNames.folders.contains(folder) { return .some(nil) }
        guard parts.count == 2, folder == "cases" || content.schema.taxonomy(folder: folder) != nil else { return nil }
        if ReservedNames.isReservedID(name) { return .some(nil) }
        let base = folder == "cases" ? nil : ReservedNames.pageBase(name)
        let index = content.fileIndices["\(stem).md"] ?? base.flatMap { content.fileIndices["\(folder)/\($0).md"] }
        return index.map { .some(content.files[$0].text.path) }
    }
}

/// Two cases have the same title.
struct DuplicateTitle: ContentRule {
    static let id = "duplicate-title"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "同じ題名の事例があります。",
        remedy: "同じ事例でないかを確かめ、別の事例なら題名を変えます。")
    static let examples = [DuplicateTitle(title: "題名")]

    let title: String

    var message: Message {
        Message(ja: "題名「\(title)」の事例がほかにもあります", en: "Another case has the title “\(title)”")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        var first: [ByteKey: (file: Int, bytes: Range<Int>)] = [:]
        for (index, file) in content.files.enumerated() where file.role == .caseFile {
            guard let title = file.record.text("title") else { continue }
            let key = title.key(in: file.text)
            guard let other = first[key] else {
                first[key] = (index, title.bytes)
                continue
            }
            let message = Message(ja: "同じ題名の事例です", en: "This case has the same title")
            report.add(
                DuplicateTitle(title: title.string(in: file.text)), in: file.text, title.bytes,
                notes: [.init(message, in: content.files[other.file].text, other.bytes)])
        }
    }
}
