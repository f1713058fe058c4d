import Casebook

extension Casebook {
    /// The newest of some cases: the latest date first, then those without one; at the same date and among those without, the
    /// last id first. O(cases × log cases).
    ///
    /// - Parameter cases: In the casebook's order.
    func newest(_ cases: [Int], by date: (Case) -> CalendarDate?, limit: Int) -> [Int] {
        var dated: [(date: CalendarDate, index: Int)] = []
        var undated: [Int] = []
        for index in cases {
            if let date = date(self.cases[index]) { dated.append((date, index)) } else { undated.append(index) }
        }
        dated.sort { ($0.date, $0.index) > ($1.date, $1.index) }
        return (dated.prefix(limit).map(\.index) + undated.reversed().prefix(limit)).prefix(limit).map { $0 }
    }
}
