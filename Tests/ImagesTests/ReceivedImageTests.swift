import Images
import TestSupport
import Testing

/// Files that somebody wants to use as images.
@Suite struct ReceivedImageTests {
    /// A PNG image of one pixel.
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2,
        0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0x64, 0x62, 6, 0, 0,
        0x0E, 0, 7, 0xD7, 0x6F, 0xE4, 0x78, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
    /// A GIF image of one pixel, with a comment.
    private static let gif: [UInt8] =
        SampleImage.gif(1, 1) + [0, 0, 0, 1, 1, 1, 0x21, 0xFE, 2, 65, 66, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 1, 0, 0x3B]

    private static func jpeg(_ before: [UInt8] = []) -> [UInt8] {
        SampleImage.jpeg(40, 30, before: before) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]
    }

    private static let avif = SampleImage.avif(SampleImage.extent(8, 6))
    private static let webP = SampleImage.webP(metadata: "EXIF", SampleImage.gps())
    private static let svg = SampleImage.svg("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'><rect/></svg>")

    private func refusal(_ bytes: [UInt8]) -> ReceivedImage.Refusal? {
        do throws(ReceivedImage.Refusal) {
            _ = try ReceivedImage(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func theBytesDecideTheFormat() throws {
        let files: [(ImageFormat, [UInt8])] = [
            (.png, Self.png), (.gif, Self.gif), (.jpeg, Self.jpeg()), (.avif, Self.avif), (.webP, Self.webP), (.svg, Self.svg),
        ]
        for (format, bytes) in files {
            let image = try ReceivedImage(bytes)
            #expect(image.format == format && image.size != nil && !image.isLarge)
        }
    }

    @Test func aFileThatWasCutOffIsRefusedAtEveryLength() {
        for whole in [Self.png, Self.gif, Self.jpeg(), Self.avif, Self.webP, Self.svg] {
            let ends = Set(stride(from: 1, to: whole.count, by: 7)).union([whole.count - 1, whole.count - 2])
            for length in ends { #expect(refusal(Array(whole.prefix(length))) != nil, "\(length) of \(whole.count)") }
        }
        var damaged = Self.png
        damaged[45] ^= 1
        #expect(refusal(damaged) == .incomplete(.png))
        #expect(refusal([]) == .empty)
        #expect(
            refusal([UInt8](repeating: 0, count: ReceivedImage.longest + 1)) == .tooLong(byteCount: ReceivedImage.longest + 1))
        // A picture must not need more memory than a browser has.
        #expect(
            refusal(SampleImage.jpeg(60_000, 60_000) + [1, 0xFF, 0xD9]).map {
                if case .tooManyPixels = $0 { true } else { false }
            } == true)
    }

    @Test(arguments: [
        ("II*\0", OtherFormat.tiff), ("MM\0*", .tiff), ("8BPS\0\u{1}", .photoshop), ("%PDF-1.7", .pdf),
        ("PK\u{3}\u{4}", .office),
        ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", .heic), ("\0\0\0\u{18}ftypisom\0\0\0\0isommp42", .video),
        ("\0\0\0\u{C}JXL \r\n", .jpegXL),
        ("\0\0\0\u{C}jP  \r\n", .jpeg2000),
    ])
    func formatsThatSitesDoNotPublish(start: String, format: OtherFormat) {
        let bytes = Array(start.utf8) + [UInt8](repeating: 0, count: 40)
        #expect(refusal(bytes) == .other(format))
    }

    @Test func bitmapsAndTexts() {
        #expect(
            refusal(Array("BM".utf8) + [70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0] + [UInt8](repeating: 0, count: 40))
                == .other(.bmp))
        for text in [
            "BMI is a number of health, and not an image.", "<html><script>alert(1)</script></html>", "plain", "\u{FEFF}",
        ] {
            #expect(refusal(Array(text.utf8)) == .unknown, "\(text)")
        }
    }

    @Test func metadataAreRemovedAndNamed() throws {
        let plain = Self.jpeg()
        let camera = SampleImage.exif(orientation: 1, isLittle: true)
        let image = try ReceivedImage(Self.jpeg(SampleImage.exif(SampleImage.gps()) + camera))
        #expect(image.bytes == plain && image.removed == [.place, .camera])
        #expect(try ReceivedImage(plain).removed == [] && ReceivedImage(plain).bytes == plain)
        #expect(
            try ReceivedImage(Self.jpeg(SampleImage.exif(orientation: 6, isLittle: false))).size
                == ImageSize(width: 30, height: 40))
        let webP = try ReceivedImage(Self.webP)
        #expect(webP.removed == .place && webP.bytes.count < Self.webP.count)
        // What cannot be removed must not be stored.
        #expect(refusal(Self.avif + SampleImage.box("free", SampleImage.gps())) == .keepsPlace(.avif))
    }

    @Test func whatFollowsTheEndIsNotStored() throws {
        let page = Array("<script>alert(1)</script>".utf8)
        #expect(try ReceivedImage(Self.png + page).bytes == Self.png)
        #expect(try ReceivedImage(Self.jpeg() + page).bytes == Self.jpeg())
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<rect onload='alert(1)'/>", "<a href='javascript:alert(1)'><rect/></a>",
        "<foreignObject/>",
        "<image href='https://example.org/x.png'/>", "<image xlink:href='x.png'/>", "<style>@import 'x.css';</style>",
        "<rect style='fill:url(https://example.org/x)'/>", "<style>rect { fill: url( 'x.svg#a' ) }</style>",
        "<use href='x.svg#a'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>", "<set attributeName='href' to='javascript:alert(1)'/>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'/>", "<a href='java&#10;script:alert(1)'/>", "<rect",
    ])
    func drawingsThatDoSomething(inner: String) {
        let root = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
        #expect(refusal(Array("\(root)\(inner)</svg>".utf8)) == .active)
    }

    @Test func drawingsThatDoNothing() {
        let root = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
        for inner in [
            "<style>rect { fill: url(#a) }</style><rect id='one' style='fill:url(\"#a\")'/>", "<use xlink:href='#one'/>",
            "<image href='data:image/png;base64,AAAA'/>", "<text>onload=alert(1) のしくみ</text>", "<title>script</title>",
        ] {
            #expect(refusal(Array("\(root)\(inner)</svg>".utf8)) == nil, "\(inner)")
        }
        #expect(refusal(Array("<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>".utf8)) == .active)
    }

    @Test func animations() throws {
        #expect(try ReceivedImage(Self.gif).isAnimated && !ReceivedImage(Self.png).isAnimated)
    }
}
