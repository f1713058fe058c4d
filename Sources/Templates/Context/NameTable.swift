import Foundation

/// Small whole numbers for names, the same for all templates and shapes of a process.
///
/// A lock guards the table. It is taken when templates are compiled and shapes are made, never while a page is rendered.
final class NameTable: @unchecked Sendable {
    static let shared = NameTable()

    private let lock = NSLock()
    private var numbers: [String: Int32] = [:]
    private var names: [String] = []

    /// The number of a name, the next free one when the name is new.
    func number(of name: String) -> Int32 {
        lock.withLock {
            if let number = numbers[name] { return number }
            let number = Int32(names.count)
            numbers[name] = number
            names.append(name)
            return number
        }
    }

    /// The name behind a number.
    func name(of number: Int32) -> String {
        lock.withLock { names.indices.contains(Int(number)) ? names[Int(number)] : "" }
    }
}
