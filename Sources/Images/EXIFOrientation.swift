/// Exif 2.32, section 4.6: which way up a photograph is to be shown, as browsers do.
package enum EXIFOrientation {
    /// Whether what a segment holds says that width and height change places.
    package static func isTurned(_ segment: HeaderBytes) -> Bool {
        ((try? orientation(segment)) ?? nil).map { (5...8).contains($0) } ?? false
    }

    /// The value of the tag, in the first directory of a TIFF file within the segment.
    private static func orientation(_ segment: HeaderBytes) throws(HeaderEnd) -> Int? {
        guard try segment.mark(0) == "Exif", try segment.big(4, 2) == 0 else { return nil }
        let file = segment.part(6..<max(6, segment.count))
        let order = try file.big(0, 2)
        // “II” or “MM”.
        guard order == 0x4949 || order == 0x4D4D else { return nil }
        let number = { (place: Int, length: Int) throws(HeaderEnd) in
            order == 0x4949 ? try file.little(place, length) : try file.big(place, length)
        }
        guard try number(2, 2) == 42 else { return nil }
        let directory = try number(4, 4)
        for entry in 0..<(try number(directory, 2)) {
            let place = directory + 2 + 12 * entry
            guard try number(place, 2) == 0x0112 else { continue }
            // One number of 16 bits.
            return try number(place + 2, 2) == 3 ? number(place + 8, 2) : nil
        }
        return nil
    }
}
