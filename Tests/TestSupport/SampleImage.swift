/// The first bytes of image files, built field by field.
package enum SampleImage {
    package static func png(_ width: Int, _ height: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(width, 4) + big(height, 4)
            + [8, 6, 0, 0, 0] + big(0, 4)
    }

    package static func gif(_ width: Int, _ height: Int) -> [UInt8] {
        Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0x80, 0, 0]
    }

    /// Returns the segments that a JPEG file usually has, with additional segments before the frame header.
    ///
    /// - Parameters:
    ///   - frame: The marker of the frame header.
    ///   - before: Complete segments.
    package static func jpeg(_ width: Int, _ height: Int, frame: UInt8 = 0xC0, before: [UInt8] = []) -> [UInt8] {
        let tables = segment(0xDB, [UInt8](repeating: 1, count: 65)) + segment(0xC4, [0, 1, 2])
        let header = segment(frame, [8] + big(height, 2) + big(width, 2) + [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
        return [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) + before + tables + header
            + segment(0xDA, [1, 2, 3])
    }

    package static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(content.count + 2, 2) + content
    }

    /// Returns an Exif segment with two tags. The second one is the orientation.
    package static func exif(orientation: Int, isLittle: Bool, kind: Int = 3) -> [UInt8] {
        let number = { (value: Int, length: Int) in isLittle ? little(value, length) : big(value, length) }
        let first = number(0x010F, 2) + number(2, 2) + number(4, 4) + Array("abc\0".utf8)
        let second = number(0x0112, 2) + number(kind, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
        let file = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2) + first + second
        return segment(0xE1, Array("Exif\0\0".utf8) + file + number(0, 4))
    }

    /// Returns Exif metadata with the directory for GPS: a TIFF file.
    ///
    /// - Parameters:
    ///   - latitude: Degrees, minutes and seconds as fractions; nil for no latitude.
    ///   - longitude: The same.
    package static func gps(
        latitude: [(Int, Int)]? = [(35, 1), (41, 1), (22, 1)], longitude: [(Int, Int)]? = [(139, 1), (41, 1), (30, 1)],
        isLittle: Bool = true
    ) -> [UInt8] {
        let number = { (value: Int, length: Int) in isLittle ? little(value, length) : big(value, length) }
        let values = [(2, latitude), (4, longitude)].compactMap { tag, value in value.map { (tag, $0) } }
        // Version, then latitude and longitude.
        let start = 26 + 2 + 12 * (values.count + 1) + 4
        var entries = number(0, 2) + number(1, 2) + number(4, 4) + [2, 3, 0, 0]
        var fractions: [UInt8] = []
        for (tag, value) in values {
            entries += number(tag, 2) + number(5, 2) + number(value.count, 4) + number(start + fractions.count, 4)
            for (numerator, denominator) in value { fractions += number(numerator, 4) + number(denominator, 4) }
        }
        let head = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
        let directory = number(1, 2) + number(0x8825, 2) + number(4, 2) + number(1, 4) + number(26, 4) + number(0, 4)
        return head + directory + number(values.count + 1, 2) + entries + number(0, 4) + fractions
    }

    /// Returns a JPEG segment with Exif metadata.
    package static func exif(_ file: [UInt8]) -> [UInt8] { segment(0xE1, Array("Exif\0\0".utf8) + file) }

    /// Returns a JPEG segment with XMP metadata.
    package static func xmp(_ text: String) -> [UInt8] {
        segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(text.utf8))
    }

    /// Returns a PNG file with a chunk after the image data.
    package static func png(_ chunk: String, _ content: [UInt8], padding: Int = 10) -> [UInt8] {
        let make = { (name: String, bytes: [UInt8]) in big(bytes.count, 4) + Array(name.utf8) + bytes + [0, 0, 0, 0] }
        return png(4, 3) + make("IDAT", [UInt8](repeating: 0, count: padding)) + make(chunk, content) + make("IEND", [])
    }

    /// Returns a WebP file with a chunk of metadata at its end.
    package static func webP(metadata chunk: String, _ content: [UInt8], flags: UInt8 = 0x0C) -> [UInt8] {
        let make = { (name: String, bytes: [UInt8]) in
            Array(name.utf8) + little(bytes.count, 4) + bytes + (bytes.count % 2 == 1 ? [0] : [])
        }
        let body =
            Array("WEBP".utf8) + make("VP8X", [flags, 0, 0, 0] + little(3, 3) + little(2, 3))
            + make("VP8 ", [UInt8](repeating: 0, count: 5_001)) + make(chunk, content)
        return Array("RIFF".utf8) + little(body.count, 4) + body
    }

    package static func webP(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array("WEBP".utf8) + Array(chunk.utf8) + little(content.count, 4) + content
        return Array("RIFF".utf8) + little(body.count, 4) + body
    }

    package static func webPExtended(_ width: Int, _ height: Int) -> [UInt8] {
        webP("VP8X", [0x10, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
    }

    package static func webPLossless(_ width: Int, _ height: Int) -> [UInt8] {
        webP("VP8L", [0x2F] + little(width - 1 | (height - 1) << 14 | 1 << 28, 4))
    }

    /// Returns a lossy WebP image. The upper two bits of both lengths are a scaling hint, which readers ignore.
    package static func webPLossy(_ width: Int, _ height: Int) -> [UInt8] {
        webP("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(width | 0x4000, 2) + little(height | 0x8000, 2))
    }

    /// Returns an AVIF image.
    ///
    /// - Parameter properties: Boxes from ``box(_:_:)``.
    package static func avif(brand: String = "avif", others: String = "", _ properties: [UInt8]) -> [UInt8] {
        let all = box("ipco", properties) + box("ipma", [0, 0, 0, 0])
        let meta = [0, 0, 0, 0] + box("hdlr", [0, 0, 0, 0]) + box("iprp", all)
        return box("ftyp", Array(brand.utf8) + [0, 0, 0, 0] + Array(others.utf8)) + box("meta", meta) + box("mdat", [1, 2, 3])
    }

    package static func extent(_ width: Int, _ height: Int) -> [UInt8] {
        box("ispe", [0, 0, 0, 0] + big(width, 4) + big(height, 4))
    }

    package static func box(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(kind.utf8) + content
    }

    package static func svg(_ text: String) -> [UInt8] { Array(text.utf8) }

    package static func big(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    package static func little(_ number: Int, _ length: Int) -> [UInt8] { big(number, length).reversed() }
}
