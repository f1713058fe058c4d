import Diagnostics

/// What is published of the files below `templates/assets/`.
public enum PublishedAssets {
    /// The assets as a site has them: a folder whose name ends in `.js` or `.css` becomes one file of that name, made of the files in
    /// it that end so too, in order of their paths; scripts and style sheets go without comments and indentation; everything else
    /// stays as it is.
    public static func make(from files: [SourceFile]) -> [SourceFile] {
        var assets: [SourceFile] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let path = bundlePath(of: file.path) ?? file.path
            // A note or a text editor's copy beside the parts of a script is no part of it.
            guard file.path.hasSuffix(path.hasSuffix(".js") ? ".js" : path.hasSuffix(".css") ? ".css" : "") else { continue }
            let bytes = small(file.bytes, path: path)
            if let last = assets.last, last.path == path {
                // A comment of a line ends here, and a byte order mark is none in the middle.
                let end: [UInt8] = last.bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true ? [] : [UInt8(ascii: "\n")]
                let next = bytes.starts(with: "\u{FEFF}".utf8) ? bytes.dropFirst(3) : bytes[...]
                assets[assets.count - 1] = SourceFile(path: path, bytes: last.bytes + end + next)
            } else {
                assets.append(SourceFile(path: path, bytes: bytes))
            }
        }
        return assets.sorted { $0.path < $1.path }
    }

    /// The path of the folder that becomes one file, of those that hold a file; nil where there is none.
    private static func bundlePath(of path: String) -> String? {
        var end = path.startIndex
        while let slash = path[end...].firstIndex(of: "/") {
            if path[..<slash].hasSuffix(".js") || path[..<slash].hasSuffix(".css") { return String(path[..<slash]) }
            end = path.index(after: slash)
        }
        return nil
    }

    private static func small(_ bytes: [UInt8], path: String) -> [UInt8] {
        guard isText(bytes) else { return bytes }
        if path.hasSuffix(".js") { return ScriptTrimmer.trimmed(bytes) ?? bytes }
        if path.hasSuffix(".css") { return StyleTrimmer.trimmed(bytes) ?? bytes }
        return bytes
    }

    /// Whether bytes are what the trimmers know: UTF-8 with line ends as of today, not those of an old Macintosh.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let hasOldEnd = zip(bytes, bytes.dropFirst() + [0]).contains { $0 == UInt8(ascii: "\r") && $1 != UInt8(ascii: "\n") }
        return !hasOldEnd && !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }
}
