import Diagnostics

import Foundation

/// Dates and numbers are in ASCII digits.
enum WideDigitsChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, field) in file.texts(where: { $0.isNumeric }) {
            let value = text.string(in: file.text)
            let narrow = narrow(value)
            let isMeant =
                if case .date = field.kind { isDate(value) } else { narrow != value && Int(narrow).map { $0 > 0 } == true }
            if isMeant { report.tell(.wideDigits(value: value, meant: narrow), in: file.text, text.bytes, replacement: narrow) }
        }
    }

    /// Whether a value is a date but for the width of its characters.
    static func isDate(_ value: String) -> Bool {
        let narrow = narrow(value)
        return narrow != value && CalendarDate(iso: narrow) != nil
    }

    /// Full-width digits and dashes as ASCII ones, without odd spaces.
    static func narrow(_ value: String) -> String {
        if value.utf8.allSatisfy({ $0 < 0x80 }) { return value }
        let hyphens: Set<Character> = ["‐", "‑", "‒", "–", "—", "―", "−", "ー", "─", "－", "ｰ"]
        let mapped = String(value.map { hyphens.contains($0) ? "-" : $0 })
        return mapped.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}

extension Field {
    /// Whether the value is a date or a number.
    fileprivate var isNumeric: Bool {
        switch kind {
        case .date, .number: true
        default: false
        }
    }
}
