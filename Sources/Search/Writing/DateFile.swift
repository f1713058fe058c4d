import CasebookModel

/// Writes the file with the date of each case, which sorting by date needs.
///
/// It is a list with a number for each case of the casebook: the latest date as year, month and day in decimal digits (20260401), or 0 for
/// a case that has no date or cannot be searched.
enum DateFile {
    /// Returns the file; nil if no case has a date.
    static func file(_ searchable: SearchableCases) -> SearchFile? {
        let days = searchable.casebook.cases.indices.map { searchable.entry($0)?.latestDate }
        guard days.contains(where: { $0 != nil }) else { return nil }
        let bytes = SearchScript.bytes { json in
            json.array { json in
                for day in days { json.number(day.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0) }
            }
        }
        return SearchFile(.dates, 0, bytes)
    }
}
