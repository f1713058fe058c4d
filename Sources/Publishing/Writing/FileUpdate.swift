/// A file of the output that comes in pieces, and is left alone where it holds the same bytes already.
///
/// As long as the pieces are what stands there, nothing is written. From the first that differs on, all goes into a file under a
/// name of the moment, for which what was the same is copied; in the end that file is put in place. So the file is there whole
/// or not at all, and nobody holds more of it than a piece.
struct FileUpdate: ~Copyable {
    private let name: String
    private let folder: OpenFolder
    private let temporary: String
    private let work: OpenFolder
    /// What stands there, while it is the same.
    private var old: OpenFile?
    /// What takes its place.
    private var new: OpenFile?
    /// How many bytes there were so far.
    private var size = 0

    /// - Parameters:
    ///   - name: The file's name in its folder.
    ///   - temporary: Its name of the moment, in the folder `work`.
    init(
        of name: String, in folder: OpenFolder, by temporary: String, in work: OpenFolder
    ) throws(PublishingError) {
        self.name = name
        self.folder = folder
        self.temporary = temporary
        self.work = work
        old = try folder.file(name)
        if old == nil { new = try work.create(temporary, as: folder.shown(name)) }
    }

    deinit {
        if new != nil { work.discard(temporary) }
    }

    /// Goes on with the bytes that follow.
    mutating func append(_ bytes: [UInt8]) throws(PublishingError) {
        let isSame = try old?.continues(with: bytes) ?? false
        if !isSame {
            try replaceOld()
            try new?.append(bytes)
        }
        size += bytes.count
    }

    /// Puts the file in place.
    ///
    /// - Returns: How it stands there now; nil where it was there already.
    mutating func finish() throws(PublishingError) -> FileStatus? {
        if try old?.size() == size { return nil }
        try replaceOld()
        let status = try new?.close()
        new = nil
        guard try work.move(temporary, to: name, in: folder) else { throw .inTheWay(path: folder.shown(name)) }
        return status
    }

    private mutating func replaceOld() throws(PublishingError) {
        guard old != nil else { return }
        new = try work.create(temporary, as: folder.shown(name))
        if let old = old.take() { try new?.append(first: size, of: old) }
    }
}
