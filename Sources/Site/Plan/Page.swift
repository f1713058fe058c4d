import CasebookModel

/// A rendered file of the site.
public struct Page: Sendable {
    public enum Body: Sendable {
        case bytes([UInt8])
        /// A file that may be large, in consecutive parts. Each part is a pure function of its number, which is below `count`, so
        /// several threads can render them and none needs the whole file in memory. Besides what is on every page, a part shows
        /// only its cases, which are indices in `Casebook.cases`.
        case parts(
            count: Int, cases: @Sendable (_ number: Int) -> ArraySlice<Int>, part: @Sendable (_ number: Int) -> [UInt8])
        /// A file to copy as it is, by its path below `content/`.
        case contentFile(String)

        /// The bytes of the whole file; nil for a file to copy. O(length).
        public var rendered: [UInt8]? {
            switch self {
            case .bytes(let bytes): bytes
            case .parts(let count, _, let part): (0..<count).flatMap(part)
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
