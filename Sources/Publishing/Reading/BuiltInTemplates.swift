import Basics
import CProgram
import CasebookLoading

/// The templates inside the program: the files of `templates/` when it was built.
package enum BuiltInTemplates {
    /// What messages show as the path of the folder.
    static let path = "knowhow:templates"

    /// All files, sorted by path.
    package static let files: [(path: String, bytes: [UInt8])] = {
        var files: [(path: String, bytes: [UInt8])] = []
        while true {
            let file = cprogram_template(UInt(files.count))
            guard let path = file.path else { return files }
            files.append((String(cString: path), Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))))
        }
    }()

    /// The hash of each file by its path.
    static var hashes: [String: UInt64] {
        Dictionary(uniqueKeysWithValues: files.map { ($0.path, ContentHash($0.bytes).value) })
    }
}

/// What this program is.
public enum Program {
    /// The version, such as `0.1.0`.
    public static let version = KNOWHOW_VERSION

    /// The commit that a release was built from; nil in a program that is no release.
    public static var commit: String? {
        let commit = String(cString: cprogram_commit())
        return commit.isEmpty ? nil : commit
    }
}
