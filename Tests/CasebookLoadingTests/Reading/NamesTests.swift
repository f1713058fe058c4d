import Basics
import CasebookModel
import CasebookLoading
import Testing

@Suite struct NamesTests {
    @Test(arguments: [
        ("2026/4/1", "2026-04-01"), ("2026年4月1日", "2026-04-01"), ("２０２６．４．１", "2026-04-01"), ("令和8年4月1日", "2026-04-01"),
        ("令和元年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"), ("昭和元年12月25日", "1926-12-25"), ("昭和60年4月1日", "1985-04-01"),
        ("平成元年1月8日", "1989-01-08"), ("令和1年5月1日", "2019-05-01"), ("2026-4-1", "2026-04-01"), ("26-4-1", nil),
        ("2026-13-1", nil), ("2026-02-30", nil), ("来年", nil), ("2026", nil), ("", nil),
    ])
    func datesAsPeopleWriteThem(_ text: String, _ iso: String?) {
        #expect(WrittenDate.read(text)?.iso == iso)
    }

    @Test(arguments: [
        ("index", true), ("index-2", true), ("unstated", true), ("con", true), ("lpt9", true), ("com", false),
        ("index-02", false),
        ("index2", false), ("c001", false), ("x-2", false),
    ])
    func namesThatTheSiteHas(_ name: String, _ isReserved: Bool) {
        #expect(ReservedNames.isReservedID(name) == isReserved)
    }

    @Test func furtherPages() {
        #expect(ReservedNames.pageBase("x-2") == "x")
        #expect(ReservedNames.pageBase("x-12") == "x")
        #expect(ReservedNames.pageBase("x-1") == nil)
        #expect(ReservedNames.pageBase("x-02") == nil)
        #expect(ReservedNames.pageBase("x") == nil)
    }

    @Test func namesAreComparedAsReadersSeeThem() {
        #expect(foldedName("Ａ 型") == foldedName("A型"))
        #expect(foldedName("ｼﾞｮﾌﾞｺｰﾁ") == "ジョブコーチ")
    }
}
