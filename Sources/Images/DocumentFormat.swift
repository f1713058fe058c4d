/// A format of documents that a site may offer beside its pages, recognized by the extension of a file's name.
///
/// Formats that a browser would run as part of the site, such as HTML, and those with macros are not among them.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    case pdf = "PDF"
    case word = "Word"
    case excel = "Excel"
    case powerPoint = "PowerPoint"
    case csv = "CSV"
    case text = "テキスト"
    case zip = "ZIP"

    /// The extension of file names, in lower case, without the dot.
    package var fileExtension: String {
        switch self {
        case .pdf: "pdf"
        case .word: "docx"
        case .excel: "xlsx"
        case .powerPoint: "pptx"
        case .csv: "csv"
        case .text: "txt"
        case .zip: "zip"
        }
    }

    /// Finds the format that a path's extension names; nil for other files.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let fileExtension = path[path.index(after: dot)...]
        guard let format = Self.allCases.first(where: { $0.fileExtension == fileExtension }) else { return nil }
        self = format
    }

    /// Whether a file that starts with these bytes can be of the format. Texts can start with anything.
    package func isPossible(_ start: [UInt8]) -> Bool {
        switch self {
        case .pdf: start.starts(with: "%PDF-".utf8)
        case .word, .excel, .powerPoint, .zip: start.starts(with: [0x50, 0x4B, 0x03, 0x04])
        case .csv, .text: true
        }
    }
}
