import Basics
import Diagnostics
import Images

/// An image that a text shows is so large that phones load it slowly.
struct LargePhotograph: AdviceRule, ContentRule {
    static let id = "large-photograph"
    static let guide = GuideEntry(
        meaning: "画像が大きすぎて、スマートフォンでは表示に時間がかかります。",
        remedy: "縦と横を2,400ピクセル以下、ファイルを500kB以下に縮めた画像に替えます。Windows では「フォト」の「画像のサイズ変更」で縮められます。")
    static let examples = [
        LargePhotograph(name: "visit.jpg", byteCount: 3_400_000, size: ImageSize(width: 4_032, height: 3_024)),
        LargePhotograph(name: "visit.jpg", byteCount: 612_000, size: nil),
    ]

    let name: String
    let byteCount: Int
    let size: ImageSize?

    var message: Message {
        let length = FileSize.label(byteCount: byteCount)
        let (ja, en) = size.map { ("、\($0.width)×\($0.height)ピクセル", ", \($0.width) × \($0.height) pixels") } ?? ("", "")
        return Message(
            ja: "画像「\(name)」は大きく（\(length)\(ja)）、スマートフォンでは表示に時間がかかります。縦と横を2400ピクセル以下、500kB以下に縮めた画像に替えてください",
            en:
                "The image “\(name)” is large (\(length)\(en)), and phones load it slowly: replace it by one of at most 2400 pixels a"
                + " side and 500 kB")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        guard content.images.contains(where: isLarge), !content.schema.adviceOff.contains(id) else { return }
        for index in content.usedImages().sorted() where isLarge(content.images[index]) {
            let image = content.images[index]
            report.add(
                LargePhotograph(
                    name: image.path.split(separator: "/").last.map(String.init) ?? image.path, byteCount: image.byteCount ?? 0,
                    size: image.size),
                path: "\(content.root)/\(image.path)")
        }
    }

    private static func isLarge(_ image: ImageFile) -> Bool {
        image.namedFormat.map { $0.isLarge(byteCount: image.byteCount ?? 0, size: image.size) } ?? false
    }
}
