import CZlib

/// Copies of images without what a camera or a program wrote into them besides the picture: when, where and with what it was taken, by
/// whom, comments, previews.
///
/// Nothing is decoded, so the pixels are the same. What changes how the picture looks is kept: colour profiles, transparency, animation,
/// the density, and the orientation that browsers apply.
public enum CleanImage {
    /// Returns an image as a site publishes it.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Its path, whose extension names the format.
    /// - Returns: JPEG, PNG and WebP without metadata; all other files as they are, and so a file that is not what its name says.
    public static func published(_ bytes: [UInt8], path: String) -> [UInt8] {
        guard let format = ImageFormat(path: path), ImageFormat(start: bytes) == format else { return bytes }
        let cleaned: [UInt8]?
        switch format {
        case .jpeg: cleaned = try? CleanJPEG.cleaned(bytes)
        case .png: cleaned = try? CleanPNG.cleaned(bytes)
        case .webP: cleaned = try? CleanWebP.cleaned(bytes)
        case .gif, .avif, .svg, .heic: cleaned = nil
        }
        guard let cleaned, size(of: cleaned, format) == size(of: bytes, format) else { return bytes }
        return cleaned
    }

    /// Whether metadata of the images of a format are removed when they are published.
    package static func removes(_ format: ImageFormat?) -> Bool {
        switch format {
        case .jpeg, .png, .webP: true
        case .gif, .avif, .svg, .heic, nil: false
        }
    }

    private static func size(of bytes: [UInt8], _ format: ImageFormat) -> ImageSize? { (try? format.size(bytes)) ?? nil }

    /// Exif metadata that says nothing but the orientation: a TIFF file with a directory of one entry (Exif 2.32, section 4).
    fileprivate static func exif(orientation: Int) -> [UInt8] {
        Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0, 0]
    }
}

/// JPEG (ITU-T T.81, annex B).
private enum CleanJPEG {
    static func cleaned(_ bytes: [UInt8]) throws(HeaderTooShort) -> [UInt8] {
        let header = HeaderBytes(bytes)
        var output: [UInt8] = [0xFF, 0xD8]
        output.reserveCapacity(bytes.count)
        var orientation: Int?
        /// Where the orientation belongs: after JFIF, which has to be the first segment.
        var start = output.count
        var offset = 2
        while offset + 1 < bytes.count {
            // What is no marker between two segments is skipped, as decoders do, and so are fill bytes (B.1.1.2).
            guard bytes[offset] == 0xFF, bytes[offset + 1] != 0xFF, bytes[offset + 1] != 0 else {
                offset += 1
                continue
            }
            let marker = bytes[offset + 1]
            offset += 2
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            // Behind the end may be further images, such as the video of a moving photograph.
            if marker == 0xD9 { break }
            let length = try header.big(offset, 2)
            guard length >= 2, offset + length <= bytes.count else { break }
            let content = bytes[offset + 2..<offset + length]
            switch marker {
            case 0xE0 where content.starts(with: "JFIF\0".utf8) && content.count >= 14:
                // The preview after the density is left out.
                output += [0xFF, 0xE0, 0, 16] + content.prefix(12) + [0, 0]
                start = output.count
            case 0xE1:
                orientation = orientation ?? EXIFMetadata(HeaderBytes(content))?.orientation
            case 0xE2 where content.starts(with: "ICC_PROFILE\0".utf8), 0xEE where content.starts(with: "Adobe".utf8):
                output += bytes[offset - 2..<offset + length]
            case 0xE0...0xEF, 0xFE: break
            default: output += bytes[offset - 2..<offset + length]
            }
            offset += length
            guard marker == 0xDA else { continue }
            // The coded data of a scan end at a marker, which restarts and stuffed zeros are not (B.1.1.5).
            let scan = offset
            while offset + 1 < bytes.count {
                if bytes[offset] == 0xFF, bytes[offset + 1] != 0, !(0xD0...0xD7).contains(bytes[offset + 1]) { break }
                offset += 1
            }
            if offset + 1 >= bytes.count { offset = bytes.count }
            output += bytes[scan..<offset]
        }
        output += [0xFF, 0xD9]
        if let orientation, orientation != 1 {
            let exif = Array("Exif\0\0".utf8) + CleanImage.exif(orientation: orientation)
            output.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: start)
        }
        return output
    }
}

/// PNG (third edition, sections 5 and 11).
private enum CleanPNG {
    /// The ancillary chunks that change how a picture looks, or that are part of its animation. Of others, only the orientation is kept.
    private static let kept: Set<String> = [
        "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP", "mDCV", "cLLI", "pHYs", "bKGD", "hIST", "acTL", "fcTL", "fdAT",
    ]

    static func cleaned(_ bytes: [UInt8]) throws(HeaderTooShort) -> [UInt8] {
        let header = HeaderBytes(bytes)
        var output = Array(bytes.prefix(8))
        output.reserveCapacity(bytes.count)
        var offset = 8
        while offset + 8 <= bytes.count {
            let length = try header.big(offset, 4)
            let type = try header.code(offset + 4)
            let end = min(offset + 12 + length, bytes.count)
            // A small letter at the start means that a picture can be shown without the chunk.
            let isCritical = (0x41...0x5A).contains(bytes[offset + 4])
            if isCritical || kept.contains(type) {
                output += bytes[offset..<end]
            } else if type == "eXIf", let orientation = EXIFMetadata(header.slice(offset + 8..<end))?.orientation,
                orientation != 1
            {
                output += chunk("eXIf", CleanImage.exif(orientation: orientation))
            }
            if type == "IEND" { break }
            offset = end
        }
        return output
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + content
        let sum = UInt32(truncatingIfNeeded: crc32_z(0, body, body.count))
        return number(UInt32(content.count)) + body + number(sum)
    }

    private static func number(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}

/// WebP (RFC 9649, section 2).
private enum CleanWebP {
    private static let kept: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]
    /// The bits of the chunk `VP8X` that announce metadata (section 2.7).
    private static let (exifFlag, xmpFlag): (UInt8, UInt8) = (0x08, 0x04)

    static func cleaned(_ bytes: [UInt8]) throws(HeaderTooShort) -> [UInt8] {
        let header = HeaderBytes(bytes)
        var output = Array(bytes.prefix(12))
        output.reserveCapacity(bytes.count)
        var orientation: Int?
        var flags: Int?
        var offset = 12
        // What is behind the end that the file declares is not part of it.
        let total = min(bytes.count, try header.little(4, 4) + 8)
        while offset + 8 <= total {
            let length = try header.little(offset + 4, 4)
            let end = min(offset + 8 + length + length & 1, total)
            switch try header.code(offset) {
            case "EXIF": orientation = EXIFMetadata(header.slice(offset + 8..<end))?.orientation
            case let type where kept.contains(type):
                if type == "VP8X", offset + 8 < end { flags = output.count + 8 }
                output += bytes[offset..<end]
            default: break
            }
            offset = end
        }
        if let flags {
            output[flags] &= ~(exifFlag | xmpFlag)
            if let orientation, orientation != 1 {
                output[flags] |= exifFlag
                let exif = CleanImage.exif(orientation: orientation)
                output += Array("EXIF".utf8) + number(UInt32(exif.count)) + exif
            }
        }
        output.replaceSubrange(4..<8, with: number(UInt32(output.count - 8)))
        return output
    }

    private static func number(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
}
