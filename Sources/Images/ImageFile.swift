/// An image of the content folder, with what its first bytes say.
public struct ImageFile: Sendable, Hashable {
    /// Below the content folder.
    public let path: String
    /// What the file says of itself; nil where it was not asked, as its name is none of an image.
    package let content: ImageContent?

    /// The size at which it is shown; nil when it is not known.
    public var size: ImageSize? { content?.size }

    /// An image into which nobody looks.
    public init(path: String) {
        self.path = path
        content = nil
    }

    /// Looks at how an image begins.
    ///
    /// - Parameter start: Gives that many bytes from the start of the file, fewer only where the file ends.
    /// - Throws: What `start` throws.
    public init<Failure: Error>(path: String, start: (Int) throws(Failure) -> [UInt8]) throws(Failure) {
        self.path = path
        content = ImageFormat(path: path) == nil ? nil : try ImageContent.read(start)
    }

    /// The format that the name promises.
    package var namedFormat: ImageFormat? { ImageFormat(path: path) }
}

/// How wide and high an image is shown, in CSS pixels; both are at least 1.
public struct ImageSize: Sendable, Hashable {
    public let width: Int
    public let height: Int

    /// Nil where one is no length that a page could have.
    package init?(width: Int, height: Int) {
        guard Self.lengths.contains(width), Self.lengths.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// What PNG allows, which is the most of all formats.
    private static let lengths = 1...Int(Int32.max)

    /// The size after a turn by a quarter.
    package var turned: ImageSize? { ImageSize(width: height, height: width) }
}
