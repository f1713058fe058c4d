import Foundation

/// What a spreadsheet shows in place of a value that it cannot calculate or show.
enum SpreadsheetError {
    /// Returns the error if a cell holds nothing else: `#N/A`, `#NAME?`, `Err:502`, or `####` for a column that was too narrow.
    static func read(_ text: String) -> String? {
        guard text.utf8.count <= 1_000, let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
            first == "#" || first == "＃" || first == "E" || first == "e" || first == "Ｅ"
        else { return nil }
        let folded = text.precomposedStringWithCompatibilityMapping.uppercased().trimmingCharacters(in: .whitespacesAndNewlines)
        if names.contains(folded) { return folded }
        if folded.count >= 3, folded.allSatisfy({ $0 == "#" }) { return "####" }
        let isCode = folded.hasPrefix("ERR:") && folded.count == 7 && folded.dropFirst(4).allSatisfy(\.isNumber)
        return isCode ? "Err:" + folded.dropFirst(4) : nil
    }

    private static let names: Set<String> = [
        "#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!",
        "#BLOCKED!",
        "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#ERROR!", "#名前?", "#値!", "#参照!",
    ]
}
