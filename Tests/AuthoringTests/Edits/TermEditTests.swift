@testable import Authoring
import CasebookLoading
import Diagnostics
import TestSupport
import Testing

@Suite struct TermEditTests {
    private func edit(_ casebook: SmallCasebook, _ location: String) throws -> TermEdit {
        let files = casebook.files.sorted { $0.key < $1.key }.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return try TermEdit(location, files: files, form: try #require(casebook.readForm().form))
    }

    /// What a change writes, by the paths of the files.
    private func texts(_ change: ContentChange) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: change.files.map {
                ($0.location, $0.after.map { String(decoding: $0, as: UTF8.self) } ?? "-")
            })
    }

    /// The casebook after a change.
    private func changed(_ casebook: SmallCasebook, by change: ContentChange) -> SmallCasebook {
        change.files.reduce(casebook) { casebook, file in
            file.after.map { casebook.adding(file.location, bytes: $0) } ?? casebook.removing(file.location)
        }
    }

    private let casebook = SmallCasebook().adding(
        "cases/c003.md",
        "---\r\ntitle: 三\r\ncategory: 1 # 分野\r\norganization: 'ハローワーク'   # 主体\r\nactors:\r\n- 家族 # 人\r\n---\r\n\r\n## 必要性・きっかけ\r\n\r\n文\r\n\r\n## 取組・工夫の概要\r\n\r\n文\r\n"
    )

    @Test func renamingChangesTheCasesThatUseTheLabel() throws {
        let change = try edit(casebook, "organizations/hello-work.md").renaming(to: "公共職業安定所", keepingOldName: false)
        // The case that uses another name keeps it.
        #expect(change.files.map(\.location) == ["organizations/hello-work.md", "cases/c001.md", "cases/c003.md"])
        #expect(texts(change)["organizations/hello-work.md"] == "---\nlabel: 公共職業安定所\naliases: [職安]\n---\n")
        #expect(texts(change)["cases/c003.md"]?.contains("\r\norganization: '公共職業安定所'   # 主体\r\n") == true)
        #expect(change.cases[0].parts == [.init(label: Message(ja: "取組主体", en: "取組主体"), before: "ハローワーク", after: "公共職業安定所")])
        #expect(changed(casebook, by: change).read().diagnostics.filter { $0.severity == .error }.isEmpty)
    }

    @Test func theOldNameCanStay() throws {
        let change = try edit(casebook, "organizations/hello-work.md").renaming(to: "職安", keepingOldName: true)
        #expect(texts(change)["organizations/hello-work.md"] == "---\nlabel: 職安\naliases: [ハローワーク]\n---\n")
        #expect(change.cases.map(\.location) == ["cases/c001.md", "cases/c003.md"])
    }

    @Test func namesInOneTextAreFound() throws {
        let joined = casebook.replacing("actors: [本人, 家族]", with: "actors: 本人、家族 # 人", in: "cases/c001.md")
        let change = try edit(joined, "actors/family.md").renaming(to: "親族", keepingOldName: false)
        #expect(texts(change)["cases/c001.md"]?.contains("\nactors: 本人、親族 # 人\n") == true)
        #expect(texts(change)["cases/c003.md"]?.contains("\r\nactors:\r\n- 親族 # 人\r\n") == true)
        // A number or the name of the file still names the term.
        let byNumber = try edit(casebook, "categories/strengths.md").renaming(to: "強み", keepingOldName: false)
        #expect(byNumber.cases.isEmpty)
    }

    @Test func aNameOfAnotherTermIsRefused() throws {
        let refusal = #expect(throws: EditRefusal.self) {
            try edit(casebook, "organizations/employer.md").renaming(to: "職安", keepingOldName: false)
        }
        #expect(refusal?.message.ja == "「職安」は、ほかの項目「ハローワーク」の名前か別名です。違う名前にしてください。")
        #expect(throws: EditRefusal.self) {
            try edit(casebook, "organizations/employer.md").renaming(to: " ", keepingOldName: false)
        }
        #expect(throws: EditRefusal.self) { try edit(casebook, "cases/c001.md") }
        #expect(try edit(casebook, "organizations/employer.md").renaming(to: "企業", keepingOldName: false).files.isEmpty)
    }

    @Test func aTermInUseNeedsAnother() throws {
        let term = try edit(casebook, "organizations/hello-work.md")
        #expect(try term.uses().map(\.location) == ["cases/c001.md", "cases/c002.md", "cases/c003.md"])
        let refusal = #expect(throws: EditRefusal.self) { try term.removing(replacingBy: nil) }
        #expect(refusal?.message.ja == "「ハローワーク」は、3件の事例（c001、c002、c003）で使われています。代わりにする項目を選んでから削除してください。")
        let change = try term.removing(replacingBy: "organizations/employer.md")
        #expect(texts(change)["organizations/hello-work.md"] == "-")
        #expect(texts(change)["casebook.yml"]?.contains("terms: [employer]\n") == true)
        #expect(texts(change)["cases/c002.md"]?.contains("\norganization: 企業\n") == true)
        #expect(changed(casebook, by: change).read().diagnostics.filter { $0.severity == .error }.isEmpty)
        // A case that has both gets one.
        let both = try edit(casebook, "actors/family.md").removing(replacingBy: "actors/person.md")
        #expect(texts(both)["cases/c001.md"]?.contains("\nactors: [本人]\n") == true)
        #expect(texts(both)["cases/c003.md"]?.contains("\r\nactors:\r\n- 本人 # 人\r\n") == true)
    }

    @Test func aTermThatNobodyUsesGoes() throws {
        let change = try edit(casebook, "organizations/employer.md").removing(replacingBy: nil)
        #expect(change.files.map(\.location) == ["casebook.yml", "organizations/employer.md"])
        #expect(texts(change)["casebook.yml"]?.contains("terms: [hello-work]\n") == true)
        let lines = casebook.replacing(
            "terms: [hello-work, employer]", with: "terms:\n      - hello-work # 一\n      - employer # 二", in: "casebook.yml")
        #expect(
            texts(try edit(lines, "organizations/employer.md").removing(replacingBy: nil))["casebook.yml"]?.contains(
                "terms:\n      - hello-work # 一\n  - folder") == true)
        let linked = casebook.replacing("募集しています。", with: "[企業](../organizations/employer.md)を募集しています。", in: "pages/call.md")
        #expect(throws: EditRefusal.self) { try edit(linked, "organizations/employer.md").removing(replacingBy: nil) }
    }
}
