import Basics
import CZlib

/// Whether a file is a whole image: all of its parts are there, and each has the length that it declares.
///
/// Nothing is decoded. So a file whose compressed data are wrong can pass, but none that was cut off while it was copied or sent, and
/// none that only starts like an image.
enum WholeImage {
    static func isWhole(_ bytes: [UInt8], _ format: ImageFormat) -> Bool {
        let header = HeaderBytes(bytes)
        do throws(HeaderTooShort) {
            return switch format {
            case .jpeg: try isWholeJPEG(header)
            case .png: try isWholePNG(bytes, header)
            case .gif: try isWholeGIF(header)
            case .webP: try isWholeWebP(header)
            case .avif: try isWholeAVIF(header)
            case .svg: SVGContent.isWhole(bytes)
            case .heic: false
            }
        } catch {
            return false
        }
    }

    /// Whether a PNG or WebP file has a chunk of a type near its start, where those of an animation are.
    static func has(_ type: String, in bytes: [UInt8]) -> Bool {
        let (start, type) = (bytes.prefix(4_096), Array(type.utf8))
        return start.indices.contains { start[$0...].starts(with: type) }
    }

    /// JPEG (ITU-T T.81, annex B): a frame, a scan and the marker of the end.
    private static func isWholeJPEG(_ header: HeaderBytes) throws(HeaderTooShort) -> Bool {
        var (hasFrame, hasScan, offset) = (false, false, 2)
        while true {
            // What is no marker is data of a scan, or was left between two segments by a camera.
            guard try header.byte(offset) == 0xFF, ![0x00, 0xFF].contains(try header.byte(offset + 1)) else {
                offset += 1
                continue
            }
            let marker = try header.byte(offset + 1)
            offset += 2
            if marker == 0xD9 { return hasFrame && hasScan }
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) { hasFrame = true }
            if marker == 0xDA { hasScan = true }
            let length = try header.big(offset, 2)
            guard length >= 2, offset + length <= header.count else { return false }
            offset += length
        }
    }

    /// PNG (third edition, section 5): chunks with the right sums, from the header to the end.
    private static func isWholePNG(_ bytes: [UInt8], _ header: HeaderBytes) throws(HeaderTooShort) -> Bool {
        var (hasData, offset) = (false, 8)
        while true {
            let (length, type) = (try header.big(offset, 4), try header.code(offset + 4))
            guard offset + 12 + length <= bytes.count, (offset == 8) == (type == "IHDR") else { return false }
            let sum = bytes[(offset + 4)..<(offset + 8 + length)].withUnsafeBufferPointer {
                crc32_z(0, $0.baseAddress, $0.count)
            }
            guard try header.big(offset + 8 + length, 4) == Int(sum) else { return false }
            if type == "IDAT" { hasData = true }
            if type == "IEND" { return hasData }
            offset += 12 + length
        }
    }

    /// GIF (version 89a, section 17 and appendix B): blocks with at least one picture, and the trailer.
    private static func isWholeGIF(_ header: HeaderBytes) throws(HeaderTooShort) -> Bool {
        func tableLength(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << ((flags & 7) + 1) }
        func skipBlocks(_ offset: inout Int) throws(HeaderTooShort) {
            while true {
                let length = try header.byte(offset)
                offset += 1 + length
                if length == 0 { return }
            }
        }
        var (hasPicture, offset) = (false, 13 + tableLength(try header.byte(10)))
        while true {
            switch try header.byte(offset) {
            case 0x21:
                offset += 2
                try skipBlocks(&offset)
            case 0x2C:
                hasPicture = true
                offset += 11 + tableLength(try header.byte(offset + 9))
                try skipBlocks(&offset)
            case 0x3B: return hasPicture
            default: return false
            }
        }
    }

    /// WebP (RFC 9649, section 2): chunks of which one is a picture, as long as the file says.
    private static func isWholeWebP(_ header: HeaderBytes) throws(HeaderTooShort) -> Bool {
        let total = try header.little(4, 4) + 8
        guard total <= header.count else { return false }
        var (hasPicture, offset) = (false, 12)
        while offset + 8 <= total {
            let length = try header.little(offset + 4, 4)
            guard offset + 8 + length <= total else { return false }
            if ["VP8 ", "VP8L", "ANMF"].contains(try header.code(offset)) { hasPicture = true }
            offset += 8 + length + length & 1
        }
        return hasPicture
    }

    /// AVIF: the boxes of an ISO base media file (ISO/IEC 14496-12, section 4.2), among them those with metadata and data.
    private static func isWholeAVIF(_ header: HeaderBytes) throws(HeaderTooShort) -> Bool {
        var (types, offset): (Set<String>, Int) = ([], 0)
        while offset < header.count {
            var length = try header.big(offset, 4)
            types.insert(try header.code(offset + 4))
            if length == 1 { length = try header.big(offset + 8, 4) << 32 | header.big(offset + 12, 4) }
            if length == 0 { length = header.count - offset }
            guard length >= 8, length <= header.count - offset else { return false }
            offset += length
        }
        return types.isSuperset(of: ["ftyp", "meta", "mdat"])
    }
}

/// The whole content of an SVG file (SVG 2).
package enum SVGContent {
    /// The elements that run something, or show what is not SVG.
    private static let active: Set<String> = [
        "script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener", "set", "animate",
    ]
    /// What a link in an SVG file may start with: a part of the same file, or a picture inside it.
    private static let inner = ["#", "data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"]

    /// Whether a file is well-formed, without a document type.
    static func isWhole(_ bytes: [UInt8]) -> Bool { (try? elements(of: bytes) { _ in true }) ?? false }

    /// Whether a file can do nothing but show a picture: it runs no script, changes no link and loads nothing from elsewhere.
    package static func isStill(_ bytes: [UInt8]) -> Bool {
        (try? elements(of: bytes) { element in
            guard !active.contains(element.name.local) else { return false }
            return element.attributes.allSatisfy { name, value in
                let name = name.local.lowercased()
                let text = value.lowercased().filter { !$0.isWhitespace }
                if name.hasPrefix("on") { return false }
                if ["href", "src"].contains(name) { return inner.contains { text.hasPrefix($0) } }
                return !text.contains("javascript:") && !loads(text)
            }
        } text: { text in
            let text = text.lowercased()
            return !text.contains("@import") && !loads(text.filter { !$0.isWhitespace })
        }) ?? false
    }

    /// Whether a style sheet loads something from elsewhere.
    private static func loads(_ style: String) -> Bool {
        style.ranges(of: "url(").contains { range in
            let address = style[range.upperBound...].drop { "\"'".contains($0) }
            return !inner.contains { address.hasPrefix($0) }
        }
    }

    /// Reads a file to its end. Returns whether its first element is `svg` and all elements and texts pass.
    private static func elements(
        of bytes: [UInt8], pass: (XMLReader.Element) -> Bool, text isFit: (String) -> Bool = { _ in true }
    ) throws(XMLReader.Failure) -> Bool {
        var reader = try XMLReader(bytes)
        var isFirst = true
        while let event = try reader.next() {
            switch event {
            case .start(let element):
                if isFirst, element.name.local != "svg" { return false }
                isFirst = false
                if !pass(element) { return false }
            case .text(let text): if !isFit(text) { return false }
            case .end: break
            }
        }
        return !isFirst
    }
}
