import ArgumentParser
import Publishing

/// The option of the commands that build a site: where it goes.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("サイトを書き出すフォルダー The folder to write the site into", valueName: "DIR"))
    var output = "site"
}

/// The options of the commands that read a whole site: its folders, and whether warnings count as errors.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Option(
        help: ArgumentHelp(
            "テンプレートのフォルダー。指定しなければ、事例のフォルダーの隣の templates か、組み込みのもの The template folder (default: templates next to the content folder, otherwise the built-in templates)",
            valueName: "DIR"))
    var templates: String?

    @Flag(help: "警告もエラーとして扱います Treat warnings as errors")
    var strict = false

    /// The path of a folder without slashes at its end.
    static func folder(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// The path of the template folder; nil for the templates inside the program.
    var templateFolder: String? {
        templates.map(Self.folder) ?? TemplateFolder.path(nextTo: Self.folder(content))
    }

    /// Lists the content and reads the templates.
    func list(
        baseURL: String? = nil, includingDrafts: Bool = false, for use: SourceFolders.Use = .building, jobs: Int
    ) throws(PublishingError) -> SourceFolders {
        try SourceFolders.list(
            content: Self.folder(content), templates: templateFolder, baseURL: baseURL,
            includingDrafts: includingDrafts, for: use, jobs: jobs)
    }
}
