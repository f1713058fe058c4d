import CasebookLoading
import CasebookModel
import Testing

@Suite struct WrittenDateTests {
    @Test(arguments: [
        "2026-04-01", "2026/4/1", "2026.4.1", "2026.04.01", "2026年4月1日", "2026年04月01日", "20260401", "２０２６年４月１日", "２０２６／４／１",
        "２０２６．４．１",
        "２０２６－０４－０１", "2026‐4‐1", "2026・4・1", "R8.4.1", "R8/4/1", "R8-4-1", "R08.04.01", "r8.4.1", "Ｒ８．４．１", "R.8.4.1",
        "R 8.4.1",
        "令和8年4月1日", "令和８年４月１日", "令和八年四月一日", "㋿8年4月1日", "令和8.4.1", "令和 8 年 4 月 1 日", "二〇二六年四月一日", "2026/4/1(水)", "2026年4月1日（水）",
        "2026年4月1日（水曜日）", "2026年4月1日水曜日", "R8.4.1(水)", "2026/4/1 0:00", "2026/4/1 00:00:00", "2026-04-01T00:00:00",
        " 2026-04-01 ",
    ])
    func oneDayInManyForms(_ text: String) {
        #expect(WrittenDate(text) == CalendarDate(iso: "2026-04-01").map { .day($0) })
    }

    @Test(arguments: [
        ("H31.4.30", "2019-04-30"), ("R1.5.1", "2019-05-01"), ("R元.5.1", "2019-05-01"), ("令和元年5月1日", "2019-05-01"),
        ("S64.1.7", "1989-01-07"), ("H1.1.8", "1989-01-08"), ("平成元年1月8日", "1989-01-08"), ("㍻31年4月30日", "2019-04-30"),
        ("S1.12.25", "1926-12-25"), ("昭和49年10月3日", "1974-10-03"), ("S49.10.3", "1974-10-03"), ("T15.12.24", "1926-12-24"),
        ("明治45年7月29日", "1912-07-29"), ("2024-02-29", "2024-02-29"), ("昭和二十三年十一月三日", "1948-11-03"), ("R10.10.10", "2028-10-10"),
    ])
    func erasAndLeapDays(_ text: String, iso: String) {
        #expect(WrittenDate.read(text)?.iso == iso)
    }

    @Test(arguments: [
        ("46113", "2026-04-01"), ("４６１１３", "2026-04-01"), ("25569", "1970-01-01"), ("18264", "1950-01-01"),
        ("73050", "2099-12-31"),
        ("45351", "2024-02-29"),
    ])
    func numbersOfSpreadsheets(_ text: String, iso: String) {
        #expect(WrittenDate(text) == CalendarDate(iso: iso).map { .serial($0) })
        #expect(WrittenDate.read(text) == nil)
    }

    @Test(
        arguments: [
            ("R8.4", .noDay), ("令和8年4月", .noDay), ("2026-04", .noDay), ("2026年4月", .noDay), ("令和８年", .noMonth),
            ("2026", .noMonth),
            ("2026年", .noMonth), ("4/1", .noYear), ("4月1日", .noYear), ("4/1/26", .shortYear), ("26/4/1", .shortYear),
            ("8.4.1", .shortYear),
            ("4/1/2026", .yearLast), ("2026-02-30", .noSuchDay), ("2026-13-01", .noSuchDay), ("R8.2.29", .noSuchDay),
            ("20260230", .noSuchDay),
            ("2026/4/1(月)", .otherWeekday),
        ] as [(String, WrittenDate.Doubt)])
    func whatIsNotCertainIsNotRead(_ text: String, doubt: WrittenDate.Doubt) {
        guard case .unclear(let found, likely: _) = WrittenDate(text) else {
            Issue.record("\(WrittenDate(text))")
            return
        }
        #expect(found == doubt)
    }

    @Test(arguments: [
        ("平成35年4月1日", "2023-04-01"), ("H31.5.1", "2019-05-01"), ("S64.1.8", "1989-01-08"), ("令和1年4月30日", "2019-04-30"),
        ("昭和70年1月1日", "1995-01-01"), ("12/25/2026", "2026-12-25"), ("25/12/2026", "2026-12-25"),
    ])
    func theDayThatIsLikelyMeant(_ text: String, iso: String) {
        guard case .unclear(_, likely: let date) = WrittenDate(text) else {
            Issue.record("\(WrittenDate(text))")
            return
        }
        #expect(date?.iso == iso)
    }

    @Test(arguments: [
        "", "来年", "春", "R", "令和", "R8年度", "令和8年度", "123456", "1234567", "99999", "12345", "00000", "46113.5", "2026-04-01頃",
        "約2026年", "R0.4.1", "R100.4.1",
        "C4.1.1", "2026--04", "2026-4-1-1", "第1回", "一", "日", "(水)", "R8.4.1〜R8.4.2", "202604011",
    ])
    func whatIsNoDate(_ text: String) {
        #expect(WrittenDate(text) == .other)
    }
}
