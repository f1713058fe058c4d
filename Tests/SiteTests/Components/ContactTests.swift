import Site
import Testing

/// Whom readers can ask, on pages, in data and in metadata.
@Suite struct ContactTests {
    private func site() -> MiniSite {
        var site = MiniSite()
        site.contact =
            "{ name: 窓口, department: 案内係, mail: a+b@jirei.test, telephone: 03-5555-0123（代表）, form: \"https://jirei.test/f?a=1&b=2\", hours: 平日 }"
        site.layout =
            "{{#site.contact}}{{name}} {{department}} {{mail}} {{mail_link}} {{telephone}} {{telephone_link}} {{form}} {{hours}} {{case_id}}{{/site.contact}}"
        site.add("c001")
        return site
    }

    @Test func everyPageNamesIt() throws {
        let plan = try site().plan()
        let common = { (subject: String) in
            "窓口 案内係 a+b@jirei.test mailto:a%2Bb@jirei.test\(subject) 03-5555-0123（代表） tel:0355550123 https://jirei.test/f?a=1&amp;b=2 平日 "
        }
        for path in ["index.html", "categories/work.html", "404.html", "about.html"] {
            #expect(try plan.text(path) == common(""), "\(path)")
        }
        // The subject of a mail about a case carries its id.
        #expect(
            try plan.text("cases/c001.html")
                == common("?subject=%E4%BA%8B%E4%BE%8Bc001%E3%81%AB%E3%81%A4%E3%81%84%E3%81%A6") + "c001")
        #expect(!plan.omissions.contains(.contact))
    }

    @Test func dataAndMetadataNameIt() throws {
        var site = site()
        site.layouts[.home] = "{{{structured_data}}}"
        let plan = try site.plan()
        let json = try #require(try plan.text("data/cases.json"))
        #expect(json.contains(#""mail": "a+b@jirei.test""#) && json.contains(#""hours": "平日""#))
        let home = try #require(try plan.text("index.html"))
        #expect(
            home.split(separator: #""contactPoint":{"@type":"ContactPoint","name":"窓口　案内係","email":"a+b@jirei.test""#).count
                == 2)
        #expect(try plan.text("llms.txt")?.contains("- 問い合わせ先：窓口　案内係　03-5555-0123（代表）　a+b@jirei.test") == true)
    }

    @Test func withoutOneNothingIsShown() throws {
        var site = site()
        site.contact = nil
        let plan = try site.plan()
        #expect(try plan.text("index.html") == "" && plan.text("data/cases.json")?.contains("contact") == false)
        #expect(plan.omissions.contains(.contact))
    }
}
