/// The tag of a language (BCP 47), as far as it decides how texts are sorted, shortened and checked.
package struct LanguageTag: Sendable, Hashable {
    /// The first part, in lower case: `en` of `en-GB`.
    package let primary: String

    /// Creates a value from a tag such as `ja` or `en-GB`.
    package init(_ tag: String) {
        primary = tag.split(separator: "-").first?.lowercased() ?? ""
    }

    /// Whether the first part is two or three letters of ASCII.
    package var isWellFormed: Bool {
        (2...3).contains(primary.utf8.count) && primary.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// Whether texts are in Japanese: readings in kana sort its words, and its characters are checked.
    package var isJapanese: Bool { primary == "ja" }

    /// Whether most characters are as wide as two Latin letters, and columns may be set from top to bottom.
    package var isWide: Bool { ["ja", "zh", "ko"].contains(primary) }
}
