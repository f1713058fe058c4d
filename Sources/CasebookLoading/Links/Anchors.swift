/// The anchors of a page: found by comparing where there are few, by hashing where there are many.
package struct Anchors: Sendable {
    /// In the order of the page.
    package let all: [String]
    private let set: Set<String>?

    package init(_ all: [String]) {
        self.all = all
        set = all.count > 16 ? Set(all) : nil
    }

    package func contains(_ anchor: String) -> Bool {
        set?.contains(anchor) ?? all.contains(anchor)
    }
}
