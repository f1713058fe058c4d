import Authoring
import Diagnostics
@testable import Editing
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct ContentStoreTests {
    private let folder: TemporaryFolder
    private let store: ContentStore
    private let form: CaseForm
    private let date = Date(timeIntervalSince1970: 1_775_000_000)
    private static let location = "cases/c001.md"

    init() throws {
        folder = try TemporaryFolder()
        for (path, bytes) in SmallCasebook().files { try folder.write(Data(bytes), to: "content/\(path)") }
        store = ContentStore(content: "\(folder.path)/content")
        form = try #require(SmallCasebook().readForm().form)
    }

    private func edited(_ title: String) throws -> (bytes: [UInt8], version: FileVersion) {
        let file = try store.load(Self.location, form: form)
        let bytes = try EditableFile(file.source, location: file.location, form: form).applying(
            FileEdit(values: ["title": .text(title)]))
        return (bytes, file.version)
    }

    private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? StoreError)?.kind
        }
    }

    /// The names of all files in the content folder, hidden ones too.
    private func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/content").filter { $0.hasSuffix(".part") }
    }

    @Test func aSaveKeepsTheFormerFile() throws {
        let old = try folder.text(of: "content/cases/c001.md")
        let (bytes, version) = try edited("新")
        let versions = try store.save([.replace(location: Self.location, version: version, bytes: bytes)], form: form, at: date)
        #expect(versions == [FileVersion(of: bytes)])
        #expect(try folder.text(of: "content/cases/c001.md") == old.replacing("一つ目の事例", with: "新"))
        #expect(try folder.text(of: "content/.backup/20260331T233320Z/cases/c001.md") == old)
        let backup = try #require(store.backups(of: Self.location).first)
        #expect(
            backup.date == date && !backup.isOfCommand && store.backups().map(\.id) == [backup.id]
                && store.backup(id: backup.id) == backup)
        #expect(store.bytes(of: Self.location, version: version) == Array(old.utf8))
        // What a killed save left in its folder is no version.
        try folder.write(Data("half".utf8), to: "content/.backup/20260331T233320Z/cases/.c001.md.1.left")
        #expect(store.backups().map(\.location) == [Self.location])
        // Nothing changes, nothing is kept.
        try store.save([.replace(location: Self.location, version: FileVersion(of: bytes), bytes: bytes)], form: form, at: date)
        #expect(store.backups().count == 1)
        // To restore is a save.
        try store.restore(backup, expecting: FileVersion(of: bytes), form: form, at: date)
        #expect(try folder.text(of: "content/cases/c001.md") == old && store.backups(of: Self.location).count == 2)
        #expect(store.backups().map(\.id) == ["20260331T233320Z-002/cases/c001.md", "20260331T233320Z/cases/c001.md"])
        #expect(try names() == [])
    }

    @Test func aFileThatChangedIsNotOverwritten() throws {
        let (bytes, version) = try edited("新")
        try folder.write("---\ntitle: ほか\n---\n", to: "content/cases/c001.md")
        let found = FileVersion(of: Array("---\ntitle: ほか\n---\n".utf8))
        let change = FileChange.replace(location: Self.location, version: version, bytes: bytes)
        #expect(kind { try store.save([change], form: form, at: date) } == .changed(found))
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/cases/c001.md")
        #expect(kind { try store.save([change], form: form, at: date) } == .missing)
        #expect(kind { _ = try store.load(Self.location, form: form) } == .missing)
        #expect(store.backups().isEmpty && !folder.exists("content/cases/c001.md"))
        #expect(kind { try store.save([.create(location: "cases/c002.md", bytes: [])], form: form, at: date) } == .taken)
        // The version that was loaded is still known.
        #expect(store.bytes(of: Self.location, version: version) != nil)
    }

    @Test func onlyFilesOfTheCasebook() throws {
        let outside = "\(folder.path)/outside.md"
        try Data("SECRET".utf8).write(to: URL(filePath: outside))
        for location in [
            "../outside.md", "cases/../../outside.md", outside, "cases/.c001.md", "cases/_c001.md", ".backup/001/cases/c001.md",
            "README.md", "",
            "cases/", "cases", "cases/c001.md\u{0}.md", "cases//c001.md", "other/a.md", "images/a.svg", "cases/c001.txt",
            "cases\\c001.md", "cases/a/b.md",
        ] {
            #expect(kind { _ = try store.load(location, form: form) } == .notInContent, "\(location)")
            #expect(
                kind { try store.save([.create(location: location, bytes: [])], form: form, at: date) } == .notInContent,
                "\(location)")
        }
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/content/cases/c009.md", withDestinationPath: outside)
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/content/glossary", withDestinationPath: folder.path)
        #expect(kind { _ = try store.load("cases/c009.md", form: form) } == .notPlain)
        #expect(kind { _ = try store.load("glossary/outside.md", form: form) } == .notPlain)
        let change = FileChange.replace(location: "cases/c009.md", version: FileVersion(of: Array("SECRET".utf8)), bytes: [])
        #expect(kind { try store.save([change], form: form, at: date) } == .notPlain)
        #expect(kind { try store.save([.create(location: "cases/c009.md", bytes: [])], form: form, at: date) } == .notPlain)
        #expect(try String(decoding: Data(contentsOf: URL(filePath: outside)), as: UTF8.self) == "SECRET")
        #expect(try store.load("casebook.yml", form: nil).bytes == SmallCasebook().files["casebook.yml"])
        #expect(kind { _ = try store.load("actors/person.md", form: nil) } == .notInContent)
    }

    /// What would be wrong only after a change is found in all files; what was wrong before is not said again.
    @Test func errorsThatAChangeMakes() throws {
        try folder.write("---\ntitle: 三\ncategory: 情報\n---\n", to: "content/cases/c003.md")
        let files = try store.files()
        let locations = (SmallCasebook().files.keys + ["cases/c003.md"]).sorted()
        #expect(files.map(\.path) == locations.map { "\(folder.path)/content/\($0)" })
        let version = try store.load("organizations/hello-work.md", form: form).version
        let remove = FileChange.remove(location: "organizations/hello-work.md", version: version)
        let found = try store.newErrors(after: [remove], images: [])
        #expect(Set(found.map(\.id)) == ["missing-term-file", "unknown-term"])
        #expect(!found.contains { $0.path.hasSuffix("cases/c003.md") && $0.message.ja.contains("情報") })
        #expect(try store.newErrors(after: [], images: []).isEmpty)
        let harmless = FileChange.create(location: "pages/more.md", bytes: Array("---\ntitle: 別のページ\n---\n\n文です。\n".utf8))
        #expect(try store.newErrors(after: [harmless], images: []).isEmpty)
    }

    @Test func aSetChangesAsAWhole() throws {
        let files = SmallCasebook().files.sorted { $0.key < $1.key }.map {
            SourceFile(path: "content/\($0.key)", bytes: $0.value)
        }
        let change = try TermEdit("organizations/hello-work.md", files: files, form: form).removing(
            replacingBy: "organizations/employer.md")
        // The last one has changed since.
        try folder.write("---\nlabel: ハローワーク\n---\n", to: "content/organizations/hello-work.md")
        let before = try TemporaryFolder.files(in: "\(folder.path)/content")
        guard case .changed = kind({ try store.save(change.changes, form: form, at: date) }) else {
            Issue.record("not refused")
            return
        }
        #expect(try TemporaryFolder.files(in: "\(folder.path)/content") == before)
        try folder.write(
            Data(SmallCasebook().files["organizations/hello-work.md"] ?? []), to: "content/organizations/hello-work.md")
        try store.save(change.changes, form: form, at: date)
        #expect(!folder.exists("content/organizations/hello-work.md"))
        #expect(try folder.text(of: "content/cases/c001.md").contains("organization: 企業"))
        // What was removed can be restored.
        let backup = try #require(store.backups(of: "organizations/hello-work.md").first)
        try store.restore(backup, expecting: nil, form: form, at: date)
        #expect(folder.exists("content/organizations/hello-work.md") && store.backups().count == 4)
    }

    @Test func aSetThatFailsInTheMiddleIsChangedBack() throws {
        let content = "\(folder.path)/content"
        try FileManager.default.createDirectory(atPath: "\(content)/glossary", withIntermediateDirectories: true)
        let (first, last) = ("cases/c001.md", "cases/c002.md")
        let old = try [first, last].map { try folder.text(of: "content/\($0)") }
        let root = try OpenFolder(content)
        // The last file is changed by somebody else while the set is written: its bytes before are not those that are there.
        let changes: [FileSet.Change] = [
            .init(location: first, before: Array(old[0].utf8), after: Array("a".utf8)),
            .init(location: "glossary/new.md", before: nil, after: Array("b".utf8)),
            .init(location: last, before: Array(old[1].utf8), after: Array("c".utf8)),
        ]
        let error = #expect(throws: PublishingError.self) {
            try FileSet.write(changes, in: root, backup: "20260331T233320Z") { location in
                if location == last { try? Data("x".utf8).write(to: URL(filePath: "\(content)/\(last)")) }
            }
        }
        #expect(error?.kind == .changedMeanwhile)
        #expect(try folder.text(of: "content/\(first)") == old[0] && folder.text(of: "content/\(last)") == "x")
        #expect(!folder.exists("content/glossary/new.md") && store.backups().isEmpty)
        #expect(try names() == [])
    }

    @Test func fiftyVersionsOfAFileAreKept() throws {
        for number in 0..<60 {
            let (bytes, version) = try edited("題\(number)")
            try store.save(
                [.replace(location: Self.location, version: version, bytes: bytes)], form: form, at: date + Double(number))
        }
        let backups = store.backups(of: Self.location)
        #expect(backups.count == ContentStore.backupsPerFile)
        #expect(try String(decoding: store.bytes(of: backups[0]), as: UTF8.self).contains("title: 題58\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/content/.backup").count == 50)
    }

    @Test func newCasesGetTheNextNumber() throws {
        let copy = try EditableFile(store.load(Self.location, form: form).source, location: Self.location, form: form)
            .draftCopy(title: "写し")
        #expect(try store.createCase(copy) == "cases/c003.md")
        try FileManager.default.createDirectory(atPath: "\(folder.path)/原稿", withIntermediateDirectories: true)
        #expect(try ContentStore(content: "\(folder.path)/原稿").createCase(copy) == "cases/c001.md")
        #expect(try store.createCase(copy) == "cases/c004.md" && folder.text(of: "content/cases/c003.md").contains("title: 写し"))
    }

    @Test(.enabled(if: geteuid() == 0)) func aFullOrReadOnlyDiskChangesNothing() throws {
        let disk = "\(folder.path)/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        func run(_ arguments: String...) throws -> Bool {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = arguments
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
        guard try run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk) else { return }
        defer { _ = try? run("umount", "-l", disk) }
        for (path, bytes) in SmallCasebook().files { try folder.write(Data(bytes), to: "disk/\(path)") }
        let store = ContentStore(content: disk)
        let old = try store.load(Self.location, form: form)
        let large = old.bytes + Array(repeating: 0x61, count: 300_000)
        let change = FileChange.replace(location: Self.location, version: old.version, bytes: large)
        #expect(kind { try store.save([change], form: form, at: date) } == .full)
        #expect(kind { _ = try store.createCase(large) } == .full)
        #expect(try store.load(Self.location, form: form).version == old.version && store.backups().isEmpty)
        let small = FileChange.replace(location: Self.location, version: old.version, bytes: old.bytes + [0x0A])
        #expect(try run("mount", "-o", "remount,ro", disk))
        #expect(kind { try store.save([small], form: form, at: date) } == .readOnly)
        #expect(try run("mount", "-o", "remount,rw", disk))
        try store.save([small], form: form, at: date)
        #expect(try store.load(Self.location, form: form).bytes == old.bytes + [0x0A])
    }

    @Test func messagesSayWhatToDo() {
        for error in StoreError.examples {
            #expect(error.message.ja.hasSuffix("。") && error.message.en.hasSuffix("."))
        }
        #expect(
            FileVersion("0123456789abcdef")?.text == "0123456789abcdef"
                && FileVersion("+123456789abcdef") != FileVersion("0123456789abcdef"))
        #expect(FileVersion("") == nil && FileVersion("xyz") == nil)
    }
}
