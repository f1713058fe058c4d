import CasebookModel
import Diagnostics
import Markdown

/// Finds the targets of the links of a file.
///
/// A link leads to a file by its path relative to the file with the link (`../cases/c003.md#approach`), to an image, to an anchor
/// of its own page (`#approach`), or to an index by its folder (`../categories/`).
package struct LinkResolver {
    let content: ContentFiles
    let file: ContentFile
    private let folder: String

    package init(content: ContentFiles, file: ContentFile) {
        self.content = content
        self.file = file
        folder = file.folder
    }

    /// Returns the target of a link, or why it has none.
    ///
    /// - Complexity: O(1) in the size of the content; O(log n) for a link without a target, to find similar names.
    package func outcome(of link: Link) -> LinkOutcome {
        if link.isExternal { return content.baseURL == nil ? .elsewhere : self.outcome(ofWhole: link) }
        let destination = LinkDestination(link.destination, from: folder)
        if destination.isSamePage, !link.isImage {
            guard let fragment = destination.fragment else { return .deadLink(near: [], meant: nil) }
            return anchored(fragment, in: file) { .fragment(fragment) }
        }
        guard let location = destination.location else { return .outside }
        if link.isImage { return image(location, destination) }
        if !destination.isUnusual, let outcome = found(location, fragment: destination.fragment) { return outcome }
        return dead(location, destination)
    }

    private func image(_ location: String, _ destination: LinkDestination) -> LinkOutcome {
        if !destination.isUnusual, let index = content.imageIndices[location] {
            return content.images[index].documentFormat == nil
                ? .target(.image(index: index)) : .deadImage(near: [], meant: nil)
        }
        let write = { LinkDestination.address(of: $0, from: folder) }
        if let meant = variants(location).first(where: { content.imageIndices[$0] != nil }).map(write) {
            return .deadImage(near: [meant], meant: meant)
        }
        let name = location.split(separator: "/").last.map { "images/\($0)" } ?? location
        if content.imageIndices[name] != nil { return .deadImage(near: [write(name)], meant: write(name)) }
        let slash = location.lastIndex(of: "/").map { location.index(after: $0) } ?? location.startIndex
        let path = String(location[..<slash])
        let names = content.images(near: location).compactMap { image in
            image.hasPrefix(path) ? String(image.dropFirst(path.count)) : nil
        }
        let near = nearest(to: String(location[slash...]), among: names)
        return .deadImage(near: near.map { write(path + $0) }, meant: nil)
    }

    /// Returns the outcome for a location where something is; `nil` if nothing is there.
    private func found(_ location: String, fragment: String?) -> LinkOutcome? {
        if let index = content.fileIndices[location] { return leading(to: index, fragment: fragment) }
        if let index = content.imageIndices[location] { return .target(.image(index: index)) }
        if content.unreadable.contains(location) { return .elsewhere }
        guard fragment == nil else { return nil }
        if location.isEmpty { return .target(.home) }
        if location == "easy", content.easyCount > 0 { return .target(.easyTexts) }
        if location == "cases" { return .target(.cases) }
        if location == "glossary", !content.glossary.isEmpty { return .target(.glossary(index: nil)) }
        return content.schema.taxonomy(folder: location).map { .target(.taxonomy(index: $0)) }
    }

    func leading(to index: Int, fragment: String?) -> LinkOutcome {
        let target = content.files[index]
        guard let position = content.modelIndices[index] else { return outcome(ofLeftOut: index) }
        let make: () -> LinkTarget = {
            switch target.role {
            case .caseFile: .caseFile(index: position, fragment: fragment)
            case .easyText: .easyText(index: position, fragment: fragment)
            case .term(let taxonomy): .term(TermID(taxonomy: taxonomy, term: position), fragment: fragment)
            case .glossary: .glossary(index: position)
            case .page, .settings: .page(index: position, fragment: fragment)
            }
        }
        guard let fragment else { return .target(make()) }
        if target.role == .caseFile, target.status == .withdrawn {
            return .target(.caseFile(index: position, fragment: nil))
        }
        return anchored(fragment, in: target, make)
    }

    /// The outcome of a link to a draft, or to an easy-language version whose case has no page that shows its text.
    private func outcome(ofLeftOut index: Int) -> LinkOutcome {
        let target = content.files[index]
        let isOfDraft: (ContentFile) -> Bool = { file in
            let entry = file.role == .easyText ? content.caseIndex(ofEasyText: file).map { content.files[$0] } : file
            return entry.map { $0.role == .caseFile && $0.status == .draft } ?? false
        }
        if isOfDraft(file) { return .elsewhere }
        guard target.role == .easyText, !isOfDraft(target) else { return .draft(index) }
        // That there is no such case is reported at the text itself.
        guard let entry = content.caseIndex(ofEasyText: target) else { return .elsewhere }
        return .deadLink(near: [LinkDestination.address(of: content.files[entry].location, from: folder)], meant: nil)
    }

    private func anchored(
        _ fragment: String, in target: ContentFile, _ make: () -> LinkTarget
    ) -> LinkOutcome {
        if target.anchors.contains(fragment) { return .target(make()) }
        // The anchor of a section's heading is the id of the section, not one derived from its text.
        let heading = target.document.headings.first { heading in
            heading.startsSection && (heading.id == fragment || heading.text == fragment)
        }
        let section = target.definedSections.first { $0.blocks.lowerBound - 1 == heading?.block }
        let id = section.map { content.schema.sections[$0.definition].definition.id }
        let near = id.map { [$0] } ?? nearest(to: fragment, among: target.anchors.all)
        return .deadAnchor(fragment, near: near, meant: id)
    }

    private func dead(_ location: String, _ destination: LinkDestination) -> LinkOutcome {
        for variant in variants(location) {
            if let index = content.fileIndices[variant] {
                let path = content.files[index].location
                let meant = LinkDestination.address(of: path, from: folder, fragment: destination.fragment)
                return .deadLink(near: [meant], meant: meant)
            }
        }
        let parts = location.split(separator: "/", maxSplits: 1)
        let targetFolder = parts.count > 1 ? String(parts[0]) : folder
        let name = String(parts.last ?? "")
        let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        // The file itself is not meant, and the number of a case says nothing about similar ones.
        let names = content.names(near: stem, in: targetFolder).filter { name in
            !(targetFolder == folder && name == file.name) && (!Self.isNumbered(stem) || Self.number(stem) == Self.number(name))
        }
        var near = nearest(to: stem, among: names)
            .map { "\(targetFolder)/\($0).md" }
        if near.isEmpty {
            let folders = content.schema.taxonomies.map(\.folder.value) + ContentLocation.fixedFolders
            near = folders.map { "\($0)/\(stem).md" }.filter { content.fileIndices[$0] != nil }
        }
        return .deadLink(near: near.map { LinkDestination.address(of: $0, from: folder) }, meant: nil)
    }

    /// Whether a name is that of a case, such as `c012`.
    private static func isNumbered(_ name: String) -> Bool { number(name) != nil }

    private static func number(_ name: String) -> Int? {
        name.first == "c" && name.dropFirst().allSatisfy { $0.isASCII && $0.isNumber } ? Int(name.dropFirst()) : nil
    }

    /// Returns the locations that may have been intended: in lower case, with `/` for `\`, the Markdown file of an HTML page.
    private func variants(_ location: String) -> [String] {
        var path = location.lowercased()
        if path.contains("\\") { path = path.split(separator: "\\").filter { $0 != ".." }.joined(separator: "/") }
        var variants = [path, path + ".md"]
        if path.hasSuffix(".html") {
            let stem = String(path.dropLast(5))
            variants += [stem + ".md", "pages/" + stem + ".md"]
        }
        return variants
    }
}

/// The target of a link, or why it has none.
package enum LinkOutcome: Sendable {
    /// The target is on another host, or is a file whose own problem is reported.
    case elsewhere
    /// The link leads to a part of the casebook.
    case target(LinkTarget)
    /// The file does not exist. `near` are the addresses of files with similar names; `meant` is the intended one if that is certain.
    case deadLink(near: [String], meant: String?)
    /// The file exists, but the anchor does not.
    case deadAnchor(String, near: [String], meant: String?)
    /// The image does not exist.
    case deadImage(near: [String], meant: String?)
    /// The target is outside the content folder.
    case outside
    /// The target is a draft that is not included, given by the index of its file.
    case draft(Int)
}

/// The outcomes of the links of a file, in the order of the links.
package struct References: Sendable {
    let links: [LinkOutcome]

    /// Looks up the targets of the links of a file. Uses only the content.
    package init(_ file: ContentFile, in content: ContentFiles) {
        guard !file.links.isEmpty else {
            links = []
            return
        }
        let resolver = LinkResolver(content: content, file: file)
        links = file.links.map { resolver.outcome(of: $0) }
    }
}
