import Basics

/// The parsed front matter of a file, with everything that is wrong in it.
package struct FrontMatter: Sendable {
    /// A key with its value, at the top or in a nested map.
    package struct Entry: Sendable {
        /// The key in its correct form: without spaces, in half-width letters.
        package let name: String
        /// The index of the key's field among the fields of its record; -1 for an unknown key.
        package var field: Int32 = -1
        /// The mistakes in the form of the entry, which did not prevent reading it.
        var mistakes: Mistakes
        private let end: Int32
        private let lineSpan: ByteRange
        private let keySpan: ByteRange
        private let colonSpan: ByteRange
        package var value: FieldValue

        package init(
            name: String, line: Range<Int>, key: Range<Int>, colon: Range<Int>, mistakes: Mistakes, value: FieldValue,
            end: Int? = nil
        ) {
            self.name = name
            self.mistakes = mistakes
            self.end = Int32(clamping: end ?? line.upperBound)
            lineSpan = ByteRange(line)
            keySpan = ByteRange(key)
            colonSpan = ByteRange(colon)
            self.value = value
        }

        /// The range of the line, without following lines of the value. In a nested map, the range of the key.
        package var line: Range<Int> { lineSpan.range }

        /// The range of the entry with all lines of its value, and with the end of the last one. In a nested map, the range of the key.
        package var lines: Range<Int> { line.lowerBound..<max(Int(end), line.upperBound) }

        /// The range of the key as it is written.
        package var key: Range<Int> { keySpan.range }

        /// The range of the colon. Empty in a nested map.
        package var colon: Range<Int> { colonSpan.range }
    }

    /// Mistakes in the form of an entry, which Japanese keyboards and word processors cause. The entry is read as intended.
    package struct Mistakes: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `title：`
        static let wideColon = Mistakes(rawValue: 1)
        /// A full-width or other non-ASCII space before or in the key, or after the colon.
        static let oddSpace = Mistakes(rawValue: 2)
        /// `ｔｉｔｌｅ:`
        static let wideKey = Mistakes(rawValue: 4)
        /// `title:text`
        static let missingSpace = Mistakes(rawValue: 8)
        /// Spaces before a key that is not part of a nested map.
        package static let indented = Mistakes(rawValue: 16)
        /// Full-width list marks: `［a、b］`, `－ item`.
        static let wideListMarks = Mistakes(rawValue: 32)
    }

    /// A part of front matter that cannot be read as YAML.
    package enum SyntaxError: Sendable {
        /// A line that has no colon.
        case noColon(Range<Int>)
        /// A quotation mark without a closing mark.
        case unclosedQuote(Range<Int>)
        /// Invalid YAML, and the value as it should be written where that is certain.
        case invalid(Range<Int>, YAMLMistake, meant: String?)
        /// A key written twice in a nested map.
        case duplicateKey(Range<Int>, name: String)
        /// A full-width colon after a key of a nested map.
        case wideColon(Range<Int>)
        /// A tab before the text of a line.
        case tab(Range<Int>)
        /// The blanks before an item that starts further right than the items above it, and how many there should be.
        case deeperItem(Range<Int>, indent: Int)
    }

    /// What a key `private` hides: its line, and everything up to the next known key at column 1 or the end. It is not read.
    package struct PrivateBlock: Sendable {
        /// What is wrong in the form of a block, with the block in the right form if there is exactly one.
        struct Mistake: Sendable {
            enum Kind: Sendable {
                /// The key's line: spaces, width, case, quotation marks, colon.
                case key
                /// The name of the key, which is only similar.
                case name
                /// There is a value on the key's line.
                case value
                /// A line is not indented by ASCII spaces.
                case line
                /// The block is in the body, after the front matter.
                case body
            }

            let kind: Kind
            let at: Range<Int>
            let fix: String?
        }

        /// The range of the block, without its last line end.
        package let range: Range<Int>
        let key: Range<Int>
        let mistake: Mistake?
    }

    /// The range of the opening `---`, or of a line that is intended as it.
    package var opening: Range<Int>?
    /// The range of the closing `---`, or of a line that is intended as it.
    package var closing: Range<Int>?
    /// The range between the two.
    package var inner: Range<Int>
    /// The range after them: the body.
    package var body: Range<Int>
    /// The entries in the order written, including repeated keys.
    package var entries: [Entry] = []
    /// The parts that cannot be read.
    package var syntaxErrors: [SyntaxError] = []
    /// The ranges that are not read and not shown, in the order written.
    package var privateBlocks: [PrivateBlock] = []

    /// The first entry with a name.
    package subscript(name: String) -> Entry? {
        entries.first { $0.name == name }
    }
}
