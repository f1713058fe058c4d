import Foundation
import Site
import TestSupport
import Testing

@testable import Publishing

/// A build that reuses the stored index of the search gives the same site as one that does not.
@Suite struct StoredIndexTests {
    private struct Workplace {
        let folder: TemporaryFolder
        let cache: BuildCache

        init() throws {
            folder = try EveryName.copy(everyName: false)
            cache = BuildCache(folder: "\(folder.path)/cache")
            for number in 100..<340 { try write(number, "きっかけ\(number)。") }
        }

        func write(_ number: Int, _ text: String, title: String = "題名", status: String = "published") throws {
            try folder.write(
                """
                ---
                title: \(title)\(number)
                category: \(number % 2 + 1)
                organization: A型
                status: \(status)
                ---

                ## 必要性・きっかけ

                \(text)実習の記録。

                ## 取組・工夫の概要

                事例\(number)の概要。

                """, to: "content/cases/n\(number).md")
        }

        func build(into output: String, _ cache: BuildCache?) throws {
            let sources = try SiteSources.load(
                content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: 2)
            _ = try #require(SiteBuild(sources, output: output, jobs: 2, cache: cache)).run()
        }

        var site: String { "\(folder.path)/site" }

        func expectEqualToClean(_ change: String) throws {
            try build(into: site, cache)
            let clean = try TemporaryFolder()
            try build(into: clean.path, nil)
            let (found, expected) = (try TemporaryFolder.files(in: site), try TemporaryFolder.files(in: clean.path))
            let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
            #expect(different == [], "after \(change)")
            #expect(expected.keys.contains { $0.contains("/s") && $0.hasPrefix("search/") })
        }

        /// The files with the index, by what their names end in.
        func stored(_ suffix: String) throws -> String {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/cache")
            return "\(folder.path)/cache/\(try #require(names.first { $0.hasSuffix(suffix) }))"
        }
    }

    @Test func edits() throws {
        let workplace = try Workplace()
        try workplace.expectEqualToClean("the first build")
        _ = try (workplace.stored(".search"), workplace.stored(".pairs"))
        try workplace.write(150, "見学のきっかけ。")
        try workplace.expectEqualToClean("an edit")
        try workplace.write(151, "きっかけ。", title: "新しい題名")
        try workplace.expectEqualToClean("another title")
        try workplace.write(152, "きっかけ。", status: "withdrawn")
        try workplace.expectEqualToClean("a withdrawn case")
        try workplace.write(340, "最後の事例。")
        try workplace.expectEqualToClean("a new case")
        try FileManager.default.removeItem(atPath: "\(workplace.folder.path)/content/cases/n120.md")
        try workplace.expectEqualToClean("a removed case")
        let label = try workplace.folder.text(of: "content/categories/strengths.md")
        try workplace.folder.write(label.replacing("label: ", with: "label: 新しい"), to: "content/categories/strengths.md")
        try workplace.expectEqualToClean("another name of a term")
    }

    @Test func damagedFiles() throws {
        let workplace = try Workplace()
        try workplace.expectEqualToClean("the first build")
        for suffix in [".search", ".pairs"] {
            let file = try workplace.stored(suffix)
            let bytes = try Data(contentsOf: URL(filePath: file))
            for (number, damaged) in [Data(), bytes.prefix(bytes.count / 2), bytes + Data(count: 8), bytes.inverted(at: 100)]
                .enumerated()
            {
                try damaged.write(to: URL(filePath: file))
                try workplace.write(150, "\(suffix)の\(number)度目の変更。")
                try workplace.expectEqualToClean("damage \(number) of \(suffix)")
                #expect(try Data(contentsOf: URL(filePath: file)).count > 1_000)
            }
            try FileManager.default.removeItem(atPath: file)
            try workplace.write(150, "\(suffix)がないときの変更。")
            try workplace.expectEqualToClean("no file \(suffix)")
        }
    }

    @Test func filesThatSomebodyRemoved() throws {
        let workplace = try Workplace()
        try workplace.expectEqualToClean("the first build")
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(workplace.site)/search") where name != "index.js" {
            try FileManager.default.removeItem(atPath: "\(workplace.site)/search/\(name)")
        }
        try workplace.expectEqualToClean("removed folders")
    }
}

extension Data {
    fileprivate func inverted(at offset: Int) -> Data {
        var data = self
        data[data.startIndex + offset] ^= 0xFF
        return data
    }
}
