extension Casebook {
    /// The index of the case with an id. O(log cases).
    public func caseIndex(id: String) -> Int? {
        var (low, high) = (0, cases.count)
        while low < high {
            let middle = (low + high) / 2
            if cases[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < cases.count && cases[low].id == id ? low : nil
    }
}
