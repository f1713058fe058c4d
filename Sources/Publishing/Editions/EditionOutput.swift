import Basics
import CasebookModel
import Images
import Site
import Templates

/// Writes the files of an edition outside of a site, whether or not the casebook asks for the edition.
public enum EditionOutput {
    /// Writes one file per volume. Of several volumes, each file has the name of its volume after the given one.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - sources: The sources of the casebook.
    ///   - path: The path of the file.
    ///   - jobs: How many threads render and write.
    /// - Returns: The paths of the files, none if no case is published; nil if the sources have errors.
    public static func write(
        _ edition: Edition, of sources: SiteSources, to path: String, jobs: Int
    ) throws(PublishingError) -> [String]? {
        guard let plan = sources.plan() else { return nil }
        let routes = plan.routes(to: edition)
        let paths = routes.map { routes.count == 1 ? path : volumePath(path, plan.permalink(of: $0).path) }
        for path in paths { try refuseFile(path, in: [sources.content]) }
        try runInParallel(count: routes.count, jobs: jobs) { (number, _) throws(PublishingError) in
            let bytes = try self.bytes(of: routes[number], plan, sources.content)
            let file = try FileReplacement(paths[number])
            try file.append(bytes)
            try file.finish()
        }
        return paths
    }

    private static func bytes(
        of route: Route, _ plan: SitePlan, _ content: String
    ) throws(PublishingError) -> [UInt8] {
        let page: Page
        do throws(RenderingError) {
            page = try plan.render(route)
        } catch {
            throw .unrenderable(path: error.diagnostic.path, reason: error.diagnostic.message)
        }
        guard case .archive(let entries) = page.body else { return page.body.rendered ?? [] }
        return try Page.archive(entries) { (image) throws(PublishingError) in
            CleanImage.published(try ContentFolder.image(image, in: content), path: image)
        }
    }

    /// Returns the path of a volume's file: `cases.epub` becomes `cases-work-2.epub` for the volume `booklet/work-2.epub`.
    private static func volumePath(_ path: String, _ volume: String) -> String {
        let name = volume.split(separator: "/").last?.split(separator: ".").first ?? ""
        let folder = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[folder...].lastIndex(of: "."), dot > folder else { return "\(path)-\(name)" }
        return "\(path[..<dot])-\(name)\(path[dot...])"
    }
}
