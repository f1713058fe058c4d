/// The first bytes of image files.
enum SampleImage {
    /// The bytes of a PNG file up to the end of its size.
    static func png(_ width: Int, _ height: Int) -> [UInt8] {
        let number = { (value: Int) in withUnsafeBytes(of: UInt32(value).bigEndian) { Array($0) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + number(13) + Array("IHDR".utf8) + number(width)
            + number(height) + [8, 6, 0, 0, 0]
    }
}
