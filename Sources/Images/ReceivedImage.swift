/// A file that somebody wants to use as an image, judged by its bytes alone, as it can be stored.
public struct ReceivedImage: Sendable {
    /// The longest file that is taken, in bytes.
    public static let longest = 20_000_000
    /// The most pixels that are taken. A browser needs four bytes for each.
    package static let mostPixels = 100_000_000

    /// Why a file is not taken.
    public enum Refusal: Error, Sendable, Hashable {
        case empty
        case tooLong(byteCount: Int)
        /// The file is of a format that a site does not publish.
        case other(OtherFormat)
        /// The file starts like none of the known formats.
        case unknown
        /// The file was cut off, or is damaged.
        case incomplete(ImageFormat)
        case tooManyPixels(ImageSize)
        /// An SVG file that has a document type, runs something, or loads something from elsewhere.
        case active
        /// The metadata says where the image was taken, and cannot be removed.
        case keepsPlace(ImageFormat)
    }

    /// What the metadata of an image says.
    public struct Metadata: OptionSet, Sendable, Hashable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Where the image was taken.
        public static let place = Metadata(rawValue: 1)
        /// With which camera.
        public static let camera = Metadata(rawValue: 2)
        /// When.
        public static let time = Metadata(rawValue: 4)
    }

    public let format: ImageFormat
    /// The size at which it is shown; nil for an SVG file without one.
    public let size: ImageSize?
    /// The bytes to store: those of the file without metadata. The pixels are the same.
    public let bytes: [UInt8]
    /// What was removed.
    public let removed: Metadata
    /// Whether it is more than one picture, of which a copy made by a browser would have the first only.
    public var isAnimated: Bool {
        switch format {
        case .gif, .avif: true
        case .png: WholeImage.has("acTL", in: bytes)
        case .webP: WholeImage.has("ANIM", in: bytes)
        case .jpeg, .svg, .heic: false
        }
    }
    /// Whether it is so large that phones load it slowly.
    public var isLarge: Bool { format.isLarge(byteCount: bytes.count, size: size) }

    /// Judges a file.
    ///
    /// - Parameter file: All of its bytes.
    public init(_ file: [UInt8]) throws(Refusal) {
        guard !file.isEmpty else { throw .empty }
        guard file.count <= Self.longest else { throw .tooLong(byteCount: file.count) }
        if let other = OtherFormat(start: file) { throw .other(other) }
        guard let format = ImageFormat(start: file) else { throw .unknown }
        if format == .svg { guard SVGContent.isStill(file) else { throw .active } }
        guard WholeImage.isWhole(file, format) else { throw .incomplete(format) }
        let size = try? format.size(file)
        guard size != nil || format == .svg else { throw .incomplete(format) }
        if let size, size.width * size.height > Self.mostPixels { throw .tooManyPixels(size) }
        bytes = CleanImage.published(file, path: "image.\(format.fileExtensions[0])")
        guard !PlaceMetadata.isIn(bytes, format) else { throw .keepsPlace(format) }
        self.format = format
        self.size = size
        removed = Self.metadata(of: file, format).subtracting(Self.metadata(of: bytes, format))
    }

    private static func metadata(of bytes: [UInt8], _ format: ImageFormat) -> Metadata {
        guard format != .svg else { return [] }
        var found: Metadata = PlaceMetadata.isIn(bytes, format) ? .place : []
        for exif in EXIFMetadata.all(in: bytes) {
            if exif.hasCamera { found.insert(.camera) }
            if exif.hasTime { found.insert(.time) }
        }
        return found
    }
}

/// A format of pictures and other files that people try to use as images, and that a site does not publish.
public enum OtherFormat: Sendable, Hashable {
    case heic, tiff, bmp, photoshop, jpegXL, jpeg2000, pdf, video, office

    /// Recognizes a file by its first bytes; nil if it is none of these.
    init?(start bytes: [UInt8]) {
        func isAt(_ offset: Int, _ text: String) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
        if ImageFormat(start: bytes) == .heic {
            self = .heic
        } else if isAt(0, "II*\0") || isAt(0, "MM\0*") {
            self = .tiff
        } else if isAt(0, "BM"), bytes.count > 26, bytes[6..<10].allSatisfy({ $0 == 0 }) {
            self = .bmp
        } else if isAt(0, "8BPS") {
            self = .photoshop
        } else if bytes.starts(with: [0xFF, 0x0A]) || isAt(4, "JXL ") {
            self = .jpegXL
        } else if isAt(4, "jP  ") || bytes.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) {
            self = .jpeg2000
        } else if isAt(0, "%PDF-") {
            self = .pdf
        } else if isAt(4, "ftyp"), ImageFormat(start: bytes) == nil {
            self = .video
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .office
        } else {
            return nil
        }
    }
}
