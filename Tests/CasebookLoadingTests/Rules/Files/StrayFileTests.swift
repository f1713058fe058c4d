import TestSupport
import Testing

@testable import CasebookLoading

@Suite struct StrayFileTests {
    @Test(arguments: [
        "Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "._c001.md", ".~lock.form.xlsx#",
        "~$c001.docx",
        "~$c001.md", "~WRL0001.tmp", "c001.tmp", "c001.md.swp", ".c001.md.swp", "c001.md~", "c001.md.bak", "c001.md.bak1",
        "#c001.md#", "Icon\r", "a.crdownload",
    ])
    func filesOfTheSystem(_ name: String) {
        #expect(SystemFiles.isFile(name))
    }

    @Test(arguments: [
        "c001.md", "thumbs.png", "desktop.md", "icon.svg", "style.css", "tmp.md", "bak.png", "template.mustache", "a.db",
        "~c001.md",
        "casebook.yml", "c001.bakery",
    ])
    func otherFiles(_ name: String) {
        #expect(!SystemFiles.isFile(name))
    }

    @Test func foldersOfTheSystem() {
        #expect(["@eaDir", "__MACOSX", ".Spotlight-V100", "$RECYCLE.BIN", ".git"].allSatisfy(SystemFiles.isFolder))
        #expect(!["cases", "images", "eadir", "_old"].contains(where: SystemFiles.isFolder))
    }

    private static let copies = [
        "c001 (1).md", "c001(1).md", "c001（２）.md", "c001 のコピー.md", "c001のコピー.md", "c001 のコピー 2.md", "c001 - コピー.md",
        "c001 - コピー (2).md", "コピー ～ c001.md", "c001 - Copy.md", "c001 copy.md", "c001 copy 2.md", "Copy of c001.md",
        "c001 2.md",
        "c001 (conflicted copy 2026-01-01).md", "c001 (山田's conflicted copy 2026-01-01).md", "c001 (山田の競合コピー 2026-04-01).md",
        "c001 (Case Conflict).md", "c001.sync-conflict-20260401-101010-ABCDEFG.md", "c001-PCNAME.md", "c001-DESKTOP-1A2B3C.md",
        "c001-山田のPC.md", "c001 (1) (1).md",
    ]

    @Test(arguments: copies)
    func aCopyOfACaseIsNamedAndNotRead(_ name: String) throws {
        let collection = SmallCasebook().adding("cases/\(name)", "読めない")
        let problems = collection.problems()
        #expect(problems.map { "\($0.id) \($0.location)" } == ["conflict-copy cases/\(name)"])
        #expect(problems.first?.ja.contains("「c001.md」のコピー") == true)
        #expect(collection.read().casebook?.cases.map(\.id) == ["c001", "c002"])
    }

    @Test(arguments: [
        "casebook (1).yml", "casebook-PCNAME.yml", "casebook のコピー.yml", "casebook (conflicted copy 2026-01-01).yml",
    ])
    func aCopyOfTheSettings(_ name: String) {
        let problems = SmallCasebook().withImages([name]).problems()
        #expect(problems.map { "\($0.id) \($0.location)" } == ["conflict-copy \(name)"])
        #expect(problems.first?.ja.contains("「casebook.yml」のコピー") == true)
    }

    @Test func copiesOfImagesAndTerms() {
        let collection = SmallCasebook().withMap.adding("categories/information (1).md", "x")
        var copy = collection
        copy.images += SmallCasebook().withImages(["images/map (1).png", "images/map-PC01.png"]).images
        #expect(
            copy.problems().map { "\($0.id) \($0.location)" } == [
                "conflict-copy categories/information (1).md", "conflict-copy images/map (1).png",
                "conflict-copy images/map-PC01.png",
            ])
    }

    /// Without the original, and with names that can be those of cases, nothing is a copy.
    @Test func otherNamesAreNoCopies() {
        #expect(SmallCasebook().adding("cases/c009 (1).md", "---\n---\n").problems().contains { $0.id == "unfit-id" })
        let case1 = SmallCasebook().files["cases/c001.md"] ?? []
        for name in ["c001-pc", "c001-2b", "c0011", "c001-copy"] {
            let collection = SmallCasebook().adding("cases/\(name).md", bytes: case1)
            #expect(collection.read().casebook?.cases.count == 3, "\(name)")
        }
    }

    @Test func inTemplatesOnlyNamesThatNobodyWritesAreCopies() {
        let exists = { (name: String) in ["style.css", "Roboto.woff2", "case.mustache"].contains(name) }
        let original = { CopyName.original(of: $0, isStrict: true, exists: exists) }
        #expect(original("style (1).css") == "style.css" && original("style-DESKTOP-1A2B3C.css") == "style.css")
        #expect(original("case - コピー.mustache") == "case.mustache")
        #expect(original("Roboto-Bold.woff2") == nil && original("style-dark.css") == nil && original("style.css") == nil)
        #expect(original("other (1).css") == nil)
    }
}
