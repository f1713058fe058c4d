/// The anchors of a page. Few are compared one by one, many are found by hashing.
public struct Anchors: Sendable, Hashable {
    /// In the order of the page.
    public let all: [String]
    private let set: Set<String>?

    public init(_ all: [String]) {
        self.all = all
        set = all.count > 16 ? Set(all) : nil
    }

    /// Whether the page has an anchor.
    public func contains(_ anchor: String) -> Bool {
        set?.contains(anchor) ?? all.contains(anchor)
    }

    public static func == (left: Self, right: Self) -> Bool { left.all == right.all }

    public func hash(into hasher: inout Hasher) { hasher.combine(all) }
}
