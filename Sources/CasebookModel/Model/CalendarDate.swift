/// A day of the Gregorian calendar, from year 1 to 9999, without time and time zone.
///
/// It is our own type, because Foundation's dates are points in time and depend on a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Year, month (four bits) and day (five bits), so that numbers are in the order of days.
    private let packed: Int32

    /// The year, 1 to 9999.
    public var year: Int { Int(packed >> 9) }
    /// The month, 1 to 12.
    public var month: Int { Int(packed >> 5 & 15) }
    /// The day of the month, 1 to 31.
    public var day: Int { Int(packed & 31) }

    /// Creates a day; nil if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        packed = Int32(year << 9 | month << 5 | day)
    }

    /// Reads a day in the form `2026-04-01` (ISO 8601, extended format); nil for other texts and days that do not exist.
    public init?(iso text: String) {
        guard text.utf8.count == 10 else { return nil }
        var (year, month, day) = (0, 0, 0)
        for (offset, byte) in text.utf8.enumerated() {
            if offset == 4 || offset == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            let digit = Int(byte - 0x30)
            switch offset {
            case ..<4: year = year * 10 + digit
            case ..<7: month = month * 10 + digit
            default: day = day * 10 + digit
            }
        }
        self.init(year: year, month: month, day: day)
    }

    /// The day in the form `2026-04-01` (ISO 8601, extended format).
    public var iso: String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            bytes.initialize(repeating: UInt8(ascii: "-"))
            for (value, end, width) in [(year, 4, 4), (month, 7, 2), (day, 10, 2)] {
                var rest = value
                for index in stride(from: end - 1, through: end - width, by: -1) {
                    bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
            }
            return 10
        }
    }

    /// The day in the form `2026年4月1日`.
    public var japanese: String { "\(year)年\(month)月\(day)日" }

    /// Returns how many days a day is before this one; negative for a later day.
    public func days(since other: CalendarDate) -> Int { number - other.number }

    /// The number of days since a fixed day, counted from 1 March, so that the leap day is the last of its year.
    private var number: Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.packed < right.packed
    }
}
