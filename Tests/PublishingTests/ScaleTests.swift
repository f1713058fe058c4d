import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation
import Publishing
import Site
import TestSupport
import Testing

/// Counts the pages and bytes of a thousand cases, which no other program can slow down.
@Suite struct ScaleTests {
    /// Plans a site of `count` cases with the terms of the small casebook.
    private func plan(_ count: Int) throws -> SitePlan {
        let fixture = Repository.fixture("every-feature")
        let folder = try ContentFolder.list("\(fixture)/content")
        let categories = ["情報提供", "強み・興味の把握"]
        let organizations = ["就労移行支援事業所", "A型", "企業"]
        let actors = ["本人", "ジョブコーチ", "家族"]
        let cases = (0..<count).map { number in
            SourceFile(
                path: "\(fixture)/content/cases/n\(number + 10_000).md",
                text: """
                    ---
                    title: 事例の題名\(number)
                    category: \(categories[number % 2])
                    organization: \(organizations[number % 3])
                    actors: [\(actors[number % 3]), \(actors[(number / 3 + number + 1) % 3 == number % 3 ? (number + 1) % 3 : (number / 3 + number + 1) % 3])]
                    ---

                    ## 必要性・きっかけ

                    事例\(number)のきっかけ。

                    ## 取組・工夫の概要

                    事例\(number)の概要。

                    """)
        }
        let (casebook, diagnostics) = CasebookReader.read(
            files: try folder.files().filter { file in
                !["/cases/", "/content/easy/", "/about.md"].contains { file.path.contains($0) }
            } + cases
                + [SourceFile(path: "\(fixture)/content/pages/about.md", text: "---\ntitle: 案内\n---\n\n本文。\n")],
            images: [], root: "\(fixture)/content", includingDrafts: false, jobs: 2)
        #expect(diagnostics.filter { $0.severity == .error } == [])
        let templates = try TemplateFolder.load("\(fixture)/templates")
        return SitePlan(
            casebook: try #require(casebook), templates: templates.compile(language: "ja").library, assets: templates.assets)
    }

    @Test func pagesAndBytesGrowInProportionAndNoPageGrows() throws {
        func measure(_ count: Int) throws -> (routes: Int, bytes: Int, largest: Int) {
            let plan = try plan(count)
            var (bytes, largest) = (0, 0)
            for route in plan.allRoutes() {
                let file = try plan.render(route)
                guard let page = file.body.rendered else { continue }
                bytes += page.count
                let holdsAll = file.path.hasPrefix("data/") && file.path != "data/index.html" || file.path == "llms-full.txt"
                if !holdsAll { largest = max(largest, page.count) }
            }
            return (plan.allRoutes().count, bytes, largest)
        }
        let (few, many) = (try measure(500), try measure(1_000))
        #expect(many.routes > 1_000)
        #expect(many.routes < few.routes * 21 / 10)
        #expect(many.bytes < few.bytes * 21 / 10)
        #expect(many.largest < few.largest * 13 / 10)
    }
}
