import Basics

/// The addresses of the desk's pages about one file.
enum DeskPath {
    /// The form for a file, or for a new one in a folder.
    static func form(_ location: String?, in folder: String) -> String {
        guard let location else { return folder == "cases" ? "/desk/cases/new" : "/desk/new/\(percentEncoded(folder))" }
        return folder == "cases" ? "/desk/cases/\(name(location))" : "/desk/files/\(name(location, keepsFolder: true))"
    }

    /// The form for a file.
    static func form(_ location: String) -> String {
        TextFile.allCases.first { $0.location == location }?.address ?? form(location, in: folder(of: location))
    }

    /// The page on which a file is removed.
    static func removal(_ location: String) -> String { "/desk/remove/\(name(location, keepsFolder: true))" }

    /// The page on which a file gets another name.
    static func moving(_ location: String) -> String { "/desk/rename/\(name(location, keepsFolder: true))" }

    /// The earlier versions of a file.
    static func backups(_ location: String) -> String { "/desk/backups?file=\(percentEncoded(location))" }

    /// The name of a file without its folder and `.md`.
    static func name(of location: String) -> String {
        String(location.drop { $0 != "/" }.dropFirst().dropLast(".md".count))
    }

    static func folder(of location: String) -> String { String(location.prefix { $0 != "/" }) }

    private static func name(_ location: String, keepsFolder: Bool = false) -> String {
        let folder = folder(of: location)
        return (keepsFolder ? percentEncoded(folder) + "/" : "") + percentEncoded(name(of: location))
    }
}
