import Basics
import CasebookLoading
import Diagnostics
import Site
import Templates

/// The files of a template folder.
public struct TemplateFolder: Sendable {
    /// The files in `layouts/`, named by their paths there without `.mustache`.
    public let layouts: [(name: String, file: SourceFile)]
    /// The files in `partials/`, named by their paths there without `.mustache`.
    public let partials: [(name: String, file: SourceFile)]
    /// The files in `assets/`, with their paths there.
    public let assets: [SourceFile]
    /// The path of the folder.
    let path: String
    /// The paths of symbolic links and other entries that are not read.
    let links: [String]
    /// What is said about copies, which are not used.
    private let copies: [Diagnostic]

    /// Reads a folder and the folders in it. Symbolic links are not followed.
    public static func load(_ path: String) throws(PublishingError) -> TemplateFolder {
        var layouts: [(name: String, file: SourceFile)] = []
        var partials: [(name: String, file: SourceFile)] = []
        var assets: [SourceFile] = []
        var links: [String] = []
        var copies: [Diagnostic] = []
        var found: [String] = []
        try ContentFolder.walk(path) { (relative, kind) throws(PublishingError) in
            if kind == .file { found.append(relative) } else { links.append("\(path)/\(relative)") }
        }
        let all = Set(found)
        for relative in found {
            let slash = relative.lastIndex(of: "/").map { relative.index(after: $0) } ?? relative.startIndex
            let name = String(relative[slash...])
            let original = CopyName.original(of: name, isStrict: true) { all.contains(relative[..<slash] + $0) }
            if let original {
                copies.append(Diagnostic(ConflictCopy(name: name, original: original), path: "\(path)/\(relative)"))
                continue
            }
            let bytes: () throws(PublishingError) -> [UInt8] = { () throws(PublishingError) in
                try Disk.bytes(of: "\(path)/\(relative)")
            }
            if let name = templateName(relative, folder: "layouts/") {
                layouts.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes())))
            } else if let name = templateName(relative, folder: "partials/") {
                partials.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes())))
            } else if relative.hasPrefix("assets/") {
                assets.append(SourceFile(path: String(relative.dropFirst("assets/".count)), bytes: try bytes()))
            }
        }
        return TemplateFolder(
            layouts: layouts, partials: partials, assets: assets, path: path, links: links, copies: copies)
    }

    private static func templateName(_ path: String, folder: String) -> String? {
        let suffix = ".mustache"
        guard path.hasPrefix(folder), path.hasSuffix(suffix) else { return nil }
        return String(path.dropFirst(folder.count).dropLast(suffix.count))
    }

    /// Decodes and compiles the templates.
    ///
    /// - Returns: The templates that could be compiled, and all problems found.
    public func compile() -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        let (layoutTexts, layoutProblems) = Self.decode(layouts)
        let (partialTexts, partialProblems) = Self.decode(partials)
        let (library, problems) = TemplateLibrary.compile(layouts: layoutTexts, partials: partialTexts)
        let aboutFiles = links.map(CasebookReader.problemOfLink) + copies
        return (library, aboutFiles + layoutProblems + partialProblems + problems)
    }

    private static func decode(
        _ files: [(name: String, file: SourceFile)]
    ) -> (texts: [(name: String, text: SourceText)], diagnostics: [Diagnostic]) {
        var texts: [(name: String, text: SourceText)] = []
        var diagnostics: [Diagnostic] = []
        for (name, file) in files {
            let (text, problems) = SourceDecoder.decode(file)
            diagnostics += problems
            if let text { texts.append((name, text)) }
        }
        return (texts, diagnostics)
    }

    /// Whether another folder of the same hash (``update(_:)``) is compiled to the same templates with the same problems.
    func compilesLike(_ other: TemplateFolder) -> Bool { copies == other.copies }

    /// Adds the names and bytes of all files to a hash.
    func update(_ hash: inout ContentHash) {
        for link in links { hash.update("links/\(link)") }
        for (kind, files) in [("layouts", layouts), ("partials", partials), ("assets", assets.map { ($0.path, $0) })] {
            for (name, file) in files {
                hash.update("\(kind)/\(name)")
                hash.update(file.bytes.count)
                hash.update(file.bytes)
            }
        }
    }
}
