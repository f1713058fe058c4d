extension Relations {
    /// A case's place among the cases of its primary term.
    public struct Neighbours: Sendable, Hashable {
        public let previous: Int?
        public let next: Int?
        /// Counted from 1.
        public let position: Int
        public let total: Int
    }

    /// The cases before and after a case within its primary term; nil for a case that lists leave out.
    public func neighbours(of index: Int) -> Neighbours? {
        guard let number = terms(of: index).first(where: { taxonomies[Int($0)] == primary }) else { return nil }
        let posting = postings[Int(number)]
        let position = positions[index]
        return Neighbours(
            previous: position > 0 ? posting[position - 1] : nil,
            next: position + 1 < posting.count ? posting[position + 1] : nil, position: position + 1, total: posting.count)
    }
}
