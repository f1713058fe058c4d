import CasebookModel
import CasebookLoading
import Diagnostics
import TestSupport
import Testing

/// The order of the files and the number of threads change nothing.
@Suite struct DeterminismTests {
    /// Cases of which every seventh has something wrong, if asked for.
    private func files(_ count: Int, withErrors: Bool) -> [SourceFile] {
        var collection = SmallCasebook()
        for number in 3..<count + 3 {
            let isWrong = withErrors && number % 7 == 0
            let digits = String(number)
            let id = "c" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            collection.files["cases/\(id).md"] = Array(
                """
                ---
                title: \(number)番目の事例
                category: \(isWrong ? "就労情報提共" : "就労情報提供")
                organization: \(number % 2 == 0 ? "職安" : "企業")
                actors: [家族, \(isWrong ? "家族" : "本人")]
                related: [c001, c002]
                ---

                ## 必要性・きっかけ

                [前](c002.md#effect)の続き。

                ## 取組・工夫の概要

                \(isWrong ? "" : "工夫しました。")

                """.utf8)
        }
        return collection.files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
    }

    private func read(_ files: [SourceFile], jobs: Int) -> (summary: String, diagnostics: [Diagnostic]) {
        let (casebook, diagnostics) = CasebookReader.read(files: files, images: [], includingDrafts: false, jobs: jobs)
        let summary = casebook.map { book in
            book.cases.map { entry in
                let targets = entry.body.targets.map { "\($0.key)=\($0.value)" }.sorted()
                return "\(entry.id) \(entry.title) \(entry.terms) \(entry.related) \(entry.sections) \(targets)"
            }.joined(separator: "\n")
        }
        return (summary ?? "none", diagnostics)
    }

    @Test(arguments: [false, true])
    func neitherOrderNorThreadsMatter(withErrors: Bool) {
        let files = files(60, withErrors: withErrors).sorted { $0.path < $1.path }
        let expected = read(files, jobs: 1)
        #expect((expected.summary == "none") == withErrors)
        #expect(expected.diagnostics.isEmpty != withErrors)
        for jobs in [1, 8] {
            for _ in 0..<4 {
                let result = read(files.shuffled(), jobs: jobs)
                #expect(result.summary == expected.summary)
                #expect(result.diagnostics == expected.diagnostics)
            }
        }
    }

    @Test func aThousandCasesAreAllThere() throws {
        let files = files(1000, withErrors: false)
        let (casebook, diagnostics) = CasebookReader.read(files: files, images: [], includingDrafts: false, jobs: 2)
        #expect(diagnostics == [])
        let book = try #require(casebook)
        #expect(book.cases.count == 1002)
        #expect(book.cases.map(\.id) == book.cases.map(\.id).sorted())
        #expect(book.cases.dropFirst(2).allSatisfy { $0.terms[2] == [0, 1] && $0.body.targets.count == 1 })
        #expect(book.cases.allSatisfy { entry in book.caseIndex(id: entry.id).map { book.cases[$0].title } == entry.title })
    }

    /// What is near a dead link is looked for in a window of the alphabet, not in the whole collection.
    @Test func nothingNearIsSearchedFarAway() {
        let files = files(1000, withErrors: false)
        let sources = files.map { file in
            ContentFile(
                ParsedFile(
                    role: .caseFile, location: String(file.path.dropFirst(8)), name: "x",
                    text: SourceText(path: file.path, utf8: []), fields: []))
        }
        let settings = SmallCasebook.texts["casebook.yml"] ?? ""
        let file = ParsedFile(
            role: .settings, location: "casebook.yml", name: "casebook",
            text: SourceText(path: "casebook.yml", utf8: Array(settings.utf8)), fields: Field.ofSettings(advice: []))
        let schema = Schema(file.record, in: file.text, isWellFormed: true)
        let content = ContentFiles(
            root: "content", schema: schema, files: sources, terms: [], unreadable: [], images: [], includingDrafts: false)
        #expect(content.names(near: "x", in: "cases").count <= 200)
    }
}
