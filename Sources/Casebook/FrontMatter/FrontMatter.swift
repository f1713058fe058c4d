/// A front matter taken apart line by line, right or wrong.
struct FrontMatter: Sendable {
    /// A key with its value, at the top or in a nested map.
    struct Entry: Sendable {
        /// The key as it is meant: without odd spaces, in half-width letters.
        let name: String
        /// The index of the field that the key is, among those of its record; -1 for a key that is not known.
        var field: Int32 = -1
        var slips: Slips
        private let lineSpan: ByteSpan
        private let keySpan: ByteSpan
        private let colonSpan: ByteSpan
        var value: FieldValue

        init(name: String, line: Range<Int>, key: Range<Int>, colon: Range<Int>, slips: Slips, value: FieldValue) {
            self.name = name
            self.slips = slips
            lineSpan = ByteSpan(line)
            keySpan = ByteSpan(key)
            colonSpan = ByteSpan(colon)
            self.value = value
        }

        /// From the start of the line to its end, without the following lines of the value. The key's in a nested map.
        var line: Range<Int> { lineSpan.range }

        /// The key as it stands.
        var key: Range<Int> { keySpan.range }

        /// Empty in a nested map.
        var colon: Range<Int> { colonSpan.range }
    }

    /// What Japanese keyboards and word processors put where YAML has something else.
    struct Slips: OptionSet, Sendable {
        let rawValue: UInt8
        /// `title：`
        static let wideColon = Slips(rawValue: 1)
        /// A full-width or otherwise odd space before or in the key, or behind the colon.
        static let oddSpace = Slips(rawValue: 2)
        /// `ｔｉｔｌｅ:`
        static let wideKey = Slips(rawValue: 4)
        /// `title:text`
        static let missingSpace = Slips(rawValue: 8)
        /// Spaces before a key that belongs to nothing above it.
        static let indented = Slips(rawValue: 16)
        /// Full-width list marks: `［a、b］`, `－ item`.
        static let wideListMarks = Slips(rawValue: 32)
    }

    /// Lines that fit nothing.
    enum Stray: Sendable {
        /// A line that has no colon.
        case noColon(Range<Int>)
        /// A quote that is never closed, at its opening mark.
        case unclosedQuote(Range<Int>)
        /// What YAML's own rules do not allow, and how the YAML library puts it.
        case invalid(Range<Int>, detail: String)
        /// A key written twice in a nested map.
        case duplicateKey(Range<Int>, name: String)
        /// A full-width colon behind a key of a nested map.
        case wideColon(Range<Int>)
        /// A tab before the text of a line.
        case tab(Range<Int>)
    }

    /// The opening `---`, or the line meant as it.
    var opening: Range<Int>?
    /// The closing `---`, or the line meant as it.
    var closing: Range<Int>?
    /// What lies between the two.
    var inner: Range<Int>
    /// What follows them.
    var body: Range<Int>
    /// In the order written, doubles included.
    var entries: [Entry] = []
    var strays: [Stray] = []

    /// The first entry of a name.
    subscript(name: String) -> Entry? {
        entries.first { $0.name == name }
    }
}
