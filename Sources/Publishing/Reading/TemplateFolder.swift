import Basics
import CasebookLoading
import Diagnostics
import Site
import Templates

/// The files of a template folder.
public struct TemplateFolder: Sendable {
    /// The files in `layouts/`, named by their paths there without `.mustache`.
    public let layouts: [(name: String, file: SourceFile)]
    /// The files in `partials/`, named by their paths there without `.mustache`.
    public let partials: [(name: String, file: SourceFile)]
    /// The files in `assets/`, with their paths there.
    public let assets: [SourceFile]
    /// The files in `strings/`, named by their languages.
    public let strings: [(name: String, file: SourceFile)]
    /// The files of readings in `strings/`, named by their languages.
    let readings: [(name: String, file: SourceFile)]
    /// The path of the folder; nil for the templates inside the program.
    private(set) var path: String?
    /// The paths of symbolic links and other entries that are not read.
    let links: [String]
    /// What is said about copies, which are not used.
    private let copies: [Diagnostic]

    /// The template folder of a content folder to which nobody named one: `templates` next to it.
    ///
    /// - Parameter content: The path of the content folder.
    /// - Returns: Nil if there is none. Then the templates inside the program are used.
    public static func path(nextTo content: String) -> String? {
        let parts = content.split(separator: "/", omittingEmptySubsequences: false)
        let parent = [".", ".."].contains(parts.last) ? parts + [".."] : parts.dropLast()
        let path = (parent + ["templates"]).joined(separator: "/")
        return Disk.status(of: path) == nil ? nil : path
    }

    /// Reads a folder and the folders in it. Symbolic links are not followed.
    ///
    /// - Parameter folder: The path of the folder; nil for the templates inside the program.
    public static func load(_ folder: String?) throws(PublishingError) -> TemplateFolder {
        guard let path = folder else { return inside }
        var found: [String] = []
        var links: [String] = []
        try ContentFolder.walk(path) { (relative, kind) throws(PublishingError) in
            if kind == .file { found.append(relative) } else { links.append("\(path)/\(relative)") }
        }
        return try sorted(found, of: path, links: links) { (relative) throws(PublishingError) in
            try Disk.bytes(of: "\(path)/\(relative)")
        }
    }

    /// The templates inside the program.
    private static let inside: TemplateFolder = {
        let files = BuiltInTemplates.files
        var folder = sorted(files.map(\.path), of: BuiltInTemplates.path, links: []) { path in
            files.first { $0.path == path }?.bytes ?? []
        }
        folder.path = nil
        return folder
    }()

    /// Sorts files by what they are.
    ///
    /// - Parameters:
    ///   - found: The paths in the folder.
    ///   - path: The path of the folder.
    ///   - links: What is not read.
    ///   - bytes: Reads a file.
    private static func sorted<Failure: Error>(
        _ found: [String], of path: String, links: [String], bytes: (String) throws(Failure) -> [UInt8]
    ) throws(Failure) -> TemplateFolder {
        var layouts: [(name: String, file: SourceFile)] = []
        var partials: [(name: String, file: SourceFile)] = []
        var assets: [SourceFile] = []
        var strings: [(name: String, file: SourceFile)] = []
        var readings: [(name: String, file: SourceFile)] = []
        var copies: [Diagnostic] = []
        let all = Set(found)
        for relative in found {
            let slash = relative.lastIndex(of: "/").map { relative.index(after: $0) } ?? relative.startIndex
            let name = String(relative[slash...])
            let original = CopyName.original(of: name, isStrict: true) { all.contains(relative[..<slash] + $0) }
            if let original {
                copies.append(Diagnostic(ConflictCopy(name: name, original: original), path: "\(path)/\(relative)"))
                continue
            }
            if let name = fileName(relative, folder: "layouts/", suffix: ".mustache") {
                layouts.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes(relative))))
            } else if let name = fileName(relative, folder: "partials/", suffix: ".mustache") {
                partials.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes(relative))))
            } else if let name = fileName(relative, folder: "strings/", suffix: ".yml") {
                strings.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes(relative))))
            } else if let name = fileName(relative, folder: "strings/", suffix: "-readings.csv") {
                readings.append((name, SourceFile(path: "\(path)/\(relative)", bytes: try bytes(relative))))
            } else if relative.hasPrefix("assets/") {
                assets.append(SourceFile(path: String(relative.dropFirst("assets/".count)), bytes: try bytes(relative)))
            }
        }
        return TemplateFolder(
            layouts: layouts, partials: partials, assets: assets, strings: strings, readings: readings, path: path,
            links: links, copies: copies)
    }

    private static func fileName(_ path: String, folder: String, suffix: String) -> String? {
        guard path.hasPrefix(folder), path.hasSuffix(suffix) else { return nil }
        return String(path.dropFirst(folder.count).dropLast(suffix.count))
    }

    /// Decodes and compiles the templates with the words of a language, and checks them.
    ///
    /// - Parameters:
    ///   - language: The language of the site (BCP 47); nil if it is not known, because the settings are not valid.
    ///   - settings: Returns the text of `casebook.yml`, for a message about the language.
    /// - Returns: The templates that could be compiled, the assets as a site publishes them, and all problems found.
    public func compile(
        language: String?, settings: () -> SourceText? = { nil }
    ) -> (library: TemplateLibrary, assets: [SourceFile], diagnostics: [Diagnostic]) {
        let (layoutTexts, layoutProblems) = Self.decode(layouts)
        let (partialTexts, partialProblems) = Self.decode(partials)
        let (strings, isOwn, stringProblems) = strings(for: language, settings)
        let (library, problems) = TemplateLibrary.compile(layouts: layoutTexts, partials: partialTexts, strings: strings)
        let filled = AssetStrings.fill(assets, with: strings, folder: "\(path ?? BuiltInTemplates.path)/assets")
        let published = PublishedAssets.make(from: filled.files)
        let unfit =
            strings.isEmpty
            ? [] : SitePlan.checkStrings(library, usedByAssets: filled.used, reportsUnused: isOwn)
        let aboutFiles = links.map(CasebookReader.problemOfLink) + copies
        return (
            library, published,
            aboutFiles + layoutProblems + partialProblems + stringProblems + problems + filled.diagnostics + unfit
                + SitePlan.check(library, assets: published)
        )
    }

    /// The words of a language, those of this folder or else those inside the program.
    ///
    /// - Returns: The words, whether they are of this folder, and what is wrong with their files.
    private func strings(
        for language: String?, _ settings: () -> SourceText?
    ) -> (strings: InterfaceStrings, isOwn: Bool, diagnostics: [Diagnostic]) {
        // Without a language, the templates are checked with the words of any.
        let wanted = language ?? "ja"
        var unread: [Diagnostic] = []
        for (folder, isOwn) in [(self, true), (Self.inside, path == nil)] {
            guard let (name, file) = Self.best(folder.strings, for: wanted) else { continue }
            let (text, problems) = SourceDecoder.decode(file)
            guard let text else {
                // The other texts are used instead, so that nothing is reported but the file that cannot be read.
                unread += problems
                continue
            }
            let (readings, problemsOfReadings) = readings(for: wanted)
            return (
                InterfaceStrings(language: name, source: text, readings: readings), isOwn,
                unread + problems + problemsOfReadings
            )
        }
        guard let language else { return (.none, false, unread) }
        let (others, isOwn, problems) = strings(for: nil, settings)
        let languages = Set((strings + Self.inside.strings).map(\.name)).sorted()
        let problem = MissingLanguage(language: language, languages: languages)
        let found =
            settings().map { Diagnostic(problem, in: $0, bytes: MissingLanguage.place(in: $0)) }
            ?? Diagnostic(problem, path: "casebook.yml")
        return (others, isOwn, unread + problems + [found])
    }

    /// The readings of the words of a language: those of this folder, then those inside the program.
    private func readings(for language: String) -> (patterns: [ReadingPattern], diagnostics: [Diagnostic]) {
        var patterns: [ReadingPattern] = []
        var diagnostics: [Diagnostic] = []
        for folder in path == nil ? [self] : [self, Self.inside] {
            guard let file = Self.best(folder.readings, for: language)?.file else { continue }
            let (text, problems) = SourceDecoder.decode(file)
            diagnostics += problems
            guard let list = text.map(ReadingList.init) else { continue }
            diagnostics += list.problems
            patterns += list.finder.patterns
        }
        return (patterns, diagnostics)
    }

    /// The file of a language, or of the language without its region and script.
    private static func best(
        _ files: [(name: String, file: SourceFile)], for language: String
    ) -> (name: String, file: SourceFile)? {
        [language, LanguageTag(language).primary].lazy.compactMap { wanted in
            files.first { $0.name.lowercased() == wanted.lowercased() }
        }.first
    }

    private static func decode(
        _ files: [(name: String, file: SourceFile)]
    ) -> (texts: [(name: String, text: SourceText)], diagnostics: [Diagnostic]) {
        var texts: [(name: String, text: SourceText)] = []
        var diagnostics: [Diagnostic] = []
        for (name, file) in files {
            let (text, problems) = SourceDecoder.decode(file)
            diagnostics += problems
            if let text { texts.append((name, text)) }
        }
        return (texts, diagnostics)
    }

    /// Whether another folder of the same hash (``update(_:)``) is compiled to the same templates with the same problems.
    func compilesLike(_ other: TemplateFolder) -> Bool { copies == other.copies }

    /// Adds the names and bytes of all files to a hash.
    func update(_ hash: inout ContentHash) {
        for link in links { hash.update("links/\(link)") }
        for (kind, files) in [
            ("layouts", layouts), ("partials", partials), ("assets", assets.map { ($0.path, $0) }), ("strings", strings),
            ("readings", readings),
        ] {
            for (name, file) in files {
                hash.update("\(kind)/\(name)")
                hash.update(file.bytes.count)
                hash.update(file.bytes)
            }
        }
    }
}
