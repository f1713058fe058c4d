/// A part of a file that goes through all published cases.
struct CasePart {
    /// How many cases a part holds: enough that parts are few, so few that each is small.
    static let size = 64

    /// Indices in `Casebook.cases`.
    let cases: ArraySlice<Int>
    /// Whether it starts the file, as it does where there is no case.
    let isFirst: Bool
    /// Whether it ends the file.
    let isLast: Bool
}

extension SitePlan {
    /// A file that goes through all published cases, in parts.
    ///
    /// - Parameter write: Gives the bytes of a part; a pure function.
    func parts(_ write: @escaping @Sendable (CasePart) -> [UInt8]) -> Page.Body {
        let published = published
        let count = max(1, (published.count + CasePart.size - 1) / CasePart.size)
        return .parts(count: count) { number in
            let start = number * CasePart.size
            return write(
                CasePart(
                    cases: published[start..<min(start + CasePart.size, published.count)], isFirst: number == 0,
                    isLast: number == count - 1))
        }
    }
}
