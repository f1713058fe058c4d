/// An image or a document in the content folder, with what its first bytes say about it.
public struct ImageFile: Sendable, Hashable {
    /// The path, relative to the content folder.
    public let path: String
    /// The length of the file in bytes; nil if it is unknown.
    public let byteCount: Int?
    /// The format and size found in the file; nil if the file was not read, because its name is not that of an image.
    package let content: ImageContent?
    /// Whether the file has the name of a document, but does not start as such a document does.
    package let isDamagedDocument: Bool

    /// The size at which the image is shown; nil if it is unknown.
    public var size: ImageSize? { content?.size }

    /// Names an image without reading it: its format and size are unknown.
    public init(path: String) {
        self.path = path
        byteCount = nil
        content = nil
        isDamagedDocument = false
    }

    /// Reads the format and size of an image from the start of its file.
    ///
    /// - Parameters:
    ///   - path: The path, relative to the content folder.
    ///   - byteCount: The length of the file.
    ///   - start: Returns the given number of bytes from the start of the file, fewer only if the file is shorter. It is not called
    ///     if the path does not have the extension of an image or a document.
    /// - Throws: What `start` throws.
    public init<Failure: Error>(
        path: String, byteCount: Int? = nil, start: (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) {
        self.path = path
        self.byteCount = byteCount
        content = ImageFormat(path: path) == nil ? nil : try ImageContent.read(start)
        isDamagedDocument =
            try DocumentFormat(path: path).map { (format) throws(Failure) in !format.isPossible(try start(8)) } ?? false
    }

    /// The format that the file's extension names; nil if it is not that of an image.
    package var namedFormat: ImageFormat? { ImageFormat(path: path) }

    /// The document format that the file's extension names; nil if it is not that of a document.
    package var documentFormat: DocumentFormat? { DocumentFormat(path: path) }

    /// Whether the file is the booklet, or one of its volumes, printed to PDF. It is published without a link in a text, since the page
    /// of the booklet offers it.
    package var isPrintedBooklet: Bool {
        path == "files/booklet.pdf" || path.hasPrefix("files/booklet-") && path.hasSuffix(".pdf")
    }
}

/// The format and size that an image file declares in its first bytes, and whether it says where it was taken.
package struct ImageContent: Sendable, Hashable {
    /// The format; nil if the file starts like none of the known formats.
    package let format: ImageFormat?
    /// The size at which the image is shown; nil if the file declares none, or an invalid one.
    package let size: ImageSize?
    /// Whether the file ends before it declares a size.
    package let isTruncated: Bool
    /// Whether the metadata says where the image was taken.
    package let hasPlace: Bool

    /// How many bytes to read from the start of a file: 4 KiB are enough for most images, 96 KiB for photographs whose metadata
    /// holds a preview image, 512 KiB for those with several such segments.
    private static let readLengths = [4 << 10, 96 << 10, 512 << 10]

    private init(_ format: ImageFormat?, size: ImageSize? = nil, isTruncated: Bool = false, hasPlace: Bool = false) {
        self.format = format
        self.size = size
        self.isTruncated = isTruncated
        self.hasPlace = hasPlace
    }

    /// Reads as few bytes of a file as are needed to find its format and size, and to the end where metadata may be there.
    static func read<Failure: Error>(_ start: (Int) throws(Failure) -> [UInt8]) throws(Failure) -> ImageContent {
        var format: ImageFormat?
        for length in readLengths {
            let bytes = try start(length)
            format = ImageFormat(start: bytes)
            guard let format else { break }
            let size: ImageSize?
            do throws(HeaderTooShort) {
                size = try format.size(bytes)
            } catch {
                if bytes.count < length { return ImageContent(format, isTruncated: true) }
                continue
            }
            let rest = bytes.count < length ? nil : PlaceMetadata.readLength(format, bytes)
            let all = try rest.map { (count) throws(Failure) in try start(count) } ?? bytes
            return ImageContent(format, size: size, hasPlace: PlaceMetadata.isIn(all, format))
        }
        return ImageContent(format)
    }
}

/// The width and height at which an image is shown, in CSS pixels, each at least 1.
public struct ImageSize: Sendable, Hashable {
    public let width: Int
    public let height: Int

    /// Checks the lengths: nil unless both are from 1 to 2³¹ − 1, the largest length that PNG, and so any of the formats, allows.
    package init?(width: Int, height: Int) {
        let lengths = 1...Int(Int32.max)
        guard lengths.contains(width), lengths.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// The size after a rotation by 90 degrees.
    package var rotated: ImageSize? { ImageSize(width: height, height: width) }
}

/// A format of image files, recognized by the extension of a file's name or by its first bytes.
///
/// To support another format, add a case here, its file extensions, how its files start, and the reading of its size.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
    case png = "PNG"
    case jpeg = "JPEG"
    case gif = "GIF"
    case webP = "WebP"
    case avif = "AVIF"
    case svg = "SVG"
    /// The format of many phone cameras, which most browsers cannot show.
    case heic = "HEIC"

    /// The extensions of file names, in lower case, without the dot; the most common one first.
    package var fileExtensions: [String] {
        switch self {
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .gif: ["gif"]
        case .webP: ["webp"]
        case .avif: ["avif"]
        case .svg: ["svg"]
        case .heic: ["heic", "heif"]
        }
    }

    /// Whether an image of the format is so large that phones load it slowly: longer than 500 kB, or a side than 2,400 pixels.
    package func isLarge(byteCount: Int, size: ImageSize?) -> Bool {
        self != .svg && (byteCount > 500_000 || (size.map { max($0.width, $0.height) > 2_400 } ?? false))
    }

    /// Finds the format that a path's extension names; nil for other files.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let fileExtension = path[path.index(after: dot)...]
        guard let format = Self.allCases.first(where: { $0.fileExtensions.contains { $0 == fileExtension } }) else {
            return nil
        }
        self = format
    }

    /// Recognizes the format of a file by its first bytes; nil if it is none of these formats.
    package init?(start bytes: [UInt8]) {
        let starts = { (signature: String, offset: Int) in bytes.dropFirst(offset).starts(with: signature.utf8) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if starts("GIF87a", 0) || starts("GIF89a", 0) {
            self = .gif
        } else if starts("RIFF", 0), starts("WEBP", 8) {
            self = .webP
        } else if starts("ftyp", 4) {
            let brands = Self.brands(bytes)
            if brands.contains("avif") || brands.contains("avis") {
                self = .avif
            } else if brands.contains(where: { $0.hasPrefix("hei") || $0.hasPrefix("hev") || $0 == "mif1" }) {
                self = .heic
            } else {
                return nil
            }
        } else if SVGHeader.isStart(bytes) {
            self = .svg
        } else {
            return nil
        }
    }

    /// The brands in the first box of an ISO base media file (ISO/IEC 14496-12, section 4.3): the major brand, and after the version
    /// the compatible ones.
    private static func brands(_ bytes: [UInt8]) -> [String] {
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let offsets = [8] + Array(stride(from: 16, to: min(length, bytes.count), by: 4))
        return offsets.map { String(decoding: bytes.dropFirst($0).prefix(4), as: UTF8.self) }
    }

    /// Reads the size from the first bytes of a file in this format; nil if it declares none, or an invalid one.
    func size(_ start: [UInt8]) throws(HeaderTooShort) -> ImageSize? {
        let bytes = HeaderBytes(start)
        return switch self {
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
