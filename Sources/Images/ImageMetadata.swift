/// The orientation in the Exif metadata of a photograph (Exif 2.32, section 4.6), which browsers apply when they show it.
enum EXIFOrientation {
    /// Whether the content of a JPEG segment is Exif metadata that rotates the image by 90 degrees in either direction.
    static func isRotated(_ segment: HeaderBytes) -> Bool {
        ((try? orientation(segment)) ?? nil).map { (5...8).contains($0) } ?? false
    }

    /// The value of the tag Orientation in the first directory of the TIFF structure in a segment, from 1 to 8; nil if it has none.
    private static func orientation(_ segment: HeaderBytes) throws(HeaderTooShort) -> Int? {
        guard try segment.code(0) == "Exif", try segment.big(4, 2) == 0 else { return nil }
        let file = segment.slice(6..<max(6, segment.count))
        let byteOrder = try file.big(0, 2)
        // “II” is little-endian, “MM” is big-endian.
        guard byteOrder == 0x4949 || byteOrder == 0x4D4D else { return nil }
        let number = { (offset: Int, length: Int) throws(HeaderTooShort) in
            byteOrder == 0x4949 ? try file.little(offset, length) : try file.big(offset, length)
        }
        guard try number(2, 2) == 42 else { return nil }
        let directory = try number(4, 4)
        for entry in 0..<(try number(directory, 2)) {
            let offset = directory + 2 + 12 * entry
            guard try number(offset, 2) == 0x0112 else { continue }
            // Type 3 is an integer of 16 bits.
            return try number(offset + 2, 2) == 3 ? number(offset + 8, 2) : nil
        }
        return nil
    }
}
