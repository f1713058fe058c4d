import Authoring
import CasebookLoading
import Desk
import Diagnostics
import TestSupport
import Testing

@Suite struct PlacedProblemTests {
    private func content() throws -> ContentFiles {
        let files = SmallCasebook().files.sorted { $0.key < $1.key }
        let cache = ReadingCache()
        _ = CasebookReader.read(
            paths: files.map { "content/\($0.key)" }, images: [], includingDrafts: true, jobs: 1, reusing: cache,
            stamps: files.indices.map { UInt64($0 + 1) }, bytes: { files[$0].value })
        return try #require(cache.content)
    }

    private func placed(_ old: String, _ new: String, templates: DeskTemplates = .japanese) throws -> [PlacedProblem] {
        let edited = SmallCasebook().replacing(old, with: new, in: "cases/c001.md")
        let bytes = try #require(edited.files["cases/c001.md"])
        let content = try content()
        let found = content.unsaved(at: "cases/c001.md", bytes: bytes, on: nil)
        let text = try #require(SourceDecoder.decode(SourceFile(path: "content/cases/c001.md", bytes: bytes)).text)
        let placement = ProblemPlacement(text, at: "cases/c001.md", schema: content.schema, templates: templates)
        return placement.placed(found.diagnostics) { _ in true }
    }

    @Test(arguments: [
        ("title: 一つ目の事例", "title: ", EditField.key("title"), "「題名」が空です。書いてください。"),
        ("title: 一つ目の事例\n", "", .key("title"), "「題名」が空です。書いてください。"),
        ("category: 就労情報提供\n", "", .key("category"), "「分野」を選んでください。"),
        ("category: 就労情報提供", "category:", .key("category"), "「分野」を選んでください。"),
        ("## 取組・工夫の概要\n\n工夫しました。\n", "", .section("approach"), "「取組・工夫の概要」が空です。書いてください。"),
        ("工夫しました。", "", .section("approach"), "「取組・工夫の概要」が空です。書いてください。"),
    ])
    func whatIsMissingIsEmptyInAForm(old: String, new: String, field: EditField, text: String) throws {
        let found = try placed(old, new)
        #expect(found.map(\.field) == [field] && found.map(\.text) == [text] && found.allSatisfy(\.isError))
    }

    @Test func problemsAreAtTheirFields() throws {
        let term = try placed("category: 就労情報提供", "category: 情報")
        #expect(term.map(\.field) == [.key("category")])
        let list = try placed("actors: [本人, 家族]", "actors:\n  - 本人\n  - 隣人")
        #expect(list.map(\.field) == [.key("actors")])
        let link = try placed("工夫しました。", "一行目です。\n[次](c999.md)")
        #expect(link.map(\.field) == [.section("approach")] && link.map(\.line) == [2])
        #expect(try placed("必要でした。", "[次](c999.md)").map(\.line) == [nil])
    }

    /// What is under no declared heading, or in a key that the form does not have, belongs to no field.
    @Test func otherProblemsAreAtNoField() throws {
        #expect(try placed("actors: [本人, 家族]", "actors: [本人, 家族]\ntitel: x").map(\.field) == [nil])
        let heading = try placed("## 必要性・きっかけ", "[x](c999.md)\n\n## 必要性・きっかけ")
        #expect(heading.contains { $0.field == nil && $0.text.contains("c999") })
    }

    @Test(arguments: [
        ("organizations/hello-work.md", "label: ハローワーク", "label: ", EditField.key("label"), "「名前」が空です。書いてください。"),
        ("pages/call.md", "title: ", "x: ", .key("title"), "「題名」が空です。書いてください。"),
        ("pages/call.md", "募集しています。", "文です。\n[次](../cases/c999.md)", .body, "c999"),
    ])
    func problemsOfOtherFilesAreAtTheirFields(
        location: String, old: String, new: String, field: EditField, text: String
    ) throws {
        let bytes = try #require(SmallCasebook().replacing(old, with: new, in: location).files[location])
        let content = try content()
        let found = content.unsaved(at: location, bytes: bytes, on: nil).diagnostics
        let source = try #require(SourceDecoder.decode(SourceFile(path: "content/\(location)", bytes: bytes)).text)
        let problems = ProblemPlacement(source, at: location, schema: content.schema, templates: .japanese).placed(found) {
            _ in true
        }
        let placed = try #require(problems.first { $0.field == field })
        #expect(placed.text.contains(text) && (field == .body) == (placed.line == 2))
    }

    @Test func namesOfNewFiles() {
        for name in ["job-coach", "a", "2026", "new-file"] { #expect(FileFields.isName(name)) }
        for name in ["", "Job", "job_coach", "a.b", "../x", "a/b", "仕事", "ａ", "a b", "é"] { #expect(!FileFields.isName(name)) }
    }

    @Test func fixesAreNamedAndApplied() throws {
        let edited = SmallCasebook().replacing("必要でした。", with: "前。\n\n・一つ\n・二つ", in: "cases/c001.md")
        let bytes = try #require(edited.files["cases/c001.md"])
        let content = try content()
        let found = content.unsaved(at: "cases/c001.md", bytes: bytes, on: nil).diagnostics
        let text = try #require(SourceDecoder.decode(SourceFile(path: "content/cases/c001.md", bytes: bytes)).text)
        let placement = ProblemPlacement(text, at: "cases/c001.md", schema: content.schema, templates: .japanese)
        let fixes = placement.placed(found) { _ in true }.compactMap(\.fix)
        let first = try #require(fixes.first)
        #expect(String(decoding: try #require(placement.fixed(first, found)), as: UTF8.self).contains("- 一つ"))
        #expect(placement.fixed("x", found) == nil && placement.fixed(first, []) == nil)
        // A fix that changes no field has no button.
        #expect(placement.placed(found) { _ in false }.allSatisfy { $0.fix == nil })
    }

    private func file() throws -> EditableFile {
        let form = try #require(SmallCasebook().readForm().form)
        let bytes = try #require(SmallCasebook().files["cases/c001.md"])
        return try EditableFile(SourceFile(path: "content/cases/c001.md", bytes: bytes), location: "cases/c001.md", form: form)
    }

    @Test func aWholeFormChangesNothing() throws {
        let file = try file()
        var pairs = file.keys.filter { $0.key != "actors" }.map { key in
            FileFields.name(of: .key(key.key)) + "=" + key.value.text(in: .ja)
        }
        // Boxes are sent in the order of the form, not in that of the file.
        pairs += ["m-actors=1", "k-actors=家族", "k-actors=本人"]
        pairs += file.sections.map { FileFields.name(of: .section($0.id)) + "=" + $0.text }
        let fields = try #require(FormFields(pairs.joined(separator: "&").utf8))
        #expect(try file.applying(FileFields.edit(fields, of: file)) == file.file.bytes)
    }

    @Test func fieldsThatAreNotSentChangeNothing() throws {
        let file = try file()
        let none = FileFields.edit(try #require(FormFields("x=1&k-unknown=2&s-unknown=3".utf8)), of: file)
        #expect(none.values.isEmpty && none.sections.isEmpty)
        let unchecked = FileFields.edit(try #require(FormFields("m-actors=1".utf8)), of: file)
        #expect(unchecked.values.keys.sorted() == ["actors"] && unchecked.values["actors"]?.isEmpty == true)
        #expect(FileFields.items("c003、 c010，c011,\nc012,,") == ["c003", "c010", "c011", "c012"])
    }
}
