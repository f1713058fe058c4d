import Images
import TestSupport
import Testing

/// Published copies of images: without metadata, and with everything that changes how they look.
@Suite struct CleanImageTests {
    private static let secrets = ["SECRET", "GPS", "Exif"]

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        let text = Array(text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: text) }
    }

    private func hasPlace(_ path: String, _ bytes: [UInt8]) -> Bool {
        ImageFile(path: path) { Array(bytes.prefix($0)) }.content?.hasPlace ?? false
    }

    @Test func segmentsOfAJPEGFileWithMetadataAreLeftOut() {
        let secret = Array("SECRET".utf8)
        let metadata =
            SampleImage.exif(SampleImage.gps()) + SampleImage.xmp("<exif:GPSLatitude>35,41.4N</exif:GPSLatitude>")
            + SampleImage.segment(0xED, Array("Photoshop 3.0\0".utf8) + secret) + SampleImage.segment(0xFE, secret)
            + SampleImage.segment(0xE2, Array("MPF\0".utf8) + secret) + SampleImage.segment(0xE5, secret)
        let plain = SampleImage.jpeg(4, 3) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]
        let start = SampleImage.jpeg(4, 3, before: metadata) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]
        #expect(hasPlace("a.jpg", start))
        let cleaned = CleanImage.published(start + SampleImage.jpeg(4, 3) + secret, path: "images/a.jpg")
        #expect(cleaned == CleanImage.published(plain, path: "a.jpg"))
        #expect(cleaned == plain)
        #expect(!Self.secrets.contains { contains(cleaned, $0) })
        #expect(CleanImage.published(cleaned, path: "a.jpeg") == cleaned)
    }

    @Test func whatChangesTheLookOfAJPEGFileIsKept() {
        let profile = SampleImage.segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}data".utf8))
        let adobe = SampleImage.segment(0xEE, Array("Adobe\0d\0\0\0\0\0".utf8))
        let image = SampleImage.jpeg(4, 3, before: profile + adobe) + [1, 0xFF, 0xD9]
        #expect(CleanImage.published(image, path: "a.jpg") == image)
    }

    @Test(arguments: 1...8, [true, false])
    func theOrientationIsKept(orientation: Int, isLittle: Bool) {
        let exif = SampleImage.exif(orientation: orientation, isLittle: isLittle)
        let image = SampleImage.jpeg(40, 30, before: exif) + [1, 0xFF, 0xD9]
        let cleaned = CleanImage.published(image, path: "a.jpg")
        #expect(!contains(cleaned, "abc"))
        #expect(contains(cleaned, "Exif") == (orientation != 1))
        let size = { (bytes: [UInt8]) in ImageFile(path: "a.jpg") { Array(bytes.prefix($0)) }.size }
        #expect(size(cleaned) == size(image))
        // The first segment is still JFIF, as its specification demands.
        #expect(cleaned[2...3].elementsEqual([0xFF, 0xE0]))
        #expect(CleanImage.published(cleaned, path: "a.jpg") == cleaned)
    }

    @Test func aPreviewInTheFirstSegmentIsLeftOut() {
        let jfif = SampleImage.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])
        let image = [0xFF, 0xD8] + jfif + SampleImage.jpeg(4, 3).dropFirst(20) + [1, 0xFF, 0xD9]
        #expect(CleanImage.published(image, path: "a.jpg") == SampleImage.jpeg(4, 3) + [1, 0xFF, 0xD9])
    }

    @Test(arguments: ["eXIf", "iTXt", "tEXt", "zTXt", "tIME", "prIv"])
    func chunksOfAPNGFileWithMetadataAreLeftOut(name: String) {
        let image = SampleImage.png(name, SampleImage.gps() + Array("SECRET".utf8))
        let cleaned = CleanImage.published(image + Array("SECRET".utf8), path: "a.png")
        #expect(!contains(cleaned, name) && !contains(cleaned, "SECRET"))
        #expect(contains(cleaned, "IDAT") && contains(cleaned, "IEND"))
        #expect(cleaned.count == image.count - SampleImage.gps().count - 6 - 12)
    }

    @Test(arguments: ["tRNS", "iCCP", "pHYs", "acTL", "fdAT"])
    func whatChangesTheLookOfAPNGFileIsKept(name: String) {
        let image = SampleImage.png(name, [1, 2, 3])
        #expect(CleanImage.published(image, path: "a.png") == image)
    }

    @Test func theOrientationOfAPNGFileIsKept() {
        let exif = Array(SampleImage.exif(orientation: 6, isLittle: false).dropFirst(10))
        let cleaned = CleanImage.published(SampleImage.png("eXIf", exif), path: "a.png")
        #expect(contains(cleaned, "eXIf") && !contains(cleaned, "abc"))
        #expect(CleanImage.published(cleaned, path: "a.png") == cleaned)
    }

    @Test(arguments: ["EXIF", "XMP "])
    func chunksOfAWebPFileWithMetadataAreLeftOut(name: String) {
        let image = SampleImage.webP(metadata: name, SampleImage.gps() + Array("SECRET".utf8))
        let cleaned = CleanImage.published(image, path: "a.webp")
        #expect(!contains(cleaned, name) && !contains(cleaned, "SECRET"))
        // The flags of the first chunk, and the length at the start.
        #expect(cleaned[20] == 0)
        #expect(Int(cleaned[4]) | Int(cleaned[5]) << 8 == cleaned.count - 8)
        #expect(CleanImage.published(cleaned, path: "a.webp") == cleaned)
    }

    @Test func theOrientationOfAWebPFileIsKept() {
        let exif = Array(SampleImage.exif(orientation: 8, isLittle: true).dropFirst(4))
        let cleaned = CleanImage.published(SampleImage.webP(metadata: "EXIF", exif), path: "a.webp")
        #expect(cleaned[20] == 0x08 && contains(cleaned, "EXIF") && !contains(cleaned, "abc"))
        #expect(CleanImage.published(cleaned, path: "a.webp") == cleaned)
    }

    @Test func otherFilesAreLeftAsTheyAre() {
        let jpeg = SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps()))
        for path in ["files/a.pdf", "images/a.png", "images/a.svg", "images/a.gif"] {
            #expect(CleanImage.published(jpeg, path: path) == jpeg)
        }
    }

    @Test func damagedFilesDoNotEndTheProgram() {
        let whole = [
            ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps())) + [1, 2, 0xFF, 0xD9]),
            ("a.png", SampleImage.png("eXIf", SampleImage.gps())),
            ("a.webp", SampleImage.webP(metadata: "EXIF", SampleImage.gps())),
        ]
        for (path, bytes) in whole {
            for length in stride(from: 0, to: bytes.count, by: 3) {
                _ = CleanImage.published(Array(bytes.prefix(length)), path: path)
                var changed = bytes
                changed[length] ^= 0xFF
                _ = CleanImage.published(changed, path: path)
            }
        }
    }

    @Test func placesInOtherFormatsAreFound() {
        let gif = SampleImage.gif(4, 3) + Array("XMP DataXMP<exif:GPSLatitude>35,41.4N</exif:GPSLatitude>".utf8)
        #expect(hasPlace("a.gif", gif))
        #expect(!hasPlace("a.gif", SampleImage.gif(4, 3)))
        let avif = SampleImage.avif(SampleImage.extent(4, 3))
        #expect(hasPlace("a.avif", avif + [0, 0, 0, 0] + SampleImage.gps()))
        #expect(hasPlace("a.avif", avif + [0, 0, 0, 0] + SampleImage.gps(isLittle: false)))
        #expect(!hasPlace("a.avif", avif + Array("II*\0MM\0*".utf8)))
    }
}
