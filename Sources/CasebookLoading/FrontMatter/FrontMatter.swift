import Basics

/// A front matter taken apart line by line, right or wrong.
package struct FrontMatter: Sendable {
    /// A key with its value, at the top or in a nested map.
    package struct Entry: Sendable {
        /// The key as it is meant: without odd spaces, in half-width letters.
        package let name: String
        /// The index of the field that the key is, among those of its record; -1 for a key that is not known.
        package var field: Int32 = -1
        package var slips: Slips
        private let lineSpan: ByteRange
        private let keySpan: ByteRange
        private let colonSpan: ByteRange
        package var value: FieldValue

        package init(name: String, line: Range<Int>, key: Range<Int>, colon: Range<Int>, slips: Slips, value: FieldValue) {
            self.name = name
            self.slips = slips
            lineSpan = ByteRange(line)
            keySpan = ByteRange(key)
            colonSpan = ByteRange(colon)
            self.value = value
        }

        /// From the start of the line to its end, without the following lines of the value. The key's in a nested map.
        package var line: Range<Int> { lineSpan.range }

        /// The key as it stands.
        package var key: Range<Int> { keySpan.range }

        /// Empty in a nested map.
        package var colon: Range<Int> { colonSpan.range }
    }

    /// What Japanese keyboards and word processors put where YAML has something else.
    package struct Slips: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `title：`
        package static let wideColon = Slips(rawValue: 1)
        /// A full-width or otherwise odd space before or in the key, or behind the colon.
        package static let oddSpace = Slips(rawValue: 2)
        /// `ｔｉｔｌｅ:`
        package static let wideKey = Slips(rawValue: 4)
        /// `title:text`
        package static let missingSpace = Slips(rawValue: 8)
        /// Spaces before a key that belongs to nothing above it.
        package static let indented = Slips(rawValue: 16)
        /// Full-width list marks: `［a、b］`, `－ item`.
        package static let wideListMarks = Slips(rawValue: 32)
    }

    /// Lines that fit nothing.
    package enum Stray: Sendable {
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
    package var opening: Range<Int>?
    /// The closing `---`, or the line meant as it.
    package var closing: Range<Int>?
    /// What lies between the two.
    package var inner: Range<Int>
    /// What follows them.
    package var body: Range<Int>
    /// In the order written, doubles included.
    package var entries: [Entry] = []
    package var strays: [Stray] = []

    /// The first entry of a name.
    package subscript(name: String) -> Entry? {
        entries.first { $0.name == name }
    }
}
