import Diagnostics

/// The files of a template folder, as they were read.
public struct TemplateFolder: Sendable {
    /// Names below `layouts/` without `.mustache`, with the file.
    public let layouts: [(name: String, file: SourceFile)]
    /// Names below `partials/` without `.mustache`, with the file.
    public let partials: [(name: String, file: SourceFile)]
    /// Paths below `assets/`, with the bytes.
    public let assets: [SourceFile]

    /// Reads a folder and those below it. Symbolic links are not followed.
    public static func load(_ path: String) throws(PublishingError) -> TemplateFolder {
        var layouts: [(name: String, file: SourceFile)] = []
        var partials: [(name: String, file: SourceFile)] = []
        var assets: [SourceFile] = []
        try ContentFolder.walk(path, below: "") { (relative, kind) throws(PublishingError) in
            guard kind == .file else { return }
            let bytes: () throws(PublishingError) -> [UInt8] = { () throws(PublishingError) in
                try Disk.read("\(path)/\(relative)")
            }
            if let name = templateName(relative, folder: "layouts/") {
                layouts.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes())))
            } else if let name = templateName(relative, folder: "partials/") {
                partials.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes())))
            } else if relative.hasPrefix("assets/") {
                assets.append(SourceFile(path: String(relative.dropFirst("assets/".count)), bytes: try bytes()))
            }
        }
        return TemplateFolder(layouts: layouts, partials: partials, assets: assets)
    }

    private static func templateName(_ path: String, folder: String) -> String? {
        let suffix = ".mustache"
        guard path.hasPrefix(folder), path.hasSuffix(suffix) else { return nil }
        return String(path.dropFirst(folder.count).dropLast(suffix.count))
    }
}
