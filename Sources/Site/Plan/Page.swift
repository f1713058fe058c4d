/// A file of the site.
public struct Page: Sendable {
    public enum Body: Sendable {
        case bytes([UInt8])
        /// A file that may be large, in parts that stand one behind the other. Each is a pure function of its number, below
        /// `count`, so that nobody has to hold the whole and several threads can make it.
        case parts(count: Int, part: @Sendable (_ number: Int) -> [UInt8])
        /// A file to copy as it is, by its path below `content/`.
        case contentFile(String)

        /// All bytes that were rendered, with those of all parts; nil for a file to copy. O(length).
        public var rendered: [UInt8]? {
            switch self {
            case .bytes(let bytes): bytes
            case .parts(let count, let part): (0..<count).flatMap(part)
            case .contentFile: nil
            }
        }
    }

    /// The path below the site's root.
    public let path: String
    /// Such as `text/html; charset=utf-8`.
    public let mediaType: String
    public let body: Body

    public init(path: String, mediaType: String, body: Body) {
        self.path = path
        self.mediaType = mediaType
        self.body = body
    }
}
