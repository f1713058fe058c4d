import Diagnostics

/// Changes of several files that belong together, to show before they are made.
public struct ContentChange: Sendable {
    /// A file that changes.
    public struct File: Sendable {
        /// The path relative to the content folder.
        public let location: String
        /// The title of the case, or the label of the term.
        public let title: String
        /// Nil for a new file.
        public let before: [UInt8]?
        /// Nil for a file that is removed.
        public let after: [UInt8]?
        /// The parts that change. None for a new file and one that is removed.
        public let parts: [Part]
    }

    /// A part of a file that becomes another one.
    public struct Part: Sendable, Hashable {
        public let label: Message
        public let before: String
        public let after: String
    }

    public let files: [File]

    /// - Parameter files: The files, each once.
    public init(files: [File]) { self.files = files }

    /// The removal of one file.
    public init(removing location: String, title: String, before: [UInt8]) {
        files = [File(location: location, title: title, before: before, after: nil, parts: [])]
    }

    /// The cases that change.
    public var cases: [File] { files.filter { $0.location.hasPrefix("cases/") } }
}
