import CasebookModel

/// The cases that a search finds. Each is known by its index in the casebook, which stays when another is withdrawn.
public struct SearchableCollection: Sendable {
    let casebook: Casebook
    /// Indices in `Casebook.cases`, ascending.
    let cases: [Int]
    /// For each index in `Casebook.cases`, whether the case is found.
    private let isFound: [Bool]

    /// - Parameter cases: Indices of the cases to find, ascending: withdrawn ones are not among them.
    public init(_ casebook: Casebook, cases: [Int]) {
        self.casebook = casebook
        self.cases = cases
        var isFound = [Bool](repeating: false, count: casebook.cases.count)
        for index in cases { isFound[index] = true }
        self.isFound = isFound
    }

    /// The case at an index in the casebook; nil where it is not found.
    func entry(_ index: Int) -> Case? {
        isFound[index] ? casebook.cases[index] : nil
    }

    /// The words of a case's sections without their headings, a line a block.
    func appendBody(of entry: Case, to bytes: inout [UInt8]) {
        for section in entry.sections {
            if !bytes.isEmpty { bytes.append(0x0A) }
            entry.body.document.appendPlainText(blocks: section.blocks, to: &bytes)
        }
    }
}
