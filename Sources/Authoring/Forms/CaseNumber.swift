import Basics
import Foundation

/// The ids of new cases: `c` and a number of at least three digits.
public enum CaseNumber {
    /// The number after the highest that a file has.
    ///
    /// - Parameter names: The names of everything in the folder of cases, whatever it is: a draft, a copy, a file that is not read.
    public static func next(after names: [String]) -> Int {
        (names.compactMap(number).max() ?? 0) + 1
    }

    /// The id with a number.
    public static func id(_ number: Int) -> String {
        let digits = String(number)
        return "c" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// The number that a name starts with, after dots and underscores; compared as names are.
    private static func number(_ name: String) -> Int? {
        let folded = foldedName(name).drop { $0 == "." || $0 == "_" }
        guard folded.first == "c" else { return nil }
        let digits = folded.dropFirst().prefix { $0.isASCII && $0.isNumber }
        // Longer ones are no number of a case, and adding one must never overflow.
        return digits.count <= 9 ? Int(digits) : nil
    }
}
