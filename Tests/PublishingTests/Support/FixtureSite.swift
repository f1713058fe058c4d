import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

extension Repository {
    /// Reads a fixture that has its own templates.
    static func sources(
        _ name: String, includingDrafts: Bool = false, jobs: Int = 2
    ) throws -> SiteSources {
        try SiteSources.load(
            content: "\(fixture(name))/content", templates: "\(fixture(name))/templates",
            includingDrafts: includingDrafts, jobs: jobs)
    }

    /// Builds a fixture into a folder.
    @discardableResult
    static func build(
        _ name: String, into output: String, includingDrafts: Bool = false, jobs: Int = 2
    ) throws -> BuildSummary {
        let sources = try sources(name, includingDrafts: includingDrafts, jobs: jobs)
        return try #require(SiteBuild(sources, output: output, jobs: jobs)).run()
    }
}

extension ContentFolder {
    /// Reads all files.
    func files() throws -> [SourceFile] {
        try paths.indices.map { SourceFile(path: paths[$0], bytes: try bytes(at: $0)) }
    }
}
