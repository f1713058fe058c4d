import Diagnostics
import Images

/// A file in `images/` or `files/` is used by no text, so it is not published.
struct UnusedImage: AdviceRule, ContentRule {
    static let id = "unused-image"
    static let guide = GuideEntry(
        meaning: "`images` や `files` のフォルダーに、どの原稿にも使われていないファイルがあります。サイトには載りません。",
        remedy: "本文に入れるか、リンクするか、消します。残しておくなら、名前を `_` で始めます。")
    static let examples = [
        UnusedImage(path: "images/card.png", isImage: true), UnusedImage(path: "files/form.xlsx", isImage: false),
    ]

    let path: String
    let isImage: Bool

    private var name: Substring { path[(path.firstIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...] }

    var message: Message {
        if isImage {
            Message(
                ja: "画像「\(name)」は、どの原稿にも使われていないので、サイトに載せません。載せるなら本文に「![画像の内容](../\(path))」と書き、残しておくだけなら名前を「_」で始めてください",
                en:
                    "The image “\(name)” is used by no text, so it is not published: write “![what it shows](../\(path))” in"
                    + " a text, or start its name with “_” to keep it")
        } else {
            Message(
                ja: "資料「\(name)」は、どの原稿からもリンクされていないので、サイトに載せません。載せるなら本文に「[資料の名前](../\(path))」と書き、残しておくだけなら名前を「_」で始めてください",
                en:
                    "No text links to the document “\(name)”, so it is not published: write “[its title](../\(path))” in a text, or"
                    + " start its name with “_” to keep it")
        }
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        guard !content.images.isEmpty, !content.schema.adviceOff.contains(id) else { return }
        let used = content.usedImages()
        for (index, image) in content.images.enumerated() where !used.contains(index) {
            let slash = image.path.lastIndex(of: "/").map { image.path.index(after: $0) } ?? image.path.startIndex
            let (folder, name) = (String(image.path[..<slash]), String(image.path[slash...]))
            let original = CopyName.original(of: name, isStrict: false) { content.imageIndices[folder + $0] != nil }
            if let original {
                report.add(ConflictCopy(name: name, original: original), path: "\(content.root)/\(image.path)")
            } else {
                report.add(
                    UnusedImage(path: image.path, isImage: ImageFormat(path: image.path.lowercased()) != nil),
                    path: "\(content.root)/\(image.path)")
            }
        }
    }
}
