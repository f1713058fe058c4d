import Basics
import Foundation

/// A telephone number to which pages can link.
///
/// ```
/// telephone = ["+"] digit *(digit / "-" / " " / "." / "(" / ")") [note]
/// note      = "（" text "）" / "(" text ")"            such as （代表） or （内線 123）
/// ```
///
/// With `+`, it has 8 to 15 digits (ITU-T E.164). In Japanese, other numbers start with 0, the prefix of the area, and have 10 digits,
/// or 11 as those of mobile telephones, whose third digit is 0. In other languages they have 7 to 15 digits.
public struct TelephoneNumber: Sendable, Hashable {
    /// The number as readers see it, with the note.
    public let text: String
    /// The digits alone, after a `+` if there is one.
    public let digits: String

    /// Reads a number; nil if the text has another form.
    ///
    /// - Parameters:
    ///   - text: The number as it is written.
    ///   - language: The BCP 47 tag of the collection.
    public init?(_ text: String, language: String) {
        let number = text.prefix { "+-.() ".contains($0) || ("0"..."9").contains($0) }
        let rest = text[number.endIndex...]
        // A bracket before other characters starts the note.
        let head = rest.isEmpty || rest.hasPrefix("（") ? number : Self.withoutOpenBracket(number)
        guard let head, rest.isEmpty || Self.isNote(text[head.endIndex...]), Self.isBalanced(head),
            let first = head.first, first == "+" || first == "(" || first.isNumber, !head.dropFirst().contains("+")
        else { return nil }
        let digits = head.filter { ("0"..."9").contains($0) }
        let isJapanese = LanguageTag(language).isJapanese
        let isRight: Bool =
            if first == "+" {
                (8...15).contains(digits.count)
            } else if isJapanese {
                digits.hasPrefix("0") && (digits.count == 10 || digits.count == 11 && digits.dropFirst(2).hasPrefix("0"))
            } else {
                (7...15).contains(digits.count)
            }
        guard isRight else { return nil }
        self.text = text
        self.digits = (first == "+" ? "+" : "") + digits
    }

    /// Returns the number that a text likely means: `０３－１２３４－５６７８`, `TEL: 03-1234-5678`, `03-1234-5678 内線12`.
    public static func meant(by text: String, language: String) -> TelephoneNumber? {
        let dashes: Set<Character> = ["‐", "‑", "‒", "–", "—", "―", "−", "ー", "ｰ", "－", "─"]
        // Only the number changes its width; a note stays as it is.
        let start = text.firstIndex { "+＋(（".contains($0) || $0.wholeNumberValue != nil } ?? text.startIndex
        guard text[..<start].allSatisfy({ !$0.isNumber }) else { return nil }
        var number = ""
        var index = start
        while index < text.endIndex {
            let character = text[index]
            let narrow = dashes.contains(character) ? "-" : String(character).precomposedStringWithCompatibilityMapping
            guard narrow.allSatisfy({ "+-.() ".contains($0) || ("0"..."9").contains($0) }) else { break }
            number += narrow
            index = text.index(after: index)
        }
        var note = text[index...].trimmingCharacters(in: .whitespaces)
        if number.hasSuffix("("), !number.hasSuffix("()"), !note.isEmpty {
            number.removeLast()
            note = "（\(note.hasSuffix("）") || note.hasSuffix(")") ? String(note.dropLast()) : note)"
            note += "）"
        } else if !note.isEmpty {
            guard note.hasPrefix("内線") || note.hasPrefix("代表") else { return nil }
            note = "（\(note)）"
        }
        return TelephoneNumber(number.trimmingCharacters(in: .whitespaces) + note, language: language)
    }

    /// The address that dials the number (RFC 3966), without the note.
    public var link: String { "tel:\(digits)" }

    private static func withoutOpenBracket(_ number: Substring) -> Substring? {
        number.lastIndex(of: "(").map { number[..<$0] }
    }

    private static func isNote(_ text: Substring) -> Bool {
        let pairs: [(Character, Character)] = [("（", "）"), ("(", ")")]
        return pairs.contains { open, close in
            text.first == open && text.last == close && text.count > 2
                && !text.dropFirst().dropLast().contains { "（）()".contains($0) }
        }
    }

    /// Whether every bracket is closed and holds something.
    private static func isBalanced(_ number: Substring) -> Bool {
        var open = false
        var previous: Character?
        for character in number {
            switch character {
            case "(":
                if open { return false }
                open = true
            case ")":
                if !open || previous == "(" { return false }
                open = false
            default: break
            }
            previous = character
        }
        return !open
    }
}
