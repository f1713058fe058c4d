/// Something that its author meant as Markdown, but that is read as text or as something else.
///
/// Japanese keyboards type full-width marks, and word processors other ones. Pages show what CommonMark reads; these marks are
/// found so that they can be reported and fixed.
public struct MisreadMark: Sendable, Hashable {
    /// What the author meant.
    public enum Kind: Sendable, Hashable {
        /// A heading: `＃＃ 背景`, `##背景`.
        case heading(MeantHeading)
        /// An item of a list: `－ 項目`, `-項目`.
        case listItem
        /// An item of a list with a sign that is no mark: `・項目`. The lines are joined on the page.
        case joinedItem(sign: Unicode.Scalar)
        /// An item of a list with numbers: `１．手順`.
        case numberedItem
        /// A list that starts with another number than 1 directly after a line of text, which it continues.
        case numberBelowText
        /// A list inside an item with a number, with too few spaces before it.
        case shallowList
        /// A mark after full-width spaces, or after four spaces or more: `　- 項目`.
        case wideIndentation
        /// A quote: `＞ 引用`.
        case quote
        /// A table with full-width bars.
        case table
        /// Rows of a table without a delimiter row.
        case tableWithoutDelimiter
        /// A bar in a cell that was meant to separate two cells.
        case wideBar
        /// A link or an image: `［資料］（a.md）`, `[資料] (a.md)`.
        case link(isImage: Bool)
        /// A link or an image whose address has spaces.
        case addressWithSpaces(isImage: Bool)
        /// An address with full-width spaces around it, which are left out.
        case spacesAroundAddress
        /// Strong text: `＊＊太字＊＊`, `** 太字 **`.
        case strong
        /// A mark of strong text without its partner.
        case unpairedStrong
        /// Code: `｀code｀`.
        case code
        /// Ruby: `｛漢字｜かんじ｝`.
        case ruby
        /// A line break: two full-width spaces at the end of a line.
        case lineBreak
        /// Text that is read as code, because four spaces are before it.
        case indentedText
        /// A line of `-` or `=` that makes the text before it a heading.
        case underline(level: Int)
    }

    public let kind: Kind
    /// The range in the file, in bytes.
    public let bytes: Range<Int>
    /// What to write there; nil if there is no single right answer.
    public let replacement: String?

    init(_ kind: Kind, _ bytes: Range<Int>, _ replacement: String?) {
        self.kind = kind
        self.bytes = bytes
        self.replacement = replacement
    }
}

/// A line that was meant as a heading.
public struct MeantHeading: Sendable, Hashable {
    /// The number of signs.
    public let level: Int
    /// The text without the signs and the spaces around it.
    public let text: String

    /// The line as it should be written.
    public var line: String { String(repeating: "#", count: level) + " " + text }

    /// Reads a line of text that CommonMark does not read as a heading, although it starts with `#` or `＃`.
    ///
    /// A single sign needs a space after it, or has to start a paragraph that is not a sentence: `#1の課題` is text, and so are
    /// the words after a hash sign in running text.
    ///
    /// - Parameters:
    ///   - line: The line, without line end.
    ///   - startsParagraph: Whether no text is directly before the line.
    public init?(_ line: String, startsParagraph: Bool) {
        self.init(line, startsParagraph: startsParagraph, mayBeCorrect: false)
    }

    /// Reads a line that is not read as a heading, also one that has too many spaces before a correct heading.
    init?(_ line: String, startsParagraph: Bool, mayBeCorrect: Bool) {
        let scalars = Array(line.unicodeScalars)
        let start = scalars.firstIndex { !$0.isMarkSpace } ?? scalars.count
        let marks = scalars[start...].prefix { $0 == "#" || $0 == "＃" }
        guard (1...6).contains(marks.count) else { return nil }
        let afterMarks = start + marks.count
        let textStart = scalars[afterMarks...].firstIndex { !$0.isMarkSpace } ?? scalars.count
        guard textStart < scalars.count else { return nil }
        var text = scalars[textStart...]
        while text.last?.isMarkSpace == true { text.removeLast() }
        // Signs after the text close the heading.
        let withoutMarks = text.lastIndex { $0 != "#" && $0 != "＃" }.map { text[...$0] } ?? []
        if withoutMarks.count < text.count, withoutMarks.last?.isMarkSpace == true {
            text = withoutMarks
            while text.last?.isMarkSpace == true { text.removeLast() }
        }
        guard let first = text.first else { return nil }
        let isCorrect =
            start == 0 && marks.allSatisfy { $0 == "#" } && (scalars[afterMarks] == " " || scalars[afterMarks] == "\t")
        if isCorrect, !mayBeCorrect { return nil }
        if marks.count == 1, textStart == afterMarks {
            guard startsParagraph, first.isKanaOrKanji, text.count <= 40,
                !"。．.！!？?、,".unicodeScalars.contains(text[text.endIndex - 1]),
                !text.contains(where: { $0 == "#" || $0 == "＃" || $0 == "。" || $0.isMarkSpace })
            else { return nil }
        }
        level = marks.count
        var content = String.UnicodeScalarView()
        content.append(contentsOf: text)
        self.text = String(content)
    }
}

extension Unicode.Scalar {
    /// Whether this is a space of any width, or looks like one.
    var isMarkSpace: Bool {
        switch value {
        case 0x09, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether this is a space or a tab of ASCII.
    var isASCIIMarkSpace: Bool { value == 0x20 || value == 0x09 }

    /// Whether this is a letter of kana or an ideograph.
    var isKanaOrKanji: Bool { isKanaOrIdeograph || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFD).contains(value) }

    /// The ASCII form of a full-width character.
    var narrow: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }

    /// Whether this is a digit of any width.
    var isAnyDigit: Bool { (0x30...0x39).contains(narrow.value) }
}
