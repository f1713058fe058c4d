import CasebookModel
import Foundation

/// Reads dates as people write them in Japanese texts: `2026/4/1`, `2026年4月1日`, `令和8年4月1日`.
package enum WrittenDate {
    /// Returns the date of a text; `nil` if it is not certain.
    package static func read(_ text: String) -> CalendarDate? {
        var text = narrowDigits(text).filter { !$0.isWhitespace }
        var firstYear = 0
        for (era, before) in [("令和", 2018), ("平成", 1988), ("昭和", 1925)] where text.hasPrefix(era) {
            text.removeFirst(era.count)
            if text.hasPrefix("元") { text = "1" + text.dropFirst() }
            firstYear = before
        }
        if text.hasSuffix("日") { text.removeLast() }
        let parts = text.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            firstYear > 0 ? year < 100 : parts[0].count == 4
        else { return nil }
        return CalendarDate(year: firstYear + year, month: month, day: day)
    }
}

/// Returns a text with ASCII digits and hyphens instead of full-width ones, and without spaces if any character is not ASCII.
package func narrowDigits(_ value: String) -> String {
    if value.utf8.allSatisfy({ $0 < 0x80 }) { return value }
    let hyphens: Set<Character> = ["‐", "‑", "‒", "–", "—", "―", "−", "ー", "─", "－", "ｰ"]
    let mapped = String(value.map { hyphens.contains($0) ? "-" : $0 })
    return mapped.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
}
