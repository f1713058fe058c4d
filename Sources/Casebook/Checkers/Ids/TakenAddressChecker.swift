import Diagnostics

/// No two pages are at one address: neither files, nor old addresses, nor the site's own pages.
enum TakenAddressChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        checkPages(collection, report: &report)
        var first: [String: (file: Int, bytes: Range<Int>)] = [:]
        for (index, file) in collection.files.enumerated() {
            for alias in file.record.list("aliases", in: file.text) where isPage(file) && AliasChecker.isFit(alias.value) {
                if let other = first[alias.value] {
                    let text = collection.files[other.file].text
                    tell(alias, file, [.init(otherMessage, in: text, other.bytes)], report: &report)
                } else if let owner = owner(of: alias.value, in: collection) {
                    let notes = owner.map { [Diagnostic.Note(otherMessage, path: $0)] } ?? []
                    tell(alias, file, notes, report: &report)
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

    /// `about.html` and `about/` are told apart by files, but not by every host.
    private static func checkPages(_ collection: Collection, report: inout Report) {
        for taxonomy in collection.schema.taxonomies {
            let folder = taxonomy.folder
            guard let index = collection.fileIndices["pages/\(folder.value).md"] else { continue }
            report.tell(
                .takenAddress(address: folder.value), path: collection.files[index].text.path,
                notes: [.init(otherMessage, in: collection.schema.source, folder.bytes)])
        }
    }

    private static func tell(
        _ alias: Placed<String>, _ file: ContentFile, _ notes: [Diagnostic.Note], report: inout Report
    ) {
        report.tell(.takenAddress(address: alias.value), in: file.text, alias.bytes, notes: notes)
    }

    /// The file whose page is at an address, nil inside where it is a page of the site's own; nil when the address is free.
    private static func owner(of address: String, in collection: Collection) -> String?? {
        let stem = String(address.dropLast(5))
        let parts = stem.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard address.hasSuffix(".html"), let folder = parts.first, let name = parts.last else { return nil }
        if parts.count == 1 {
            if let index = collection.fileIndices["pages/\(stem).md"] { return .some(collection.files[index].text.path) }
            return ReservedNames.isReservedID(stem) || ReservedNames.rootPages.contains(stem) ? .some(nil) : nil
        }
        if folder != "cases", folder != "pages", ReservedNames.folders.contains(folder) { return .some(nil) }
        guard parts.count == 2, folder == "cases" || collection.schema.taxonomy(folder: folder) != nil else { return nil }
        if ReservedNames.isReservedID(name) { return .some(nil) }
        let base = folder == "cases" ? nil : ReservedNames.pageBase(name)
        let index = collection.fileIndices["\(stem).md"] ?? base.flatMap { collection.fileIndices["\(folder)/\($0).md"] }
        return index.map { .some(collection.files[$0].text.path) }
    }
}
