import Casebook
import Diagnostics
import Site
import Templates

/// A content folder and a template folder, read and checked as a whole.
public struct SiteSources: Sendable {
    /// All that is wrong, sorted.
    public let diagnostics: [Diagnostic]
    /// The site; nil when an error stands in its way.
    public let plan: SitePlan?
    /// Where images are copied from.
    let content: String
    let assets: [SourceFile]
    /// Nil where there is no plan.
    let inputs: BuildInputs?

    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
    public var warningCount: Int { diagnostics.count - errorCount }

    /// Reads and checks both folders.
    ///
    /// - Parameters:
    ///   - baseURL: Takes the place of the one in `casebook.yml`.
    ///   - jobs: How many threads to use.
    public static func load(
        content: String, templates: String, baseURL: String? = nil, includingDrafts: Bool = false, jobs: Int
    ) throws(PublishingError) -> SiteSources {
        let contentFolder = try ContentFolder.load(content)
        let templateFolder = try TemplateFolder.load(templates)
        let reading = CasebookReader.read(
            files: contentFolder.files, images: contentFolder.images, links: contentFolder.links, root: content,
            includingDrafts: includingDrafts, jobs: jobs)
        var diagnostics = reading.diagnostics
        let (library, templateDiagnostics) = templateFolder.compile()
        let assets = templateFolder.assets
        diagnostics += templateDiagnostics + SitePlan.check(library, assets: assets)
        diagnostics.sort()
        let isSound = !diagnostics.contains { $0.severity == .error }
        let plan = reading.casebook.flatMap {
            isSound ? SitePlan(casebook: $0, templates: library, assets: assets, baseURL: baseURL) : nil
        }
        let inputs = plan.map { BuildInputs($0, content: contentFolder, root: content, templates: templateFolder) }
        return SiteSources(diagnostics: diagnostics, plan: plan, content: content, assets: assets, inputs: inputs)
    }
}
