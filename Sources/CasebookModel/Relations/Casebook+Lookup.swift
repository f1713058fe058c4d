import Algorithms

extension Casebook {
    /// Returns the index of the case with an id. O(log n) in the number of cases.
    public func caseIndex(id: String) -> Int? {
        let index = cases.partitioningIndex { $0.id >= id }
        return index < cases.count && cases[index].id == id ? index : nil
    }
}
