/// WebP, RFC 9649: the first chunk says the size, in one of three forms.
package enum WebPHeader {
    package static func size(_ bytes: HeaderBytes) throws(HeaderEnd) -> ImageSize? {
        switch try bytes.mark(12) {
        case "VP8X": return ImageSize(width: try bytes.little(24, 3) + 1, height: try bytes.little(27, 3) + 1)
        case "VP8L":
            guard try bytes.byte(20) == 0x2F else { return nil }
            let bits = try bytes.little(21, 4)
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        case "VP8 ":
            // RFC 6386, section 9.1: a key frame's start code, then 14 bits each.
            guard try bytes.big(23, 3) == 0x9D012A else { return nil }
            return ImageSize(width: try bytes.little(26, 2) & 0x3FFF, height: try bytes.little(28, 2) & 0x3FFF)
        default: return nil
        }
    }
}
