import Basics
import CProgram
import Diagnostics

/// The templates inside the program: the files of `templates/` when it was built.
package enum BuiltInTemplates {
    /// What messages show as the path of the folder.
    static let path = "knowhow:templates"

    /// All files, sorted by path.
    package static let files = filesInside(cprogram_template)

    /// The hash of each file by its path.
    package static var hashes: [String: UInt64] {
        Dictionary(uniqueKeysWithValues: files.map { ($0.path, ContentHash($0.bytes).value) })
    }
}

/// The texts for new casebooks inside the program: the files of `Sources/CProgram/starter/`.
package enum BuiltInStarter {
    /// All files in a language, by their paths in the content folder, sorted.
    package static func files(in language: Language) -> [(path: String, bytes: [UInt8])] {
        let folder = language.rawValue + "/"
        return filesInside(cprogram_starter).filter { $0.path.hasPrefix(folder) }.map {
            (String($0.path.dropFirst(folder.count)), $0.bytes)
        }
    }
}

/// The templates, words, style sheets and scripts of the desk inside the program: the files of `Sources/CProgram/desk/`. They are no part
/// of a site.
package enum BuiltInDesk {
    /// All files, sorted by path.
    package static let files = filesInside(cprogram_desk)
}

/// Copies the files of a list inside the program.
private func filesInside(_ file: (UInt) -> cprogram_file) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    while true {
        let file = file(UInt(files.count))
        guard let path = file.path else { return files }
        files.append((String(cString: path), Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))))
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

    /// The arguments of the command line, without the name of the program. Each is nil if it is not UTF-8, with how it is shown.
    public static var arguments: [(text: String?, shown: String)] {
        var arguments: [(text: String?, shown: String)] = []
        var index: Int32 = 1
        while let argument = cprogram_argument(index) ?? argumentOfSwift(index) {
            arguments.append((String(validatingCString: argument), String(cString: argument)))
            index += 1
        }
        return arguments
    }

    private static func argumentOfSwift(_ index: Int32) -> UnsafePointer<CChar>? {
        guard cprogram_argument(0) == nil, index < CommandLine.argc else { return nil }
        return CommandLine.unsafeArgv[Int(index)].map { UnsafePointer($0) }
    }
}
