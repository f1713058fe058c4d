import Diagnostics

/// The diagnostics found so far. Rules add to it.
package struct Report {
    var diagnostics: [Diagnostic] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Adds a problem of a file as a whole.
    package mutating func add(_ problem: some Problem, path: String, notes: [Diagnostic.Note] = []) {
        diagnostics.append(Diagnostic(problem, path: path, notes: notes))
    }

    /// Adds problems of a file as a whole.
    package mutating func add(_ problems: [some Problem], path: String) {
        diagnostics += problems.map { Diagnostic($0, path: path) }
    }

    /// Adds a problem in a range of bytes of a file.
    package mutating func add(
        _ problem: some Problem, in text: SourceText, _ bytes: Range<Int>, notes: [Diagnostic.Note] = [],
        replacement: String? = nil
    ) {
        diagnostics.append(Diagnostic(problem, in: text, bytes: bytes, notes: notes, replacement: replacement))
    }

    /// Removes the problems of a rule that start on the line of a range, because another rule says more about that line.
    mutating func remove(_ id: String, at bytes: Range<Int>, in text: SourceText) {
        guard diagnostics.contains(where: { $0.id == id }) else { return }
        let line = text.position(ofByte: bytes.lowerBound).line
        diagnostics.removeAll { $0.id == id && $0.path == text.path && $0.range?.start.line == line }
    }
}

extension Diagnostic.Note {
    /// A note about a range of bytes of a file.
    package init(_ message: Message, in text: SourceText, _ bytes: Range<Int>) {
        self.init(message, path: text.path, range: text.range(ofBytes: bytes))
    }
}
