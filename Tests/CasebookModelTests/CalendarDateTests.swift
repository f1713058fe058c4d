import CasebookModel
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false), ("2100-02-29", false),
        ("2026-04-30", true), ("2026-04-31", false), ("2026-12-31", true), ("2026-13-01", false), ("2026-00-01", false),
        ("2026-01-00", false), ("0001-01-01", true), ("0000-01-01", false), ("9999-12-31", true),
    ])
    func daysOfTheCalendar(text: String, exists: Bool) {
        #expect(CalendarDate(iso: text)?.iso == (exists ? text : nil))
    }

    @Test func everyDayOfAYearIsWrittenAsItIsRead() {
        for year in [1, 99, 800, 2024] {
            for month in 1...12 {
                for day in 1...31 {
                    let digits = [(year, 4), (month, 2), (day, 2)].map { number, width in
                        String(repeating: "0", count: width - String(number).count) + String(number)
                    }
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    #expect(date.iso == digits.joined(separator: "-"))
                    #expect(date.japanese == "\(year)年\(month)月\(day)日")
                    #expect(CalendarDate(iso: date.iso) == date)
                }
            }
        }
    }

    @Test(arguments: ["2026-4-1", "2026/04/01", "2026-04-01 ", "２０２６-04-01", "20260401", ""])
    func otherForms(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func datesAreInOrder() {
        let dates = ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "2001-01-01"].compactMap(CalendarDate.init(iso:))
        #expect(dates.count == 5)
        #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
    }

    @Test(arguments: [
        ("2026-04-01", "2026-04-01", 0), ("2026-04-01", "2026-03-31", 1), ("2024-03-01", "2024-02-28", 2),
        ("2023-03-01", "2023-02-28", 1), ("2026-01-01", "2025-12-31", 1), ("2001-01-01", "2000-01-01", 366),
        ("1901-01-01", "1900-01-01", 365), ("2026-03-31", "2026-04-01", -1), ("9999-12-31", "0001-01-01", 3_652_058),
    ])
    func daysBetween(_ later: String, _ earlier: String, _ days: Int) throws {
        #expect(try #require(CalendarDate(iso: later)).days(since: try #require(CalendarDate(iso: earlier))) == days)
    }
}
