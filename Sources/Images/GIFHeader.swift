/// GIF89a, section 18: the logical screen.
package enum GIFHeader {
    package static func size(_ bytes: HeaderBytes) throws(HeaderEnd) -> ImageSize? {
        ImageSize(width: try bytes.little(6, 2), height: try bytes.little(8, 2))
    }
}
