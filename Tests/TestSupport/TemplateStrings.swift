import Diagnostics
import Foundation
import Templates

extension InterfaceStrings {
    /// The words of the interface in `templates/strings/`.
    package static func ofTemplates(_ language: String) throws -> InterfaceStrings {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = "templates/strings/\(language).yml"
        return InterfaceStrings(
            language: language,
            source: SourceText(path: path, utf8: Array(try Data(contentsOf: root.appending(path: path)))))
    }
}
