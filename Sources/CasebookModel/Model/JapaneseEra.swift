/// A Japanese era since 1868.
package struct JapaneseEra: Sendable, Hashable {
    package let name: String
    /// The letter that stands for it in `R8.4.1`.
    package let letter: Character
    package let first: CalendarDate
    /// Nil for the present one.
    package let last: CalendarDate?

    /// The year before the era's first.
    package var yearBefore: Int { first.year - 1 }

    /// All eras, the present one first.
    package static let all: [JapaneseEra] = [
        era("令和", "R", "2019-05-01", nil), era("平成", "H", "1989-01-08", "2019-04-30"),
        era("昭和", "S", "1926-12-25", "1989-01-07"), era("大正", "T", "1912-07-30", "1926-12-24"),
        era("明治", "M", "1868-01-25", "1912-07-29"),
    ].compactMap { $0 }

    private static func era(_ name: String, _ letter: Character, _ first: String, _ last: String?) -> JapaneseEra? {
        CalendarDate(iso: first).map {
            JapaneseEra(name: name, letter: letter, first: $0, last: last.flatMap { CalendarDate(iso: $0) })
        }
    }
}
