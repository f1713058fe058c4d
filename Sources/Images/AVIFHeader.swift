/// AVIF 1.1 over ISO/IEC 14496-12 and 23008-12: boxes in boxes, among which are the properties of the images in the file.
package enum AVIFHeader {
    package static func size(_ bytes: HeaderBytes) throws(HeaderEnd) -> ImageSize? {
        guard let properties = try properties(bytes) else { return nil }
        // Thumbnails and tiles have sizes of their own; what is shown is the largest.
        var size: ImageSize?
        var (isTurned, isClipped) = (false, false)
        for box in try boxes(properties) {
            switch box.kind {
            case "ispe":
                let found = ImageSize(width: try box.content.big(4, 4), height: try box.content.big(8, 4))
                guard let found else { return nil }
                if size.map({ $0.width < found.width || $0.height < found.height }) ?? true { size = found }
            case "irot": isTurned = try box.content.byte(0) & 1 == 1
            case "clap": isClipped = true
            default: break
            }
        }
        if isClipped { return nil }
        return isTurned ? size?.turned : size
    }

    private static func properties(_ bytes: HeaderBytes) throws(HeaderEnd) -> HeaderBytes? {
        // What is in no other box ends where the file does, which may be beyond the bytes at hand.
        guard let meta = try content(of: "meta", in: bytes, isWhole: false),
            // It has a version and flags before its boxes.
            let properties = try content(of: "iprp", in: meta.part(4..<max(4, meta.count)))
        else { return nil }
        return try content(of: "ipco", in: properties)
    }

    private struct Box {
        let kind: String
        let content: HeaderBytes
        let end: Int
    }

    private static func content(
        of kind: String, in bytes: HeaderBytes, isWhole: Bool = true
    ) throws(HeaderEnd) -> HeaderBytes? {
        var place = 0
        while !isWhole || place < bytes.count, let box = try box(at: place, in: bytes) {
            if box.kind == kind {
                guard box.end <= bytes.count else { throw HeaderEnd() }
                return box.content
            }
            place = box.end
        }
        return nil
    }

    private static func boxes(_ bytes: HeaderBytes) throws(HeaderEnd) -> [Box] {
        var boxes: [Box] = []
        var place = 0
        while place < bytes.count, let box = try box(at: place, in: bytes) {
            boxes.append(box)
            place = box.end
        }
        return boxes
    }

    /// The box at a place; nil for one without a length, or with one of 64 bits, as nothing in a header has.
    private static func box(at place: Int, in bytes: HeaderBytes) throws(HeaderEnd) -> Box? {
        let length = try bytes.big(place, 4)
        guard length >= 8 else { return nil }
        return Box(kind: try bytes.mark(place + 4), content: bytes.part(place + 8..<place + length), end: place + length)
    }
}
