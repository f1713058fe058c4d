import Diagnostics
import Synchronization

/// What was made of cases when they were read, for a program that reads a changing folder again and again.
///
/// What a case says on its own depends on its file, the settings and the terms. While these are the same, it need not be read again;
/// what it names elsewhere is looked up anew each time.
public final class ReadCases: Sendable {
    /// A file as it stood.
    struct Standing: Sendable, Hashable {
        let path: String
        /// Another one whenever the file changes; 0 where that cannot be told.
        let stamp: UInt64
    }

    struct Result: Sendable {
        let file: ContentFile?
        let diagnostics: [Diagnostic]
    }

    private struct Memory {
        var basis: [Standing] = []
        var results: [Standing: Result] = [:]
    }

    private let memory = Mutex(Memory())

    public init() {}

    /// What is known of some cases, nil for each that has to be read.
    ///
    /// - Parameter basis: The settings and the terms.
    func results(of cases: [Standing], basis: [Standing]) -> [Result?] {
        memory.withLock { memory in
            guard memory.basis == basis, basis.allSatisfy({ $0.stamp != 0 }) else { return cases.map { _ in nil } }
            return cases.map { $0.stamp == 0 ? nil : memory.results[$0] }
        }
    }

    /// Remembers these and forgets all others.
    func keep(_ results: [(standing: Standing, result: Result)], basis: [Standing]) {
        let known = Dictionary(results.map { ($0.standing, $0.result) }) { $1 }
        memory.withLock { $0 = Memory(basis: basis, results: known) }
    }
}
