import Diagnostics

/// A change that fixing made to a file: to some of its lines, or to the way it is stored.
public struct Fix: Sendable, Hashable {
    public let path: String
    /// The line where it starts, counted from 1 in the file as it was then; nil for a change to the whole file.
    public let line: Int?
    /// The kinds of problems that were fixed.
    public let ids: [String]
    /// What was done, one sentence for each of `ids`.
    public let summaries: [Message]
    /// The lines before and after; nil where they are private.
    public let change: Change?

    /// Text before and after a fix.
    public struct Change: Sendable, Hashable {
        public let before: Message
        public let after: Message
    }
}

/// What fixing changed.
public struct ContentFixes: Sendable {
    /// A file that is to be written.
    public struct ChangedFile: Sendable {
        /// Its index among the files given.
        public let index: Int
        public let path: String
        public let before: [UInt8]
        public let after: [UInt8]
    }

    /// Sorted by path.
    public let files: [ChangedFile]
    /// By file, in the order in which they were made.
    public let fixes: [Fix]
}
