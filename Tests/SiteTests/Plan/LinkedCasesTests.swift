import Site
import Testing

/// The related cases on the page of a case.
@Suite struct LinkedCasesTests {
    private func site() -> MiniSite {
        var site = MiniSite()
        site.layouts = [.caseFile: "{{#related}}{{title}} {{reason}} {{path}}\n{{/related}}"]
        return site
    }

    @Test func theEditorsCasesComeFirstInTheirOrder() throws {
        var site = site()
        site.add("c001", title: "甲", keys: "related: [c004, c002]")
        site.add("c002", title: "乙", category: "暮らし")
        site.add("c003", title: "丙")
        site.add("c004", title: "丁", category: "暮らし")
        #expect(
            try site.plan().text("cases/c001.html") == """
                丁 編集者が選んだ事例 cases/c004.html
                乙 編集者が選んだ事例 cases/c002.html
                丙 同じ分野、同じ主体 cases/c003.html

                """)
    }

    /// A withdrawn case has a page without content, so no page leads readers to it, even where the editor named it.
    @Test func aWithdrawnCaseIsNotRelated() throws {
        var site = site()
        site.add("c001", title: "甲", keys: "related: [c002, c003]")
        site.add("c002", title: "乙", keys: "status: withdrawn\nrelated: [c003]")
        site.add("c003", title: "丙", category: "暮らし")
        site.add("c004", title: "丁", keys: "status: withdrawn")
        let plan = try site.plan()
        #expect(try plan.text("cases/c001.html") == "丙 編集者が選んだ事例 cases/c003.html\n")
        // Nor has it related cases itself.
        #expect(try plan.text("cases/c002.html") == "")
    }

    /// At most five, and those that the editor named are not repeated among the others.
    @Test func atMostFiveCasesAreShownEachOnce() throws {
        var site = site()
        site.add("c001", title: "題1", keys: "related: [c003, c002]")
        for number in 2...9 { site.add("c00\(number)", title: "題\(number)", keys: number == 2 ? "status: withdrawn" : "") }
        // A term of more than half of the cases relates none.
        site.addOrganization("x", number: 2)
        for number in 20...29 { site.add("c0\(number)", title: "題\(number)", category: "暮らし", organization: "x") }
        let lines = try #require(try site.plan().text("cases/c001.html")).split(separator: "\n")
        #expect(lines.first == "題3 編集者が選んだ事例 cases/c003.html")
        #expect(lines.count == 5 && Set(lines).count == 5)
        #expect(lines.count { $0.contains("c003") } == 1)
    }
}
