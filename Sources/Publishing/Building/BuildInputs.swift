import Casebook
import Diagnostics
import Foundation
import Markdown
import Site

/// Hashes of all that a site is made of.
struct BuildInputs: Sendable {
    /// Of all that is no case: settings, terms, pages, templates, options, the program itself; and of the structure of the cases.
    let base: UInt64
    /// For each case, in the casebook's order, of its file.
    let cases: [UInt64]

    /// - Parameters:
    ///   - hashes: Of the file at each of the content folder's paths.
    ///   - baseURL: Takes the place of the casebook's.
    init(
        _ casebook: Casebook, content: ContentFolder, hashes: [UInt64], templates: TemplateFolder, baseURL: String?
    ) {
        var hash = ContentHash()
        var caseHashes: [String: UInt64] = [:]
        for (path, fileHash) in zip(content.paths, hashes) {
            let path = path.dropFirst(content.root.count + 1)
            if path.hasPrefix("cases/") {
                caseHashes[String(path)] = fileHash
            } else {
                hash.update(String(path))
                hash.update(Int(truncatingIfNeeded: fileHash))
            }
        }
        for image in content.images { hash.update(image) }
        for (kind, files) in [("layouts", templates.layouts), ("partials", templates.partials)] {
            for (name, file) in files {
                hash.update("\(kind)/\(name)")
                hash.update(Int(truncatingIfNeeded: ContentHash(file.bytes).value))
            }
        }
        for asset in templates.assets {
            hash.update(asset.path)
            hash.update(Int(truncatingIfNeeded: ContentHash(asset.bytes).value))
        }
        hash.update(baseURL ?? "")
        hash.update(Self.program)
        hash.update(Int(truncatingIfNeeded: casebook.structure))
        base = hash.value
        cases = casebook.cases.map { caseHashes["cases/\($0.id).md"] ?? 0 }
    }

    /// What tells this program from another version of it: its file, and libcmark's version.
    private static let program: String = {
        #if os(Linux)
        let path = "/proc/self/exe"
        #else
        let path = Bundle.main.executablePath ?? ""
        #endif
        var status = stat()
        guard stat(path, &status) == 0 else { return UUID().uuidString }
        let file = FileStatus(status)
        return "\(file.number) \(file.size) \(file.modified) \(MarkdownDocument.parserVersion)"
    }()
}
