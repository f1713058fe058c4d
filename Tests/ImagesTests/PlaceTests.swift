import Images
import TestSupport
import Testing

/// Finds out whether images say where they were taken.
@Suite struct PlaceTests {
    private static let attribute = #"<rdf:Description exif:GPSLatitude="35,41.4N" exif:GPSLongitude="139,41E"/>"#
    private static let element = "<exif:GPSLatitude>35,41.4N</exif:GPSLatitude>"

    private static let withPlace: [(String, [UInt8])] = [
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps()))),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps(isLittle: false)))),
        (
            "a.jpg",
            SampleImage.jpeg(
                4, 3, before: SampleImage.exif(orientation: 6, isLittle: true) + SampleImage.exif(SampleImage.gps()))
        ),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.xmp(attribute))),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.xmp(element))),
        // On the equator, and on the prime meridian.
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps(latitude: [(0, 1), (0, 1), (0, 1)])))),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps(longitude: [(0, 1), (0, 1), (0, 1)])))),
        ("a.png", SampleImage.png("eXIf", SampleImage.gps())),
        ("a.png", SampleImage.png("eXIf", SampleImage.gps(), padding: 200_000)),
        ("a.png", SampleImage.png("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(attribute)".utf8), padding: 5_000)),
        ("a.webp", SampleImage.webP(metadata: "EXIF", SampleImage.gps())),
        ("a.webp", SampleImage.webP(metadata: "EXIF", Array("Exif\0\0".utf8) + SampleImage.gps())),
        ("a.webp", SampleImage.webP(metadata: "XMP ", Array(element.utf8))),
    ]

    private static let without: [(String, [UInt8])] = [
        ("a.jpg", SampleImage.jpeg(4, 3)),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(orientation: 6, isLittle: true))),
        // Only a time and a version, no numbers, and the zeros of a camera that does not know.
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps(latitude: nil, longitude: nil)))),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps(latitude: nil)))),
        (
            "a.jpg",
            SampleImage.jpeg(
                4, 3, before: SampleImage.exif(SampleImage.gps(latitude: [(0, 0), (0, 0), (0, 0)], longitude: nil)))
        ),
        (
            "a.jpg",
            SampleImage.jpeg(
                4, 3,
                before: SampleImage.exif(
                    SampleImage.gps(latitude: [(0, 1), (0, 1), (0, 1)], longitude: [(0, 1), (0, 1), (0, 1)])))
        ),
        (
            "a.jpg",
            SampleImage.jpeg(4, 3, before: SampleImage.xmp(#"<rdf:Description exif:GPSLatitudeRef="N" exif:GPSLatitude=""/>"#))
        ),
        ("a.jpg", SampleImage.jpeg(4, 3, before: SampleImage.segment(0xE2, SampleImage.gps()))),
        ("a.png", SampleImage.png(4, 3)), ("a.png", SampleImage.png("tEXt", SampleImage.gps())),
        ("a.webp", SampleImage.webPExtended(4, 3)), ("a.gif", SampleImage.gif(4, 3)),
    ]

    private func hasPlace(_ path: String, _ bytes: [UInt8]) -> Bool {
        ImageFile(path: path) { Array(bytes.prefix($0)) }.content?.hasPlace ?? false
    }

    @Test(arguments: withPlace.indices) func placesAreFound(index: Int) {
        #expect(hasPlace(Self.withPlace[index].0, Self.withPlace[index].1))
    }

    @Test(arguments: without.indices) func otherImagesHaveNone(index: Int) {
        #expect(!hasPlace(Self.without[index].0, Self.without[index].1))
    }

    /// Damaged metadata never ends the program.
    @Test(arguments: withPlace.indices) func damagedMetadata(index: Int) {
        let (path, bytes) = Self.withPlace[index]
        for length in stride(from: 0, through: min(bytes.count, 600), by: 1) { _ = hasPlace(path, Array(bytes.prefix(length))) }
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(index)
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, limit)
        }
        let small = bytes.count < 10_000
        for _ in 0..<(small ? 2_000 : 50) {
            var damaged = bytes
            for _ in 0...random(4) { damaged[random(damaged.count)] = [0, 1, 0x7F, 0x80, 0xFF, UInt8(random(256))][random(6)] }
            _ = hasPlace(path, damaged)
        }
    }
}
