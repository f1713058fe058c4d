/// How often each kind of comma is in a text, and where it is first.
struct CommaCounts {
    /// How often one kind of comma is there.
    struct Count {
        private(set) var count = 0
        private(set) var first = 0

        mutating func add(at offset: Int) {
            if count == 0 { first = offset }
            count += 1
        }
    }

    /// The kinds: Japanese, full-width, ASCII between Japanese characters.
    static let marks = ["、", "，", ","]

    var japanese = Count()
    var fullWidth = Count()
    var ascii = Count()

    /// In the order of the marks.
    var all: [Count] { [japanese, fullWidth, ascii] }

    /// Whether there are commas of two sorts.
    var isMixed: Bool {
        (japanese.count > 0 ? 1 : 0) + (fullWidth.count > 0 ? 1 : 0) + (ascii.count > 0 ? 1 : 0) > 1
    }
}
