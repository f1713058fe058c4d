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

    @Test func otherChangesOfTheTermComeAlong() throws {
        let edit = FileEdit(values: ["aliases": .list(["職安", "安定所"])], body: "説明です。")
        let change = try self.edit(casebook, "organizations/hello-work.md").renaming(
            to: "公共職業安定所", keepingOldName: true, with: edit)
        #expect(
            texts(change)["organizations/hello-work.md"]
                == "---\nlabel: 公共職業安定所\naliases: [職安, 安定所, ハローワーク]\n---\n\n説明です。\n")
        #expect(change.cases.map(\.location) == ["cases/c001.md", "cases/c003.md"])
    }

    /// Where a taxonomy requires no term, cases can lose one.
    @Test func aTermIsTakenFromCases() throws {
        let joined = casebook.replacing("actors: [本人, 家族]", with: "actors: 本人、家族 # 人", in: "cases/c001.md")
        let change = try edit(joined, "actors/family.md").removing(replacingBy: nil, takingAway: true)
        #expect(texts(change)["cases/c001.md"]?.contains("\nactors: 本人 # 人\n") == true)
        #expect(texts(change)["cases/c003.md"]?.contains("actors") == false)
        #expect(texts(change)["actors/family.md"] == "-")
        #expect(changed(joined, by: change).read().diagnostics.filter { $0.severity == .error }.isEmpty)
        // A required term cannot be taken away.
        #expect(throws: EditRefusal.self) {
            try edit(casebook, "organizations/hello-work.md").removing(replacingBy: nil, takingAway: true)
        }
    }

    @Test func aFileGetsAnotherName() throws {
        let named = casebook.replacing(
            "organization: 'ハローワーク'   # 主体", with: "organization: Hello-Work # 主体", in: "cases/c003.md")
        let change = try edit(named, "organizations/hello-work.md").moving(to: "job-office")
        #expect(
            change.files.map(\.location) == [
                "cases/c003.md", "casebook.yml", "organizations/job-office.md", "organizations/hello-work.md",
            ])
        #expect(texts(change)["cases/c003.md"]?.contains("organization: ハローワーク # 主体") == true)
        #expect(texts(change)["casebook.yml"]?.contains("terms: [job-office, employer]\n") == true)
        #expect(texts(change)["organizations/hello-work.md"] == "-")
        #expect(changed(named, by: change).read().diagnostics.filter { $0.severity == .error }.isEmpty)
        let linked = named.replacing("募集しています。", with: "[職安](../organizations/hello-work.md)を募集しています。", in: "pages/call.md")
        #expect(throws: EditRefusal.self) { try edit(linked, "organizations/hello-work.md").moving(to: "job-office") }
        #expect(throws: EditRefusal.self) { try edit(named, "organizations/hello-work.md").moving(to: "../x") }
    }

    @Test func aNewTermIsListed() throws {
        func list(_ casebook: SmallCasebook, _ name: String, group: Int? = nil) throws -> String? {
            let file = SourceFile(path: "content/casebook.yml", bytes: try #require(casebook.files["casebook.yml"]))
            let index = try #require(casebook.readForm().form?.questions.firstIndex { $0.key == "organization" })
            let edit = try #require(TermListEdit(file, taxonomy: index, label: "取組主体"))
            return try edit.adding(name, toGroup: group).map { String(decoding: try #require($0.after), as: UTF8.self) }
        }
        #expect(try list(casebook, "school")?.contains("terms: [hello-work, employer, school]\n") == true)
        // What is listed already is not listed twice.
        #expect(try list(casebook, "employer") == nil)
        let quoted = casebook.replacing(
            "terms: [hello-work, employer]", with: "terms: ['hello-work', \"employer\"] # 順", in: "casebook.yml")
        #expect(try list(quoted, "school")?.contains("terms: ['hello-work', \"employer\", school] # 順\n") == true)
        let lines = casebook.replacing(
            "terms: [hello-work, employer]", with: "terms:\n      - hello-work # 一\n      - employer # 二", in: "casebook.yml")
        #expect(try list(lines, "school")?.contains("- employer # 二\n      - school\n") == true)
        let groups = casebook.replacing(
            "terms: [hello-work, employer]",
            with: "groups:\n      - label: 一\n        terms: [hello-work]\n      - label: 二\n"
                + "        terms:\n          - employer",
            in: "casebook.yml")
        #expect(try list(groups, "school", group: 0)?.contains("terms: [hello-work, school]\n") == true)
        #expect(try list(groups, "school", group: 1)?.contains("          - employer\n          - school\n") == true)
        #expect(try list(groups, "school")?.contains("          - employer\n          - school\n") == true)
        // A group that does not exist is the last one.
        #expect(try list(groups, "school", group: 7) == list(groups, "school"))
        #expect(try list(groups, "school", group: -1) == nil)
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
