import Authoring
import CasebookLoading
import Diagnostics
import Publishing

/// A new casebook: its content folder with settings, terms, cases, a page and a guide for editors.
public struct NewCasebook: Sendable {
    /// The files by their paths in the folder of the casebook.
    let files: [(path: String, bytes: [UInt8])]
    /// What was decided about the table that it was made from.
    public let decisions: [Message]
    /// All problems that a check of the casebook reports.
    public let diagnostics: [Diagnostic]
    /// How many cases it has.
    public let caseCount: Int

    /// A casebook with two samples.
    public static func ofSamples(in language: Language) -> NewCasebook {
        NewCasebook(.ofSamples(in: language), in: language) { _ in true }
    }

    /// A casebook from the rows of a table.
    ///
    /// - Parameters:
    ///   - table: The path of the table.
    ///   - language: The language of the casebook.
    ///   - encoding: The encoding of the table. `nil` means that it is detected.
    /// - Returns: The casebook; nil if the table has problems, which are returned.
    /// - Throws: `unreadable`.
    public static func read(
        table: String, in language: Language, encoding: CSVEncoding?
    ) throws(PublishingError) -> (casebook: NewCasebook?, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: table, bytes: try Disk.bytes(of: table))
        let name = table.split(separator: "/").last.map(String.init) ?? table
        let title = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let (starter, problems) = Starter.read(file, title: title, in: language, encoding: encoding)
        guard let starter else { return (nil, problems) }
        // The settings, the terms and the cases are those of the table.
        let casebook = NewCasebook(starter, in: language) { $0 == "README.md" || $0.hasPrefix("pages/") }
        let errors = casebook.diagnostics.filter { $0.severity == .error }
        return errors.isEmpty ? (casebook, []) : (nil, errors)
    }

    private init(_ starter: Starter, in language: Language, taking isTaken: (String) -> Bool) {
        var files = BuiltInStarter.files(in: language).filter { isTaken($0.path) }
        for index in files.indices where files[index].path == "README.md" {
            let guide = String(decoding: files[index].bytes, as: UTF8.self)
            files[index].bytes = Array(GuideText.filled(guide, in: language).utf8)
        }
        files += starter.files.map { ($0.path, Array($0.text.utf8)) }
        self.files = files.map { ("content/\($0.path)", $0.bytes) }.sorted { $0.0 < $1.0 }
        decisions = starter.decisions
        caseCount = files.count { $0.path.hasPrefix("cases/") }
        let texts = self.files.filter { !$0.path.hasSuffix("/README.md") }.map { SourceFile(path: $0.path, bytes: $0.bytes) }
        diagnostics = CasebookReader.read(files: texts, images: [], includingDrafts: true).diagnostics
    }

    /// Writes the casebook into a folder that holds no files.
    ///
    /// - Throws: `folderInUse`; `taken`; `notFolder`; `unwritable`.
    public func write(to folder: String) throws(PublishingError) {
        try NewFolder(folder).write(files)
    }
}
