/// PNG, third edition, section 11.2.1: the first chunk is IHDR.
package enum PNGHeader {
    package static func size(_ bytes: HeaderBytes) throws(HeaderEnd) -> ImageSize? {
        guard try bytes.mark(12) == "IHDR" else { return nil }
        return ImageSize(width: try bytes.big(16, 4), height: try bytes.big(20, 4))
    }
}
