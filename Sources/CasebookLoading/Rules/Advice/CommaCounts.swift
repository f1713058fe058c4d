/// How often each kind of comma is in a text, and where it is first.
package struct CommaCounts {
    /// How often one kind of comma is there.
    package struct Count {
        private(set) var count = 0
        private(set) var first = 0

        mutating func add(at offset: Int) {
            if count == 0 { first = offset }
            count += 1
        }
    }

    /// The kinds: Japanese, full-width, ASCII between Japanese characters.
    package static let marks = ["、", "，", ","]

    var japanese = Count()
    var fullWidth = Count()
    var ascii = Count()

    /// In the order of the marks.
    package var all: [Count] { [japanese, fullWidth, ascii] }

    /// Whether there are commas of two sorts.
    package var isMixed: Bool {
        (japanese.count > 0 ? 1 : 0) + (fullWidth.count > 0 ? 1 : 0) + (ascii.count > 0 ? 1 : 0) > 1
    }
}
