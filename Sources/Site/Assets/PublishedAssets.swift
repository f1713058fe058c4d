import Basics
import Diagnostics

/// Decides which bytes of the files in `templates/assets/` are published.
public enum PublishedAssets {
    /// Returns the assets as a site publishes them, sorted by path.
    ///
    /// A folder whose name ends in `.js` or `.css` becomes one file of that name: the files in it with the same ending, joined in the
    /// order of their paths. Scripts and style sheets are published without comments and indentation (``CommentStripper``). All other
    /// files are published as they are.
    public static func make(from files: [SourceFile]) -> [SourceFile] {
        var assets: [SourceFile] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let path = bundlePath(of: file.path) ?? file.path
            // A note or an editor's backup next to the parts of a script does not belong to it.
            guard file.path.hasSuffix(path.hasSuffix(".js") ? ".js" : path.hasSuffix(".css") ? ".css" : "") else { continue }
            let bytes = stripped(file.bytes, path: path)
            if let last = assets.last, last.path == path {
                // The line end closes a line comment. A byte order mark is only one at the start of a file.
                let end: [UInt8] = last.bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true ? [] : [UInt8(ascii: "\n")]
                let next = bytes.starts(with: "\u{FEFF}".utf8) ? bytes.dropFirst(3) : bytes[...]
                assets[assets.count - 1] = SourceFile(path: path, bytes: last.bytes + end + next)
            } else {
                assets.append(SourceFile(path: path, bytes: bytes))
            }
        }
        return assets.sorted { $0.path < $1.path }
    }

    /// Returns the path of the folder that becomes one file and contains a file, or nil if there is none.
    private static func bundlePath(of path: String) -> String? {
        var end = path.startIndex
        while let slash = path[end...].firstIndex(of: "/") {
            if path[..<slash].hasSuffix(".js") || path[..<slash].hasSuffix(".css") { return String(path[..<slash]) }
            end = path.index(after: slash)
        }
        return nil
    }

    private static func stripped(_ bytes: [UInt8], path: String) -> [UInt8] {
        guard isText(bytes) else { return bytes }
        if path.hasSuffix(".js") { return CommentStripper.stripped(bytes, .script) ?? bytes }
        if path.hasSuffix(".css") { return CommentStripper.stripped(bytes, .styleSheet) ?? bytes }
        return bytes
    }

    /// Whether bytes are UTF-8 with the line ends LF or CR LF, which the stripper expects.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let scan = bytes.withUnsafeBufferPointer(ByteScan.init)
        let hasLoneReturn =
            scan.hasCarriageReturn
            && zip(bytes, bytes.dropFirst() + [0]).contains {
                $0 == UInt8(ascii: "\r") && $1 != UInt8(ascii: "\n")
            }
        return !hasLoneReturn && scan.nullOffset == nil && scan.invalidOffset == nil
    }
}
