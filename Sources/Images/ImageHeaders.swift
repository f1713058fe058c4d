// The sizes are read by our own code: an image library would be a large dependency for two numbers near the start of a file.

/// The available bytes end before the file declares its size.
struct HeaderTooShort: Error {}

/// A range of a file's first bytes; offsets count from the start of the range, and no byte outside of it can be read.
struct HeaderBytes {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    init(_ slice: ArraySlice<UInt8>) {
        bytes = slice
    }

    var count: Int { bytes.count }

    func byte(_ offset: Int) throws(HeaderTooShort) -> Int {
        guard offset >= 0, offset < count else { throw HeaderTooShort() }
        return Int(bytes[bytes.startIndex + offset])
    }

    /// Reads an unsigned integer of up to four bytes, the most significant byte first.
    func big(_ offset: Int, _ length: Int) throws(HeaderTooShort) -> Int {
        var number = 0
        for index in 0..<length { number = number << 8 | (try byte(offset + index)) }
        return number
    }

    /// Reads an unsigned integer of up to four bytes, the least significant byte first.
    func little(_ offset: Int, _ length: Int) throws(HeaderTooShort) -> Int {
        var number = 0
        for index in (0..<length).reversed() { number = number << 8 | (try byte(offset + index)) }
        return number
    }

    /// Reads a code of four ASCII characters, such as the type of a chunk.
    func code(_ offset: Int) throws(HeaderTooShort) -> String {
        let number = UInt32(truncatingIfNeeded: try big(offset, 4))
        return withUnsafeBytes(of: number.bigEndian) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes in a range, as far as they are available.
    func slice(_ range: Range<Int>) -> HeaderBytes {
        HeaderBytes(bytes.dropFirst(range.lowerBound).prefix(range.count))
    }
}

/// PNG (third edition, section 11.2.1): the first chunk is IHDR, which starts with width and height.
enum PNGHeader {
    static func size(_ bytes: HeaderBytes) throws(HeaderTooShort) -> ImageSize? {
        guard try bytes.code(12) == "IHDR" else { return nil }
        return ImageSize(width: try bytes.big(16, 4), height: try bytes.big(20, 4))
    }
}

/// GIF89a (section 18): the size of the logical screen follows the signature.
enum GIFHeader {
    static func size(_ bytes: HeaderBytes) throws(HeaderTooShort) -> ImageSize? {
        ImageSize(width: try bytes.little(6, 2), height: try bytes.little(8, 2))
    }
}

/// WebP (RFC 9649, section 2): the first chunk holds the size, in one of three forms.
enum WebPHeader {
    static func size(_ bytes: HeaderBytes) throws(HeaderTooShort) -> ImageSize? {
        switch try bytes.code(12) {
        case "VP8X": return ImageSize(width: try bytes.little(24, 3) + 1, height: try bytes.little(27, 3) + 1)
        case "VP8L":
            guard try bytes.byte(20) == 0x2F else { return nil }
            let bits = try bytes.little(21, 4)
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        case "VP8 ":
            // RFC 6386, section 9.1: the start code of a key frame, then width and height in 14 bits each.
            guard try bytes.big(23, 3) == 0x9D012A else { return nil }
            return ImageSize(width: try bytes.little(26, 2) & 0x3FFF, height: try bytes.little(28, 2) & 0x3FFF)
        default: return nil
        }
    }
}

/// JPEG (ITU-T T.81, annex B): a sequence of segments, each with a marker and a length. The frame header holds the size.
enum JPEGHeader {
    static func size(_ bytes: HeaderBytes) throws(HeaderTooShort) -> ImageSize? {
        var offset = 2
        var isRotated = false
        while true {
            guard try bytes.byte(offset) == 0xFF else { return nil }
            let marker = try bytes.byte(offset + 1)
            offset += 1
            // Any number of fill bytes FF may precede a marker (B.1.1.2).
            if marker == 0xFF { continue }
            offset += 1
            // TEM, RST0 to RST7 and SOI have no length.
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            // Start of scan or end of image: there was no frame header.
            if marker == 0xDA || marker == 0xD9 { return nil }
            let length = try bytes.big(offset, 2)
            guard length >= 2 else { return nil }
            if isFrame(marker) {
                let size = ImageSize(width: try bytes.big(offset + 5, 2), height: try bytes.big(offset + 3, 2))
                return isRotated ? size?.rotated : size
            }
            if marker == 0xE1, !isRotated {
                isRotated = EXIFMetadata(bytes.slice(offset + 2..<offset + length))?.isRotated ?? false
            }
            offset += length
        }
    }

    /// Whether a marker is one of SOF0 to SOF15. Three markers in that range, DHT, JPG and DAC, mean something else.
    private static func isFrame(_ marker: Int) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }
}

/// AVIF (1.1, on ISO/IEC 14496-12 and 23008-12): nested boxes. The box `ipco` holds the properties of all images in the file.
enum AVIFHeader {
    static func size(_ bytes: HeaderBytes) throws(HeaderTooShort) -> ImageSize? {
        guard let properties = try properties(bytes) else { return nil }
        // Thumbnails and tiles have sizes of their own; the largest image is the one that is shown.
        var size: ImageSize?
        var (isRotated, isCropped) = (false, false)
        for box in try boxes(properties) {
            switch box.type {
            case "ispe":
                let found = ImageSize(width: try box.content.big(4, 4), height: try box.content.big(8, 4))
                guard let found else { return nil }
                if size.map({ $0.width < found.width || $0.height < found.height }) ?? true { size = found }
            case "irot": isRotated = try box.content.byte(0) & 1 == 1
            case "clap": isCropped = true
            default: break
            }
        }
        if isCropped { return nil }
        return isRotated ? size?.rotated : size
    }

    private static func properties(_ bytes: HeaderBytes) throws(HeaderTooShort) -> HeaderBytes? {
        // The boxes at the top level end where the file does, which may be after the available bytes.
        guard let meta = try content(of: "meta", in: bytes, isComplete: false),
            // A version and flags precede the boxes in `meta`.
            let properties = try content(of: "iprp", in: meta.slice(4..<max(4, meta.count)))
        else { return nil }
        return try content(of: "ipco", in: properties)
    }

    private struct Box {
        let type: String
        let content: HeaderBytes
        let end: Int
    }

    /// The content of the first box of a type; nil if there is none.
    private static func content(
        of type: String, in bytes: HeaderBytes, isComplete: Bool = true
    ) throws(HeaderTooShort) -> HeaderBytes? {
        var offset = 0
        while !isComplete || offset < bytes.count, let box = try box(at: offset, in: bytes) {
            if box.type == type {
                guard box.end <= bytes.count else { throw HeaderTooShort() }
                return box.content
            }
            offset = box.end
        }
        return nil
    }

    private static func boxes(_ bytes: HeaderBytes) throws(HeaderTooShort) -> [Box] {
        var boxes: [Box] = []
        var offset = 0
        while offset < bytes.count, let box = try box(at: offset, in: bytes) {
            boxes.append(box)
            offset = box.end
        }
        return boxes
    }

    /// The box at an offset; nil if it has no length, or one of 64 bits, which no box in a header has.
    private static func box(at offset: Int, in bytes: HeaderBytes) throws(HeaderTooShort) -> Box? {
        let length = try bytes.big(offset, 4)
        guard length >= 8 else { return nil }
        return Box(type: try bytes.code(offset + 4), content: bytes.slice(offset + 8..<offset + length), end: offset + length)
    }
}
