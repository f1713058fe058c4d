import Foundation
import Images

/// What a file whose name does not end in `.md` most likely is.
package enum MisnamedFile: Sendable, Hashable {
    /// A text with another name, which should have this one.
    case text(meant: String)
    /// A text to whose name Windows has added an ending that it hides.
    case hiddenEnding(meant: String)
    /// The settings with another name.
    case settings
    /// A document of a word processor.
    case document
    /// A table.
    case table
    case pdf
    /// Slides.
    case slides
    case image
    case other

    /// The kind of a file by its name.
    package init(_ name: String) {
        let folded = name.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces)
        let lower = folded.lowercased()
        func ends(_ endings: String...) -> String? { endings.first { lower.hasSuffix("." + $0) } }
        func stem(_ ending: String) -> String { String(folded.dropLast(ending.count + 1)) }
        if ["casebook.yml", "casebook.yaml", "casebook.yml.txt", "casebook.yaml.txt", "casebook.txt"].contains(lower) {
            self = .settings
        } else if let ending = ends("md.txt", "markdown.txt", "md.md", "md.doc") {
            self = .hiddenEnding(meant: stem(ending) + ".md")
        } else if let ending = ends("md", "markdown", "mdown", "mkd", "mdx", "txt", "text", "mf") {
            self = .text(meant: stem(ending) + ".md")
        } else if ends("docx", "doc", "docm", "odt", "rtf", "pages", "jtd", "jtdc", "wps", "html", "htm") != nil {
            self = .document
        } else if ends("xlsx", "xls", "xlsm", "ods", "csv", "tsv", "numbers") != nil {
            self = .table
        } else if ends("pdf") != nil {
            self = .pdf
        } else if ends("pptx", "ppt", "odp", "key") != nil {
            self = .slides
        } else if ImageFormat(path: lower) != nil {
            self = .image
        } else if !lower.contains(".") {
            self = .text(meant: folded + ".md")
        } else {
            self = .other
        }
    }
}
