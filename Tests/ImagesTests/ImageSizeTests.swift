import Images
import TestSupport
import Testing

/// Reads sizes of images from their first bytes, complete, truncated and damaged.
@Suite struct ImageSizeTests {
    private static let (wide, high) = (4_032, 3_024)

    /// Every variant of every format, with the smallest number of bytes that contains the size.
    private static let samples: [(path: String, bytes: [UInt8], enough: Int)] = [
        ("a.png", SampleImage.png(wide, high), 24),
        ("a.gif", SampleImage.gif(wide, high), 10),
        ("a.jpg", SampleImage.jpeg(wide, high), 0),
        ("a.jpeg", SampleImage.jpeg(wide, high, frame: 0xC2), 0),
        ("b.jpg", SampleImage.jpeg(high, wide, before: SampleImage.exif(orientation: 6, isLittle: true)), 0),
        ("a.webp", SampleImage.webPExtended(wide, high), 30),
        ("b.webp", SampleImage.webPLossless(wide, high), 25),
        ("c.webp", SampleImage.webPLossy(wide, high), 30),
        ("a.avif", SampleImage.avif(SampleImage.extent(wide, high)), 0),
        ("a.svg", SampleImage.svg("<?xml version=\"1.0\"?>\n<svg width=\"4032\" height=\"3024\"><path/></svg>"), 0),
    ]

    private func size(_ bytes: [UInt8], _ path: String = "a.jpg") -> ImageSize? {
        ImageFile(path: path) { Array(bytes.prefix($0)) }.size
    }

    @Test(arguments: samples.indices) func sizesOfAllFormatsAreRead(index: Int) {
        let sample = Self.samples[index]
        let file = ImageFile(path: sample.path) { Array(sample.bytes.prefix($0)) }
        #expect(file.size == ImageSize(width: Self.wide, height: Self.high))
        #expect(file.content?.format == file.namedFormat && file.content?.isTruncated == false)
    }

    /// A truncated file has no size, and is reported as truncated, or it has the right size.
    @Test(arguments: samples.indices) func truncatedFilesAreRecognized(index: Int) {
        let (path, bytes, enough) = Self.samples[index]
        for length in 0...bytes.count {
            let file = ImageFile(path: path) { Array(bytes.prefix(min(length, $0))) }
            if file.size == nil {
                #expect(file.content?.format == nil || file.content?.isTruncated == true, "\(path) of \(length) bytes")
            } else {
                #expect(file.size == ImageSize(width: Self.wide, height: Self.high))
                #expect(length >= enough)
            }
        }
    }

    /// Whatever is damaged, reading ends without a crash, reads the same again, and asks for no more bytes than for any image. A
    /// file that still has a format has a size from 1 to 2³¹ − 1 or none; one without a format has none.
    @Test(arguments: samples.indices) func damagedFilesAreSafe(index: Int) {
        let (path, bytes, enough) = Self.samples[index]
        let whole = ImageSize(width: Self.wide, height: Self.high)
        let lengths = 1...Int(Int32.max)
        var (sizes, unknown) = (Set<ImageSize>(), 0)
        func read(_ damaged: [UInt8]) -> ImageFile {
            var asked = 0
            let file = ImageFile(path: path) { count in
                asked = max(asked, count)
                return Array(damaged.prefix(count))
            }
            #expect(asked <= 512 << 10 && file == ImageFile(path: path) { Array(damaged.prefix($0)) })
            if let size = file.size {
                #expect(lengths.contains(size.width) && lengths.contains(size.height) && file.content?.format != nil)
                sizes.insert(size)
            } else {
                unknown += 1
            }
            return file
        }
        for position in bytes.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFE, 0xFF] {
                var damaged = bytes
                damaged[position] = value
                let file = read(damaged)
                // Nothing after the size matters.
                if enough > 0, position >= enough { #expect(file.size == whole, "\(value) at \(position)") }
                if damaged == bytes { #expect(file.size == whole) }
                damaged[position...] = ArraySlice(repeatElement(value, count: bytes.count - position))
                _ = read(damaged)
            }
        }
        // Damage to the signature is noticed, and damage to the size gives another size, but for one in letters: both were really tried.
        #expect(unknown > 0 && sizes.count > (path == "a.svg" ? 0 : 1))
    }

    @Test(arguments: 0...9, [true, false]) func exifOrientationRotatesPhotographs(orientation: Int, isLittle: Bool) {
        let exif = SampleImage.exif(orientation: orientation, isLittle: isLittle)
        let isRotated = (5...8).contains(orientation)
        let upright = ImageSize(width: 40, height: 30)
        #expect(size(SampleImage.jpeg(40, 30, before: exif)) == (isRotated ? upright?.rotated : upright))
    }

    @Test func invalidExifDataIsIgnored() {
        let upright = ImageSize(width: 40, height: 30)
        let long = SampleImage.exif(orientation: 6, isLittle: true, kind: 4)
        #expect(size(SampleImage.jpeg(40, 30, before: long)) == upright)
        let whole = SampleImage.exif(orientation: 6, isLittle: false).dropFirst(4)
        for length in 0..<(whole.count - 12) {
            let cut = SampleImage.segment(0xE1, Array(whole.prefix(length)))
            #expect(size(SampleImage.jpeg(40, 30, before: cut)) == upright, "\(length) bytes")
        }
    }

    /// More bytes are read only of photographs with large metadata.
    @Test func noMoreBytesThanNeededAreRead() {
        let metadata = SampleImage.segment(0xE2, [UInt8](repeating: 0xFF, count: 60_000))
        let picture = [UInt8](repeating: 0, count: 1 << 20)
        let photographs = (0...2).map { count in
            SampleImage.jpeg(40, 30, before: (0..<count).flatMap { _ in metadata }) + picture
        }
        for (bytes, expected) in zip(photographs, [[4_096], [4_096, 98_304], [4_096, 98_304, 524_288]]) {
            var asked: [Int] = []
            let file = ImageFile(path: "a.jpg") { count in
                asked.append(count)
                return Array(bytes.prefix(count))
            }
            #expect(file.size == ImageSize(width: 40, height: 30))
            #expect(asked == expected)
        }
        // Metadata over 512 KiB is valid, but the size is unknown.
        let huge = SampleImage.jpeg(40, 30, before: (0..<9).flatMap { _ in metadata })
        let file = ImageFile(path: "a.jpg") { Array(huge.prefix($0)) }
        #expect(file.size == nil && file.content?.isTruncated == false)
    }

    @Test func otherFilesAreNotRead() {
        let file = ImageFile(path: "a.xyz") { (_: Int) -> [UInt8] in
            Issue.record("read a file that is neither an image nor a document")
            return []
        }
        #expect(file.size == nil)
    }

    @Test func fillBytesAndMarkersWithoutLengthAreSkipped() {
        let odd: [UInt8] = [0xFF, 0xFF, 0x01, 0xFF, 0xD0, 0xFF]
        #expect(size(SampleImage.jpeg(40, 30, before: odd)) == ImageSize(width: 40, height: 30))
        #expect(size(SampleImage.jpeg(40, 0)) == nil)
        #expect(size(SampleImage.jpeg(40, 30, frame: 0xCC)) == nil)
        #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xC0]) == nil)
    }

    @Test func compatibleBrandsOfAVIFFilesCount() {
        let small = SampleImage.extent(4, 3)
        let file = SampleImage.avif(brand: "mif1", others: "miafavif", small)
        #expect(size(file, "a.avif") == ImageSize(width: 4, height: 3))
        #expect(ImageFormat(start: SampleImage.avif(brand: "mif1", others: "miafheic", small)) == .heic)
        #expect(ImageFormat(start: SampleImage.avif(brand: "isom", others: "mp42", small)) == nil)
    }

    @Test func theLargestOfSeveralAVIFImagesCounts() {
        let (small, large) = (SampleImage.extent(160, 120), SampleImage.extent(1_600, 1_200))
        let shown = ImageSize(width: 1_600, height: 1_200)
        #expect(size(SampleImage.avif(small + large), "a.avif") == shown)
        #expect(size(SampleImage.avif(large + small), "a.avif") == shown)
        #expect(size(SampleImage.avif(large + SampleImage.box("irot", [1])), "a.avif") == shown?.rotated)
        #expect(size(SampleImage.avif(large + SampleImage.box("irot", [2])), "a.avif") == shown)
        #expect(size(SampleImage.avif(large + SampleImage.box("clap", [])), "a.avif") == nil)
        #expect(size(SampleImage.avif([]), "a.avif") == nil)
    }
}
