extension RandomAccessCollection {
    /// Returns the first index at which a condition is met; `endIndex` if it is met nowhere. At all later indices it has to be met too.
    ///
    /// This is our own code, because it is all that would be used of a library that takes a sixth of the build.
    ///
    /// - Complexity: O(log n).
    @inlinable
    package func partitioningIndex(where isMet: (Element) throws -> Bool) rethrows -> Index {
        var (low, count) = (startIndex, self.count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if try isMet(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
