/// Exif metadata (Exif 2.32, section 4): a TIFF file with directories of tags.
struct EXIFMetadata {
    private let file: HeaderBytes
    private let isLittle: Bool

    /// Reads the start of Exif metadata; nil if the bytes are something else.
    ///
    /// - Parameter bytes: The TIFF file, which a JPEG segment, and some WebP files, have after `Exif` and two zero bytes.
    init?(_ bytes: HeaderBytes) {
        let hasMark = (try? bytes.code(0)) == "Exif" && (try? bytes.big(4, 2)) == 0
        file = hasMark ? bytes.slice(6..<max(6, bytes.count)) : bytes
        // “II” is little-endian, “MM” is big-endian.
        guard let order = try? file.big(0, 2), order == 0x4949 || order == 0x4D4D else { return nil }
        isLittle = order == 0x4949
        guard (try? number(2, 2)) == 42 else { return nil }
    }

    /// The orientation, which browsers apply when they show a photograph: 1 to 8; nil if there is none.
    var orientation: Int? {
        // Type 3 is an integer of 16 bits.
        guard let found = try? entry(0x0112, in: number(4, 4)), found.type == 3, let value = try? number(found.value, 2),
            (1...8).contains(value)
        else { return nil }
        return value
    }

    /// Whether the orientation rotates the photograph by 90 degrees in either direction.
    var isRotated: Bool { orientation.map { $0 >= 5 } ?? false }

    /// Whether the metadata says where the photograph was taken: the directory for GPS has a latitude, and it or the longitude is a
    /// number other than zero, which cameras write that do not know.
    var hasPlace: Bool {
        guard let pointer = try? entry(0x8825, in: number(4, 4)), let directory = try? number(pointer.value, 4),
            let latitude = try? entry(2, in: directory)
        else { return false }
        let longitude = try? entry(4, in: directory)
        return isPlace(latitude) || (latitude.type == 5 && longitude.map(isPlace) == true)
    }

    /// Whether the metadata names the maker or the model of a camera.
    var hasCamera: Bool { isText(0x010F, in: 4) || isText(0x0110, in: 4) }

    /// Whether the metadata says when the photograph was taken or the file changed.
    var hasTime: Bool { isText(0x0132, in: 4) || hasOriginalTime }

    private var hasOriginalTime: Bool {
        guard let pointer = try? entry(0x8769, in: number(4, 4)) else { return false }
        return isText(0x9003, in: pointer.value)
    }

    /// Whether a tag is a text (type 2) that is not empty.
    ///
    /// - Parameter directory: The offset of the number that says where the directory is.
    private func isText(_ tag: Int, in directory: Int) -> Bool {
        guard let found = try? entry(tag, in: number(directory, 4)) else { return false }
        return found.type == 2 && found.count > 1
    }

    /// The metadata in a file of any format: wherever a TIFF file starts.
    static func all(in bytes: [UInt8]) -> [EXIFMetadata] {
        var found: [EXIFMetadata] = []
        for (mark, order) in [("II*\0", UInt8(ascii: "I")), ("MM\0*", UInt8(ascii: "M"))] {
            var next = bytes.firstIndex(of: order)
            while let start = next {
                if bytes[start...].starts(with: mark.utf8), let metadata = EXIFMetadata(HeaderBytes(bytes[start...])) {
                    found.append(metadata)
                }
                next = bytes[(start + 1)...].firstIndex(of: order)
            }
        }
        return found
    }

    /// Whether an entry holds degrees, minutes and seconds, of which one is not zero: three fractions (type 5) of 32-bit numbers.
    private func isPlace(_ entry: Entry) -> Bool {
        guard entry.type == 5, entry.count == 3, let start = try? number(entry.value, 4) else { return false }
        return (0..<3).contains { index in
            guard let numerator = try? number(start + 8 * index, 4), let denominator = try? number(start + 8 * index + 4, 4)
            else {
                return false
            }
            return numerator != 0 && denominator != 0
        }
    }

    /// An entry of a directory.
    private struct Entry {
        let type: Int
        let count: Int
        /// The offset of the value, or of the offset of a value that is longer than four bytes.
        let value: Int
    }

    /// Returns the entry of a tag in a directory; nil if there is none.
    private func entry(_ tag: Int, in directory: Int) throws(HeaderTooShort) -> Entry? {
        for index in 0..<(try number(directory, 2)) {
            let offset = directory + 2 + 12 * index
            guard try number(offset, 2) == tag else { continue }
            return Entry(type: try number(offset + 2, 2), count: try number(offset + 4, 4), value: offset + 8)
        }
        return nil
    }

    private func number(_ offset: Int, _ length: Int) throws(HeaderTooShort) -> Int {
        try isLittle ? file.little(offset, length) : file.big(offset, length)
    }
}

/// XMP metadata (ISO 16684-1): XML with properties, of which only the place is of interest.
enum XMPMetadata {
    /// What precedes XMP in a JPEG segment, and in one that continues it.
    static let marks = ["http://ns.adobe.com/xap/1.0/\0", "http://ns.adobe.com/xmp/extension/\0"]

    /// Whether the metadata has the property `exif:GPSLatitude` with a number, as an attribute or an element.
    static func hasPlace(_ bytes: ArraySlice<UInt8>) -> Bool {
        let name = Array("GPSLatitude".utf8)
        var index = bytes.startIndex
        while index + name.count < bytes.endIndex {
            guard let start = bytes[index...].firstIndex(of: name[0]) else { return false }
            index = start + 1
            guard bytes[start...].starts(with: name) else { continue }
            var next = start + name.count
            while next < bytes.endIndex, " \t\r\n=\"'>".utf8.contains(bytes[next]) { next += 1 }
            if next > start + name.count, next < bytes.endIndex, (0x30...0x39).contains(bytes[next]) { return true }
        }
        return false
    }
}

/// Whether the metadata of an image says where it was taken.
enum PlaceMetadata {
    /// The longest file that is read to its end for metadata, in bytes.
    static let limit = 32 << 20

    /// Returns how many bytes of a file to read to see all of its metadata; nil if those read for its size are enough.
    ///
    /// In PNG, WebP, GIF and AVIF, metadata may be the last thing in a file. WebP says at its start whether there is any (RFC 9649, section 2.7).
    static func readLength(_ format: ImageFormat, _ start: [UInt8]) -> Int? {
        switch format {
        case .png, .gif, .avif: return limit
        case .webP:
            guard start.count > 20, start[12..<16].elementsEqual("VP8X".utf8) else { return nil }
            return start[20] & 0x0C == 0 ? nil : limit
        default: return nil
        }
    }

    /// Whether the metadata in the available bytes of an image says where it was taken.
    static func isIn(_ bytes: [UInt8], _ format: ImageFormat) -> Bool {
        switch format {
        case .jpeg: (try? isInJPEG(bytes)) ?? false
        case .png: (try? isInPNG(bytes)) ?? false
        case .webP: (try? isInWebP(bytes)) ?? false
        case .gif: XMPMetadata.hasPlace(bytes[...])
        case .avif: XMPMetadata.hasPlace(bytes[...]) || isInItems(bytes)
        case .svg, .heic: false
        }
    }

    /// AVIF keeps Exif among the data of its pictures, after the words `Exif` and two zeros or after four bytes of its own (ISO/IEC 23008-12,
    /// annex A). So every start of a TIFF file is looked at.
    private static func isInItems(_ bytes: [UInt8]) -> Bool { EXIFMetadata.all(in: bytes).contains(where: \.hasPlace) }

    /// Segments of the type APP1 before the first scan hold Exif and XMP.
    private static func isInJPEG(_ bytes: [UInt8]) throws(HeaderTooShort) -> Bool {
        let header = HeaderBytes(bytes)
        var offset = 2
        while true {
            guard try header.byte(offset) == 0xFF else { return false }
            let marker = try header.byte(offset + 1)
            offset += 1
            if marker == 0xFF { continue }
            offset += 1
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            if marker == 0xDA || marker == 0xD9 { return false }
            let length = try header.big(offset, 2)
            guard length >= 2 else { return false }
            let content = offset + 2..<offset + length
            if marker == 0xE1, hasPlace(bytes, content) { return true }
            offset += length
        }
    }

    private static func hasPlace(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let content = bytes[range.clamped(to: 0..<bytes.count)]
        if XMPMetadata.marks.contains(where: { content.starts(with: $0.utf8) }) { return XMPMetadata.hasPlace(content) }
        return EXIFMetadata(HeaderBytes(content))?.hasPlace ?? false
    }

    /// Chunks (PNG, third edition, section 5.3): `eXIf` holds Exif, `iTXt` may hold XMP.
    private static func isInPNG(_ bytes: [UInt8]) throws(HeaderTooShort) -> Bool {
        let header = HeaderBytes(bytes)
        var offset = 8
        while true {
            let length = try header.big(offset, 4)
            let content = bytes[(offset + 8..<offset + 8 + length).clamped(to: 0..<bytes.count)]
            switch try header.code(offset + 4) {
            case "eXIf": if EXIFMetadata(HeaderBytes(content))?.hasPlace == true { return true }
            case "iTXt": if content.starts(with: "XML:com.adobe.xmp\0".utf8), XMPMetadata.hasPlace(content) { return true }
            default: break
            }
            offset += 12 + length
        }
    }

    /// Chunks (RFC 9649, section 2.3), padded to an even length: `EXIF` and `XMP `.
    private static func isInWebP(_ bytes: [UInt8]) throws(HeaderTooShort) -> Bool {
        let header = HeaderBytes(bytes)
        var offset = 12
        while true {
            let length = try header.little(offset + 4, 4)
            let content = bytes[(offset + 8..<offset + 8 + length).clamped(to: 0..<bytes.count)]
            switch try header.code(offset) {
            case "EXIF": if EXIFMetadata(HeaderBytes(content))?.hasPlace == true { return true }
            case "XMP ": if XMPMetadata.hasPlace(content) { return true }
            default: break
            }
            offset += 8 + length + length & 1
        }
    }
}
