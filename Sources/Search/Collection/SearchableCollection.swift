import Casebook

/// The cases that a search finds, in the order in which they count: a case's number is its place here.
public struct SearchableCollection: Sendable {
    let casebook: Casebook
    /// Indices in `Casebook.cases`, ascending.
    let cases: [Int]

    /// - Parameter cases: Indices of the cases to find, ascending: withdrawn ones are not among them.
    public init(_ casebook: Casebook, cases: [Int]) {
        self.casebook = casebook
        self.cases = cases
    }

    /// The words of a case's sections without their headings, a line a block.
    func appendBody(of entry: Case, to bytes: inout [UInt8]) {
        for section in entry.sections {
            if !bytes.isEmpty { bytes.append(0x0A) }
            entry.body.document.appendPlainText(blocks: section.blocks, to: &bytes)
        }
    }
}
