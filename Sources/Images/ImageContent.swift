/// What an image file says of itself in its first bytes.
package struct ImageContent: Sendable, Hashable {
    /// Nil where it begins as none of the known formats does.
    package let format: ImageFormat?
    /// Nil where it says none, or none that can be trusted.
    package let size: ImageSize?
    /// Whether the file ends before it has said its size.
    package let isCut: Bool

    /// How much of a file is asked for: what is enough for most, for a camera's photographs, whose notes have a small picture, and
    /// for those with several such notes.
    private static let portions = [4 << 10, 96 << 10, 512 << 10]

    /// Reads as little of a file as says what it is.
    ///
    /// - Parameter start: Gives that many bytes from the start of the file, fewer only where the file ends.
    package static func read<Failure: Error>(_ start: (Int) throws(Failure) -> [UInt8]) throws(Failure) -> ImageContent {
        var format: ImageFormat?
        for portion in portions {
            let bytes = try start(portion)
            format = ImageFormat(start: bytes)
            guard let format else { break }
            do throws(HeaderEnd) {
                return ImageContent(format: format, size: try size(bytes, format), isCut: false)
            } catch {
                if bytes.count < portion { return ImageContent(format: format, size: nil, isCut: true) }
            }
        }
        return ImageContent(format: format, size: nil, isCut: false)
    }

    private static func size(_ start: [UInt8], _ format: ImageFormat) throws(HeaderEnd) -> ImageSize? {
        let bytes = HeaderBytes(start)
        return switch format {
        case .png: try PNGHeader.size(bytes)
        case .jpeg: try JPEGHeader.size(bytes)
        case .gif: try GIFHeader.size(bytes)
        case .webP: try WebPHeader.size(bytes)
        case .avif: try AVIFHeader.size(bytes)
        case .svg: try SVGHeader.size(start)
        case .heic: nil
        }
    }
}
