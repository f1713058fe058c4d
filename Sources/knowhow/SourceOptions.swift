import ArgumentParser
import Publishing

/// Where content and templates are read, and how strictly.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Option(help: ArgumentHelp("テンプレートのフォルダー The template folder", valueName: "DIR"))
    var templates = "templates"

    @Flag(help: "警告もエラーとして扱います Treat warnings as errors")
    var strict = false

    /// A folder as it was named, without a slash at its end.
    static func folder(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// Looks through both folders.
    func list(baseURL: String? = nil, includingDrafts: Bool = false, jobs: Int) throws(PublishingError) -> SourceFolders {
        try SourceFolders.list(
            content: Self.folder(content), templates: Self.folder(templates), baseURL: baseURL,
            includingDrafts: includingDrafts, jobs: jobs)
    }
}
