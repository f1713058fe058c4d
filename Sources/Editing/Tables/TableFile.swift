import CasebookLoading
import Diagnostics
import Publishing

/// The table files of `knowhow import`: filled in ones are read, empty forms are created.
public enum TableFile {
    /// Reads a file.
    ///
    /// - Throws: `unreadable`.
    public static func read(_ path: String) throws(PublishingError) -> SourceFile {
        SourceFile(path: path, bytes: try Disk.bytes(of: path))
    }

    /// Reads files, and all tables in folders, in the order of their names. Folders in them are not looked into.
    ///
    /// - Parameter paths: The paths of files and folders.
    /// - Returns: The files, and the names of files in folders that are no tables.
    /// - Throws: `unreadable`.
    public static func readAll(_ paths: [String]) throws(PublishingError) -> (files: [SourceFile], others: [String]) {
        var files: [SourceFile] = []
        var others: [String] = []
        for path in paths {
            guard Disk.status(of: path)?.isFolder == true else {
                files.append(try read(path))
                continue
            }
            var folder = path
            while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
            // `~$` starts the names of the files with which Excel marks that a workbook is open.
            for entry in try Disk.entries(of: folder)
            where entry.kind == .file && !SystemFiles.isFile(entry.name) && !entry.name.hasPrefix("~$") {
                let ending = entry.name.split(separator: ".").last?.lowercased() ?? ""
                if ["csv", "xlsx", "xlsm", "xlsb", "xls", "ods", "numbers"].contains(ending) {
                    files.append(try read("\(folder)/\(entry.name)"))
                } else {
                    others.append(entry.name)
                }
            }
        }
        return (files, others)
    }

    /// Creates a file that must not exist yet. If it cannot be written completely, no file is left.
    ///
    /// - Throws: `taken` if there is a file already; `unwritable`.
    public static func create(_ path: String, with bytes: [UInt8]) throws(PublishingError) {
        try Disk.create(path, with: bytes)
    }
}
