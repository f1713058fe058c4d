import CasebookModel
import Search
import TestSupport
import Testing

@testable import Site

/// The files of the search of a preview, which follow edits.
@Suite struct LazySearchFilesTests {
    private static func casebook(_ words: (Int) -> String) throws -> Casebook {
        var content = SmallCasebook()
        for number in 100..<340 {
            content = content.adding(
                "cases/n\(number).md",
                """
                ---
                title: 題名\(number)
                category: 1
                organization: 企業
                ---

                ## 必要性・きっかけ

                \(words(number))の記録。

                ## 取組・工夫の概要

                事例\(number)の概要。

                """)
        }
        return try #require(content.read(jobs: 2).casebook)
    }

    private static func files(_ casebook: Casebook, after previous: LazySearchFiles? = nil) -> LazySearchFiles {
        LazySearchFiles(
            SearchableCases(casebook, cases: Array(casebook.cases.indices)), pageRoutes: [.searchRoot], after: previous, jobs: 2
        )
    }

    private static func expectEqual(_ files: LazySearchFiles, _ casebook: Casebook) {
        let (found, expected) = (files.value, Self.files(casebook).value)
        #expect(found.files.root == expected.files.root && found.routes == expected.routes)
        #expect(found.files.files.map(\.bytes) == expected.files.files.map(\.bytes))
    }

    @Test func editedCasesAreCountedAlone() throws {
        let old = try Self.casebook { "実習\($0)" }
        let edited = try Self.casebook { "見学\($0)" }
        let one = old.replacing([(index: 7, new: edited.cases[7])])
        let two = one.replacing([(index: 8, new: edited.cases[8])])
        let first = Self.files(old)
        #expect(first.value.files.index?.countedNow == old.cases.count)
        let second = Self.files(one, after: first)
        Self.expectEqual(second, one)
        #expect(second.value.files.index?.countedNow == 1)
        // Nobody searches between two edits.
        let third = Self.files(two, after: Self.files(one, after: first))
        Self.expectEqual(third, two)
        #expect(third.value.files.index?.countedNow == 2)
        Self.expectEqual(Self.files(old, after: third), old)
    }

    /// Other content may change the meaning of everything in a case.
    @Test func aCasebookThatWasReadAgainIsCountedWhole() throws {
        let old = try Self.casebook { "実習\($0)" }
        let first = Self.files(old)
        _ = first.value
        let second = Self.files(try Self.casebook { "実習\($0)" }, after: first)
        #expect(second.value.files.index?.countedNow == old.cases.count)
    }

    /// A build passes the index on and does not keep it.
    @Test func aBuildStoresTheIndex() throws {
        let casebook = try Self.casebook { "実習\($0)" }
        var stored: SearchIndex?
        let first = Self.files(casebook).value(nil) { stored = $0 }
        let index = try #require(stored)
        #expect(first.files.index == nil)
        let second = Self.files(casebook).value((index, { _ in true })) { stored = $0 }
        #expect(second.routes == first.routes && stored?.countedNow == 0)
    }
}
