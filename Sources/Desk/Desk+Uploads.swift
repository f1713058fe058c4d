import Images
import Preview

/// Forms with files: where they are read, and how long they may be.
extension Desk {
    /// How many bytes a form with files may have at a path below `/desk/`; nil if none is read there.
    func uploadLimit(of path: String) -> Int? {
        switch path {
        case "images", "images/check": ReceivedImage.longest + (1 << 16)
        case "tables/read": ReadTables.longest
        case "publish/changes": KeptArchives.longestManifest
        default: nil
        }
    }

    /// The answer to a body that is longer than the limit of a path.
    func tooLarge(_ path: String, limit: Int) -> Answer {
        let words = templates.words
        return path.hasPrefix("images")
            ? message(413, title: .imagesTooLargeTitle, text: words[.imagesTooLarge])
            : message(413, title: .tablesTooLargeTitle, text: words[.tablesTooLarge, String(limit >> 20)])
    }
}
