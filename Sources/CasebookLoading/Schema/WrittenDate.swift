import CasebookModel
import Foundation

/// Reads dates as people write them in Japanese texts and spreadsheets: `2026/4/1`, `2026年4月1日`, `令和8年4月1日`, `R8.4.1`,
/// `20260401`, in digits and signs of any width, also with a day of the week and a time.
///
/// ```
/// date    = (year sep month sep day | year4 month2 day2) [weekday] [time]
/// year    = year4 | era (1*2digit | "元")
/// era     = "令和" | "平成" | "昭和" | "大正" | "明治" | "R" | "H" | "S" | "T" | "M"   ; letters with an optional dot
/// sep     = "-" | "/" | "." | "・" | "," | "年" | "月"
/// weekday = ["("] ("月" | … | "日") ["曜" ["日"]] [")"]                              ; must be that of the day
/// ```
package enum WrittenDate: Sendable, Hashable {
    /// A day that is certain.
    case day(CalendarDate)
    /// The number with which spreadsheets store a day, and the day if the file counts from 1900.
    case serial(CalendarDate)
    /// Why a text that looks like a date is no certain one, with the day that is likely meant.
    case unclear(Doubt, likely: CalendarDate?)
    /// Not like a date.
    case other

    /// What is missing in a date, or wrong with it.
    package enum Doubt: Sendable, Hashable {
        /// `R8.4`, `2026年4月`
        case noDay
        /// `令和8年`, `2026`
        case noMonth
        /// `4/1`, `4月1日`
        case noYear
        /// `26/4/1`, `8.4.1`
        case shortYear
        /// `4/1/2026`
        case yearLast
        /// `2026-02-30`
        case noSuchDay
        /// `平成35年4月1日`, `令和1年4月1日`: the era had ended or had not begun.
        case outsideEra(era: String, first: CalendarDate, last: CalendarDate?)
        /// `2026/4/1(月)`
        case otherWeekday
    }

    /// Returns the day of a text; `nil` if it is not certain.
    package static func read(_ text: String) -> CalendarDate? {
        if case .day(let date) = WrittenDate(text) { date } else { nil }
    }

    /// Returns the day that spreadsheets store as a number, in the form `2026-04-01`; nil if there is none.
    ///
    /// Day 60 from 1900 is `1900-02-29`, which never was, but which spreadsheets show.
    ///
    /// - Parameters:
    ///   - serial: The number of the day.
    ///   - is1904: Whether day 0 is the first of 1904. Otherwise day 1 is the first of 1900.
    package static func day(ofSerial serial: Int, is1904: Bool) -> String? {
        if is1904 { return CalendarDate(daysSinceMarchOfYearZero: serial + 1_462 + 693_899)?.iso }
        if serial == 60 { return "1900-02-29" }
        return CalendarDate(daysSinceMarchOfYearZero: serial + 693_899 + (serial < 60 ? 1 : 0))?.iso
    }

    /// Reads a text.
    package init(_ text: String) {
        // Long texts are no dates.
        guard text.utf8.count <= 200 else {
            self = .other
            return
        }
        var words = Self.folded(text)
        words = Self.withoutTime(words)
        let weekday = Self.takeWeekday(&words)
        let era = JapaneseEra.take(&words)
        guard let numbers = Self.numbers(words) else {
            self = .other
            return
        }
        self = Self.day(numbers, era: era, isSeparated: numbers.count > 1)
        if let weekday, case .day(let date) = self, date.weekday != weekday { self = .unclear(.otherWeekday, likely: nil) }
    }

    private static func day(_ parts: [Number], era: JapaneseEra?, isSeparated: Bool) -> WrittenDate {
        if let era { return day(parts, of: era) }
        let values = parts.map(\.value)
        switch parts.count {
        case 3 where parts[0].digits == 4 && parts[1].digits <= 2 && parts[2].digits <= 2:
            guard let date = CalendarDate(year: values[0], month: values[1], day: values[2]) else {
                return .unclear(.noSuchDay, likely: nil)
            }
            return .day(date)
        case 3 where parts[2].digits == 4 && parts[0].digits <= 2 && parts[1].digits <= 2:
            // The order of month and day differs between countries.
            let date =
                values[1] > 12
                ? CalendarDate(year: values[2], month: values[0], day: values[1])
                : values[0] > 12 ? CalendarDate(year: values[2], month: values[1], day: values[0]) : nil
            return .unclear(.yearLast, likely: date)
        case 3 where parts.allSatisfy { $0.digits <= 2 }:
            return .unclear(.shortYear, likely: nil)
        case 2 where parts[0].digits == 4 && (1...12).contains(values[1]):
            return .unclear(.noDay, likely: nil)
        case 2 where (1...12).contains(values[0]) && (1...31).contains(values[1]) && parts[1].digits <= 2:
            return .unclear(.noYear, likely: nil)
        case 1 where parts[0].digits == 8:
            let date = CalendarDate(year: values[0] / 10_000, month: values[0] / 100 % 100, day: values[0] % 100)
            return date.map { (1800...2200).contains($0.year) ? .day($0) : .other } ?? .unclear(.noSuchDay, likely: nil)
        case 1 where parts[0].digits == 5 && parts[0].isPlain:
            return CalendarDate(spreadsheetDay: values[0]).map { .serial($0) } ?? .other
        case 1 where parts[0].digits == 4:
            return .unclear(.noMonth, likely: nil)
        default:
            return .other
        }
    }

    private static func day(_ parts: [Number], of era: JapaneseEra) -> WrittenDate {
        let values = parts.map(\.value)
        guard let year = parts.first, year.digits <= 2, year.value > 0 else { return .other }
        switch parts.count {
        case 1: return .unclear(.noMonth, likely: nil)
        case 2: return .unclear(.noDay, likely: nil)
        case 3:
            guard let date = CalendarDate(year: era.yearBefore + year.value, month: values[1], day: values[2]) else {
                return .unclear(.noSuchDay, likely: nil)
            }
            let isInside = date >= era.first && era.last.map { date <= $0 } ?? true
            return isInside
                ? .day(date) : .unclear(.outsideEra(era: era.name, first: era.first, last: era.last), likely: date)
        default: return .other
        }
    }
}

// MARK: - Reading the parts

extension WrittenDate {
    /// A number of a date with its digits as written.
    private struct Number {
        let value: Int
        let digits: Int
        /// Whether nothing is around it.
        var isPlain = true
    }

    /// A text in half-width characters without blanks around it, with ASCII hyphens, and with digits for kanji numerals.
    private static func folded(_ text: String) -> String {
        let hyphens: Set<Character> = ["‐", "‑", "‒", "–", "—", "―", "−", "ー", "─", "－", "ｰ"]
        let mapped = String(text.map { hyphens.contains($0) ? "-" : $0 == "。" ? "." : $0 == "、" ? "," : $0 })
        let folded = mapped.precomposedStringWithCompatibilityMapping.uppercased()
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return withoutKanjiNumerals(folded)
    }

    /// Replaces numerals such as 二十三 and 二〇二六 before 年, 月 and 日.
    private static func withoutKanjiNumerals(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { numerals[$0] != nil || $0 == "十" }) else { return text }
        var result = ""
        var run: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if numerals[scalar] != nil || scalar == "十" {
                run.append(scalar)
                continue
            }
            result += ["年", "月", "日"].contains(scalar) ? digits(run) : String(String.UnicodeScalarView(run))
            run = []
            result.unicodeScalars.append(scalar)
        }
        return result + String(String.UnicodeScalarView(run))
    }

    private static let numerals: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static func digits(_ run: [Unicode.Scalar]) -> String {
        guard let ten = run.firstIndex(of: "十") else { return run.map { String(numerals[$0] ?? 0) }.joined() }
        let tens = run[..<ten].reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }
        let ones = run[(ten + 1)...].reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }
        return run.isEmpty ? "" : String((ten == 0 ? 1 : tens) * 10 + ones)
    }

    /// Removes a time such as `0:00`, `T00:00:00` or `0時0分`, which spreadsheets add to a day.
    private static func withoutTime(_ text: String) -> String {
        guard text.contains(":") else { return text }
        let start = text.lastIndex { $0.isWhitespace || $0 == "T" }
        guard let start, start > text.startIndex else { return text }
        let time = text[text.index(after: start)...]
        guard time.allSatisfy({ $0.isASCII && ($0.isNumber || ":.Z+".contains($0)) }) else { return text }
        return String(text[..<start]).trimmingCharacters(in: .whitespaces)
    }

    /// Takes a day of the week from the end of a text; 0 is Sunday.
    private static func takeWeekday(_ text: inout String) -> Int? {
        let weekdays: [Character] = ["日", "月", "火", "水", "木", "金", "土"]
        let isBracketed = text.hasSuffix(")")
        var rest = Substring(text)
        if isBracketed { rest = rest.dropLast() }
        if rest.hasSuffix("曜日") { rest = rest.dropLast(2) } else if rest.hasSuffix("曜") { rest = rest.dropLast() }
        let isNamed = rest.count < text.count - (isBracketed ? 1 : 0)
        guard isBracketed || isNamed, let last = rest.last, let weekday = weekdays.firstIndex(of: last) else { return nil }
        rest = rest.dropLast()
        if isBracketed {
            guard rest.hasSuffix("(") else { return nil }
            rest = rest.dropLast()
        }
        text = rest.trimmingCharacters(in: .whitespaces)
        return weekday
    }

    /// The numbers of a text that consists of digits and separators of dates only; `nil` for other texts.
    private static func numbers(_ text: String) -> [Number]? {
        var text = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
        if text.hasSuffix("日") { text.removeLast() }
        let endsAtUnit = text.hasSuffix("年") || text.hasSuffix("月")
        if endsAtUnit { text.removeLast() }
        let parts = text.split(omittingEmptySubsequences: false) { "-/.・,年月".contains($0) }
        let numbers = parts.map { part -> Number? in
            guard (1...8).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return Int(part).map { Number(value: $0, digits: part.utf8.count, isPlain: !endsAtUnit) }
        }
        return numbers.contains { $0 == nil } ? nil : numbers.compactMap { $0 }
    }
}

extension JapaneseEra {
    /// Takes the era from the start of a date. The first year may be 元.
    fileprivate static func take(_ text: inout String) -> JapaneseEra? {
        for era in all {
            var rest: Substring
            if text.hasPrefix(era.name) {
                rest = text.dropFirst(era.name.count)
            } else if text.first == era.letter {
                rest = text.dropFirst()
                if rest.first == "." { rest = rest.dropFirst() }
            } else {
                continue
            }
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == "元" { rest = "1" + rest.dropFirst() }
            guard rest.first?.isNumber == true else { return nil }
            text = String(rest)
            return era
        }
        return nil
    }
}

extension CalendarDate {
    /// The day that spreadsheets store as a number, counted from 1900 with a 29 February that never was. From 1950 to 2099 only,
    /// because other numbers are more likely something else.
    fileprivate init?(spreadsheetDay number: Int) {
        guard (18_264...73_050).contains(number) else { return nil }
        self.init(daysSinceMarchOfYearZero: number + 693_899)
    }

    /// A day by the number of days since 1 March of the year 0, in which the leap day is the last of its year.
    fileprivate init?(daysSinceMarchOfYearZero days: Int) {
        let (cycle, dayOfCycle) = (days / 146_097, days % 146_097)
        let year = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let isNextYear = month >= 10
        self.init(
            year: cycle * 400 + year + (isNextYear ? 1 : 0), month: isNextYear ? month - 9 : month + 3, day: day)
    }

    /// The day of the week; 0 is Sunday.
    fileprivate var weekday: Int {
        // Sakamoto's method.
        let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
    }
}

/// Returns a text with ASCII digits and hyphens instead of full-width ones, and without spaces if any character is not ASCII.
package func narrowDigits(_ value: String) -> String {
    if value.utf8.allSatisfy({ $0 < 0x80 }) { return value }
    let hyphens: Set<Character> = ["‐", "‑", "‒", "–", "—", "―", "−", "ー", "─", "－", "ｰ"]
    let mapped = String(value.map { hyphens.contains($0) ? "-" : $0 })
    return mapped.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
}
