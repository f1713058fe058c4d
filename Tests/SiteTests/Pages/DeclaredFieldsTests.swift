import Foundation
import Images
import Site
import Testing

@Suite struct DeclaredFieldsTests {
    private static let value =
        "{{label}}={{text}}{{#url}} <{{url}}>{{/url}}{{#path}} /{{path}}{{/path}}{{#file_note}} ({{file_note}}){{/file_note}}"
        + "{{#date}} {{iso}}{{/date}}{{#plain}} plain{{/plain}}"

    private func site(_ keys: String, language: String = "ja") -> MiniSite {
        var site = MiniSite()
        site.language = language
        site.fields =
            "[{ key: place, label: 場所, type: text, show: card }, { key: site, label: サイト, type: url }, "
            + "{ key: held, label: 開催日, type: date }, { key: members, label: 人数, type: number, unit: 人, show: card }, "
            + "{ key: hours, label: 時間, type: number, unit: hours }, { key: lift, label: 車いす, type: yes-no }, "
            + "{ key: form, label: 様式, type: file }, { key: ledger, label: 台帳, type: text, show: data }]"
        site.images = [ImageFile(path: "files/form.pdf", byteCount: 12_345) { _ in Array("%PDF-1.4".utf8) }]
        let list = "{{#values}}\(Self.value);{{/values}}{{#has_values}}!{{/has_values}}"
        site.layouts[.caseFile] = list
        site.layouts[.card] = "{{#values}}\(Self.value);{{/values}}"
        site.layouts[.cases] = "{{#groups}}{{#cases}}{{{card}}}{{/cases}}{{/groups}}"
        site.layouts[.booklet] = "{{#parts}}{{#cases}}{{#values}}\(Self.value);{{/values}}{{/cases}}{{/parts}}"
        site.add("c001", keys: keys)
        return site
    }

    private static let all =
        "place: <北区>\nsite: https://example.org/\nheld: 2026-04-01\nmembers: -12345.60\nhours: 3\nlift: いいえ\nform: form.pdf\nledger: A1"

    @Test func pages() throws {
        let plan = try site(Self.all).plan()
        let shown =
            "場所=&lt;北区&gt; plain;サイト=example.org <https://example.org/>;開催日=2026年4月1日 2026-04-01;人数=-12,345.60人 plain;"
            + "時間=3 hours plain;車いす=いいえ plain;様式=form.pdf /files/form.pdf (PDF、12kB);"
        #expect(try plan.text("cases/c001.html") == shown + "!")
        #expect(try plan.text("booklet.html")?.contains("様式=form.pdf /files/form.pdf") == true)
        #expect(try plan.text("cases/index.html")?.contains("場所=&lt;北区&gt; plain;人数=-12,345.60人 plain;") == true)
        #expect(plan.paths.contains("files/form.pdf"))
        for path in plan.paths where path.hasSuffix(".html") {
            #expect(try plan.text(path)?.contains("A1") == false, "\(path)")
        }
    }

    @Test func casesWithoutValues() throws {
        let plan = try site("").plan()
        #expect(try plan.text("cases/c001.html") == "")
        #expect(!plan.paths.contains("files/form.pdf"))
        let withdrawn = try site(Self.all + "\nstatus: withdrawn").plan()
        #expect(try withdrawn.text("cases/c001.html") == "")
        #expect(!withdrawn.paths.contains("files/form.pdf"))
    }

    @Test func longAddressesAreShort() throws {
        let address = "https://example.org/a/long/path/with/many/parts/and/a/page.html?with=query"
        #expect(try site("site: \(address)").plan().text("cases/c001.html")?.hasPrefix("サイト=example.org/… <") == true)
        #expect(
            try site("site: https://example.org/a/b").plan().text("cases/c001.html")?.hasPrefix("サイト=example.org/a/b <") == true
        )
    }

    @Test func openData() throws {
        let plan = try site(Self.all).plan()
        let rows = try #require(try plan.text("data/cases.csv")).split(separator: "\r\n")
        #expect(rows.first?.contains("概要,場所,サイト,開催日,人数,時間,車いす,様式,台帳,公開日") == true)
        #expect(
            rows.last?.contains(",<北区>,https://example.org/,2026-04-01,-12345.60,3,いいえ,files/form.pdf,A1,") == true)
        let json = try #require(try plan.text("data/cases.json"))
        #expect(json.contains("\"members\": -12345.60"))
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let fields = try #require((parsed["cases"] as? [[String: Any]])?.first?["fields"] as? [String: Any])
        #expect(
            fields["lift"] as? Bool == false && fields["hours"] as? Int == 3 && fields["form"] as? String == "files/form.pdf")
        #expect(
            (parsed["fields"] as? [[String: Any]])?.map { $0["type"] as? String } == [
                "text", "url", "date", "number", "number", "yes-no", "file", "text",
            ])
        let texts = try #require(try plan.text("llms-full.txt"))
        #expect(texts.contains("- 人数：\\-12345.60人\n- 時間：3 hours\n- 車いす：いいえ\n"))
        // A casebook without fields says nothing about them.
        var without = MiniSite()
        without.add("c001")
        #expect(try without.plan().text("data/cases.json")?.contains("\"fields\"") == false)
        #expect(try without.plan().text("data/casebook.schema.json")?.contains("\"fields\"") == false)
    }

    @Test func englishWords() throws {
        #expect(try site("lift: はい", language: "en").plan().text("cases/c001.html")?.contains("車いす=Yes plain") == true)
        #expect(try site("lift: はい", language: "en").plan().text("data/cases.csv")?.contains(",yes,") == true)
    }
}
