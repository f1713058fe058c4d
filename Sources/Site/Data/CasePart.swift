import CasebookModel

/// A part of a file that holds all published cases.
struct CasePart {
    /// The number of cases in a part: large enough that a file has few parts, small enough that a part needs little memory.
    static let size = 64

    /// Indices in `Casebook.cases`.
    let cases: ArraySlice<Int>
    /// Whether the part is the first of the file. A file without cases has one part.
    let isFirst: Bool
    /// Whether the part is the last of the file.
    let isLast: Bool

    /// Returns the content of a file that holds some cases, in parts.
    ///
    /// - Parameters:
    ///   - cases: Indices of the cases.
    ///   - write: Returns the bytes of a part; a pure function.
    static func body(of cases: [Int], _ write: @escaping @Sendable (CasePart) -> [UInt8]) -> Page.Body {
        let count = max(1, (cases.count + size - 1) / size)
        let part = { @Sendable (number: Int) in
            cases[(number * size)..<min((number + 1) * size, cases.count)]
        }
        return .parts(count: count, cases: part) { number in
            write(CasePart(cases: part(number), isFirst: number == 0, isLast: number == count - 1))
        }
    }
}
