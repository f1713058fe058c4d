/// Replaces a file of an output with bytes that come in parts, unless it holds the same bytes already.
///
/// While the parts equal the existing file, nothing is written. From the first difference on, everything goes into a temporary file,
/// which starts with a copy of what was the same and finally takes the place of the old file. So readers see one complete file or
/// the other, and at most one part is in memory.
package struct FileUpdate: ~Copyable {
    private let name: String
    private let folder: OpenFolder
    private let temporary: String
    private let willWrite: () throws(PublishingError) -> Void
    /// The existing file, while the parts equal it.
    private var old: OpenFile?
    /// The file that replaces it.
    private var new: OpenFile?
    /// How many bytes were appended so far.
    private var size = 0

    /// Starts to replace a file. Nothing is written yet, unless the file is new.
    ///
    /// - Parameters:
    ///   - name: The file's name in its folder.
    ///   - folder: The folder of the file.
    ///   - temporary: Its temporary name in that folder.
    ///   - willWrite: Called before the temporary file is created.
    package init(
        of name: String, in folder: OpenFolder, by temporary: String,
        willWrite: @escaping () throws(PublishingError) -> Void = {}
    ) throws(PublishingError) {
        self.name = name
        self.folder = folder
        self.temporary = temporary
        self.willWrite = willWrite
        // A file that cannot be read is replaced.
        old = try folder.readableFile(name)
        if old == nil { try createNew() }
    }

    deinit {
        if new != nil { folder.discard(temporary) }
    }

    /// Appends the next part.
    ///
    /// - Parameters:
    ///   - bytes: The part.
    ///   - isKept: Whether the part is in the existing file, at this position if all parts before are.
    package mutating func append(_ bytes: [UInt8], isKept: Bool = false) throws(PublishingError) {
        if isKept, old != nil {
            old?.skip(bytes.count)
        } else if !(old?.isContinued(by: bytes) ?? false) {
            try replaceOld()
            try new?.append(bytes)
        }
        size += bytes.count
    }

    /// Puts the file in place.
    ///
    /// - Returns: The status of the new file; nil if the old one was the same and stays.
    package mutating func finish() throws(PublishingError) -> FileStatus? {
        if try old?.size() == size { return nil }
        try replaceOld()
        try new?.close()
        new = nil
        guard try folder.move(temporary, to: name) else { throw .inTheWay(path: folder.displayPath(of: name)) }
        return try folder.status(ofWritten: name)
    }

    private mutating func replaceOld() throws(PublishingError) {
        guard old != nil else { return }
        try createNew()
        if let old = old.take() { try new?.append(first: size, of: old) }
    }

    private mutating func createNew() throws(PublishingError) {
        try willWrite()
        new = try folder.createTemporary(temporary, for: name)
    }
}
