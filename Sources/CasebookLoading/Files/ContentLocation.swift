/// The kind of a file according to its path in the content folder.
package enum ContentLocation: Sendable, Hashable {
    /// `casebook.yml`.
    case settings
    /// `readings.csv`.
    case readings
    /// A Markdown file directly in a folder.
    case file(folder: String, name: String)
    /// A file that is never read: `README.md`, or a name that starts with `.` or `_`.
    case ignored
    /// A file in a wrong place.
    case misplaced(Misplacement)

    /// The folders that every content folder can have.
    static let fixedFolders = ["cases", "easy", "pages", "glossary"]

    /// Determines the kind of a file from its path relative to the content folder.
    package init(_ path: Substring) {
        let bytes = path.utf8
        let slash = UInt8(ascii: "/")
        var partCount = 0
        var last = bytes[...]
        var isHidden = false
        var start = bytes.startIndex
        while true {
            let end = bytes[start...].firstIndex(of: slash) ?? bytes.endIndex
            last = bytes[start..<end]
            partCount += 1
            if last.first == UInt8(ascii: ".") || last.first == UInt8(ascii: "_") { isHidden = true }
            guard end < bytes.endIndex else { break }
            start = bytes.index(after: end)
        }
        if isHidden || last.elementsEqual("README.md".utf8) {
            self = .ignored
        } else if partCount == 1, last.elementsEqual("casebook.yml".utf8) {
            self = .settings
        } else if partCount == 1, last.elementsEqual(ReadingList.fileName.utf8) {
            self = .readings
        } else if !last.suffix(3).elementsEqual(".md".utf8) {
            self = .misplaced(.misnamed(MisnamedFile(String(Substring(last)))))
        } else if partCount == 1 {
            self = .misplaced(.topLevel)
        } else if partCount > 2 {
            self = .misplaced(.nested)
        } else {
            let folder = bytes[..<bytes.index(before: start)]
            self = .file(folder: String(Substring(folder)), name: String(Substring(last.dropLast(3))))
        }
    }
}

/// Why a file is not read.
package enum Misplacement: Sendable, Hashable {
    /// It is in a folder that is not one of these.
    case unknownFolder(name: String, folders: [String])
    /// It is not in any folder.
    case topLevel
    /// It is in a subfolder of one of the known folders.
    case nested
    /// Its name does not end in `.md`, or it is an image outside `images/`.
    case misnamed(MisnamedFile)
    /// It is a symbolic link, or something else that is neither a file nor a folder.
    case link
}
