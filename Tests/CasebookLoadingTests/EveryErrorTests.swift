import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

/// The folders with every error in them have every error in them.
@Suite struct EveryErrorTests {
    /// Reported only where there are more marks on a line than a fixture should have.
    private static let exceptions: Set<String> = ["nested-too-deeply"]

    @Test func everyProblemIsThere() throws {
        var ids: Set<String> = []
        for folder in ["every-error", "every-error-2", "every-error-3", "every-error-4", "every-mark"] {
            let content = "Tests/Fixtures/\(folder)/content"
            let (casebook, diagnostics) = CasebookReader.read(
                files: try FixtureFolder.files(in: content), images: try FixtureFolder.images(in: content),
                includingDrafts: false)
            #expect(casebook == nil)
            ids.formUnion(diagnostics.map(\.id))
        }
        // Advice is no error, and has tests of its own.
        let rules = Rules.all.filter { !($0 is any AdviceRule.Type) }
        let all = Set(rules.map { $0.id }).union(MarkdownProblem.examples.map(\.id))
        #expect(all.subtracting(ids).subtracting(Self.exceptions).sorted() == [])
    }
}
