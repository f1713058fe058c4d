import Site
import Testing

@Suite struct WithdrawnCaseTests {
    private func page(_ keys: String) throws -> String? {
        var site = MiniSite()
        site.layouts[.caseFile] =
            "{{#withdrawn}}取り下げ{{/withdrawn}}{{#withdrawn_reason}}：{{withdrawn_reason}}{{/withdrawn_reason}}"
        site.add("c001", keys: keys)
        return try site.plan().text("cases/c001.html")
    }

    @Test func theReasonIsText() throws {
        #expect(
            try page("status: withdrawn\nwithdrawn: <b>古い</b> & [違う](c002.md)")
                == "取り下げ：&lt;b&gt;古い&lt;/b&gt; &amp; [違う](c002.md)")
        #expect(try page("status: withdrawn") == "取り下げ")
    }

    @Test func otherCasesShowNone() throws {
        #expect(try page("withdrawn: 古い") == "")
        #expect(try page("status: published\nwithdrawn: 古い") == "")
    }
}
