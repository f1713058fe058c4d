/// A format of images, by the ending of a name or by how a file begins.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
    case png = "PNG"
    case jpeg = "JPEG"
    case gif = "GIF"
    case webP = "WebP"
    case avif = "AVIF"
    case svg = "SVG"
    /// What telephones take photographs in and most browsers cannot show.
    case heic = "HEIC"

    /// The endings of names without their dot, the usual one first.
    package var endings: [String] {
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

    /// The format that a name promises; nil for other files.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...]
        guard let format = Self.allCases.first(where: { $0.endings.contains { $0 == ending } }) else { return nil }
        self = format
    }

    /// The format in which a file begins; nil for any other.
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

    /// The formats that a file of boxes says it keeps to: the first in its first box, and after a version all others.
    private static func brands(_ bytes: [UInt8]) -> [String] {
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let places = [8] + Array(stride(from: 16, to: min(length, bytes.count), by: 4))
        return places.map { String(decoding: bytes.dropFirst($0).prefix(4), as: UTF8.self) }
    }
}
