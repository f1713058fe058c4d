import Foundation

/// Gives each name a small number that is the same for all templates and shapes of the process.
///
/// A lock guards the table. It is taken when templates are compiled and shapes are created, never while a page is rendered. Names are
/// kept until the program ends: saving templates again adds only the names that are new.
final class NameTable: @unchecked Sendable {
    static let shared = NameTable()

    private let lock = NSLock()
    private var numbers: [String: Int32] = [:]
    private var names: [String] = []

    /// Returns the number of a name, the next free one if the name is new.
    func number(of name: String) -> Int32 {
        lock.withLock {
            if let number = numbers[name] { return number }
            let number = Int32(names.count)
            numbers[name] = number
            names.append(name)
            return number
        }
    }

    /// Returns the name with a number, or an empty text if there is none.
    func name(of number: Int32) -> String {
        lock.withLock { names.indices.contains(Int(number)) ? names[Int(number)] : "" }
    }
}
