/// JPEG, ITU-T T.81, annex B: segments, each with a marker and its length, one of which is the frame's header.
package enum JPEGHeader {
    package static func size(_ bytes: HeaderBytes) throws(HeaderEnd) -> ImageSize? {
        var place = 2
        var isTurned = false
        while true {
            guard try bytes.byte(place) == 0xFF else { return nil }
            let marker = try bytes.byte(place + 1)
            place += 1
            // Any number of FF may stand before a marker.
            if marker == 0xFF { continue }
            place += 1
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            // The picture itself, or the end.
            if marker == 0xDA || marker == 0xD9 { return nil }
            let length = try bytes.big(place, 2)
            guard length >= 2 else { return nil }
            if isFrame(marker) {
                let size = ImageSize(width: try bytes.big(place + 5, 2), height: try bytes.big(place + 3, 2))
                return isTurned ? size?.turned : size
            }
            if marker == 0xE1, !isTurned {
                isTurned = EXIFOrientation.isTurned(bytes.part(place + 2..<place + length))
            }
            place += length
        }
    }

    /// SOF0 to SOF15, among which stand three markers of other things.
    private static func isFrame(_ marker: Int) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }
}
