import CasebookLoading
import Diagnostics
import TestSupport
import Testing

/// Whole addresses: of the own site, and those that only some computers reach.
@Suite struct OwnAddressTests {
    private func problems(_ address: String, base: String = "https://example.jp/k/") -> [String] {
        SmallCasebook().withMap
            .replacing("notice:", with: "base_url: \(base)\nnotice:", in: "casebook.yml")
            .replacing("title: 二", with: "aliases: [old/two.html]\ntitle: 二", in: "cases/c002.md")
            .replacing("工夫しました。", with: "[別の事例](\(address))", in: "cases/c001.md")
            .problems().map { "\($0.id) \($0.location) \($0.suggestions)" }
    }

    @Test(arguments: [
        "https://example.jp/k/", "https://example.jp/k", "https://example.jp/k/index.html",
        "https://example.jp/k/cases/c002.html",
        "http://EXAMPLE.jp/k/cases/c002.html#effect", "https://example.jp/k/cases/", "https://example.jp/k/cases/index-2.html",
        "https://example.jp/k/categories/information.html", "https://example.jp/k/categories/",
        "https://example.jp/k/about.html",
        "https://example.jp/k/search.html?q=a", "https://example.jp/k/old/two.html", "https://example.jp/k/images/map.png",
        "https://example.jp/k/data/cases.csv", "https://example.jp/k/feed.xml", "https://example.jp/k/compare/information.html",
        "https://example.jp/k/booklet.html", "https://example.jp/other/c999.html",
        "https://example.jp.example.com/k/cases/c999.html",
        "https://www.example.jp/k/cases/c999.html", "https://example.jp/k2/c999.html",
    ])
    func addressesThatExistOrAreNotOurs(_ address: String) {
        #expect(problems(address) == [])
    }

    @Test(arguments: [
        ("https://example.jp/k/cases/c999.html", "dead-link cases/c001.md:14:8", []),
        (
            "https://example.jp/k/cases/c02.html", "dead-link cases/c001.md:14:8",
            ["https://example.jp/k/cases/c002.html", "https://example.jp/k/cases/c001.html"]
        ),
        ("https://example.jp/k/cases/c002.md", "dead-link cases/c001.md:14:8", ["https://example.jp/k/cases/c002.html"]),
        ("https://example.jp/k/abuot.html", "dead-link cases/c001.md:14:8", ["https://example.jp/k/about.html"]),
        ("https://example.jp/k/cases/c002.html#efect", "dead-anchor cases/c001.md:14:8", ["effect"]),
        ("https://example.jp/k/images/mapp.png", "dead-link cases/c001.md:14:8", []),
    ])
    func missingOnes(_ address: String, _ problem: String, _ suggestions: [String]) {
        let found = problems(address)
        #expect(found.count == 1 && found.first?.hasPrefix(problem) == true, "\(found)")
        for suggestion in suggestions.prefix(1) { #expect(found.first?.contains(suggestion) == true, "\(found)") }
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080/cases/c002.html", ["c002.md"]),
        ("http://localhost:8080/cases/c002.html#effect", ["c002.md#effect"]),
        ("http://localhost/", []), ("http://192.168.0.5/share/a.pdf", []),
        ("http://nas.local/about.html", ["../pages/about.md"]),
        ("http://[::1]:8080/x", []), ("http://fileserver/a", []), ("http://2130706433/", []),
    ])
    func localAddresses(_ address: String, _ suggestions: [String]) {
        #expect(problems(address) == ["local-address cases/c001.md:14:8 \(suggestions)"])
    }

    @Test(arguments: [
        "http://10.example.com/", "http://localhost.example.jp/", "http://172.32.0.1/", "mailto:a@localhost",
        "https://example.com/localhost",
    ])
    func publicAddresses(_ address: String) {
        #expect(problems(address) == [])
    }

    /// The address that the command line gives counts instead of the one in the settings.
    @Test func theAddressOfTheCommandLine() {
        let collection = SmallCasebook()
            .replacing("工夫しました。", with: "[別の事例](https://example.jp/k/cases/c999.html)", in: "cases/c001.md")
        let sources = collection.files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        for (base, ids) in [("https://example.jp/k/", ["dead-link"]), ("https://example.com/", []), (nil, [])] {
            let reading = CasebookReader.read(
                paths: sources.map(\.path), images: [], includingDrafts: false, baseURL: base, jobs: 1
            ) { (index) throws(Never) in sources[index].bytes }
            #expect(reading.diagnostics.map(\.id) == ids)
        }
    }

    @Test func localAddressesInTheSettings() {
        let found = SmallCasebook()
            .replacing("  name: 編集部", with: "  name: 編集部\n  url: http://user:SECRET@192.168.0.1/", in: "casebook.yml")
            .replacing("  title: 出典の資料", with: "  title: 出典の資料\n  url: http://192.168.0.1/", in: "casebook.yml").problems()
        #expect(
            found.map { "\($0.id) \($0.location)" } == [
                "bad-address casebook.yml:6:8", "local-address casebook.yml:6:8", "local-address casebook.yml:9:8",
            ])
    }
}
