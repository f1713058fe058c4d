import Foundation
import Site
import Testing

@Suite struct DataTests {
    @Test func tablesHoldPublishedCasesInTheOrderOfTheirIDs() throws {
        var site = MiniSite()
        site.includesDrafts = true
        site.add("c002", title: "二つ目", keys: "published: 2026-04-01\nsummary: 要約", body: "一。\n\n二。")
        site.add("c001", title: "一つ目")
        site.add("c003", title: "下書き", keys: "status: draft")
        site.add("c004", title: "取り下げ", keys: "status: withdrawn")
        let plan = try site.plan()
        #expect(
            try plan.text("data/cases.csv") == """
                \u{FEFF}事例ID,題名,分野,分野コード,主体,主体コード,要約,概要,公開日,更新日,アドレス\r
                c001,一つ目,仕事,work,窓口,office,,本文。,,,https://example.jp/a/b/cases/c001.html\r
                c002,二つ目,仕事,work,窓口,office,要約,一。 二。,2026-04-01,,https://example.jp/a/b/cases/c002.html\r

                """)
        #expect(
            try plan.text("data/case_tags.csv") == """
                \u{FEFF}事例ID,分類キー,分類,コード,名称\r
                c001,category,分野,work,仕事\r
                c001,organization,主体,office,窓口\r
                c002,category,分野,work,仕事\r
                c002,organization,主体,office,窓口\r

                """)
        #expect(
            try plan.text("data/codes.csv") == """
                \u{FEFF}分類キー,分類,コード,番号,名称,読み,グループ,事例数\r
                category,分野,work,1,仕事,しごと,,2\r
                category,分野,life,2,暮らし,くらし,,0\r
                organization,主体,office,1,窓口,,,2\r

                """)
        let json = try #require(try plan.text("data/cases.json"))
        #expect(!json.contains("下書き"))
        #expect(!json.contains("取り下げ"))
        #expect(json.contains("\"withdrawn\": [\n    \"c004\"\n  ]"))
    }

    /// A table with two columns of the same name cannot be read by name.
    @Test func columnsOfEqualNamesHaveNumbers() throws {
        for (label, column) in [("題名", "題名2"), ("分野", "分野2"), ("公開日", "公開日")] {
            var site = MiniSite()
            site.organizationLabel = label
            site.add("c001")
            let header = try #require(try site.plan().text("data/cases.csv")).dropFirst().prefix { $0 != "\r\n" }
            let columns = header.split(separator: ",").map(String.init)
            #expect(Set(columns).count == columns.count, "\(columns)")
            #expect(columns.contains(column))
        }
    }

    @Test func theIndexPageShowsTheNumberOfRows() throws {
        var site = MiniSite()
        site.layout = "{{title}}{{#footer}} {{path}}{{/footer}}"
        site.layouts[.data] =
            "{{title}}{{#footer}} {{path}}{{/footer}}{{#files}} {{row_count}}{{^row_count}}-{{/row_count}}{{/files}}"
        site.add("c001")
        #expect(try site.plan().text("data/index.html") == "データのダウンロード list.html data/index.html 1 2 3 - -")
    }
}
