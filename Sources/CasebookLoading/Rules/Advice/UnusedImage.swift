import Diagnostics
import Images

/// A file in `images/` is used by no text, or is no image, so it is not published.
struct UnusedImage: AdviceRule, ContentRule {
    static let id = "unused-image"
    static let guide = GuideEntry(
        meaning: "`images` フォルダーに、どの原稿にも使われていないファイルがあります。サイトには載りません。",
        remedy: "本文に入れるか、消します。残しておくなら、名前を `_` で始めます。")
    static let examples = [UnusedImage(name: "card.png", isImage: true), UnusedImage(name: "list.xlsx", isImage: false)]

    let name: String
    let isImage: Bool

    var message: Message {
        if isImage {
            Message(
                ja: "画像「\(name)」は、どの原稿にも使われていないので、サイトに載せません。載せるなら本文に「![画像の内容](../images/\(name))」と書き、残しておくだけなら名前を「_」で始めてください",
                en:
                    "The image “\(name)” is used by no text, so it is not published: write “![what it shows](../images/\(name))” in"
                    + " a text, or start its name with “_” to keep it")
        } else {
            Message(
                ja: "「\(name)」は画像ではないので、サイトに載せません。別の場所に移すか、名前を「_」で始めてください",
                en: "“\(name)” is no image, so it is not published: move it elsewhere, or start its name with “_”")
        }
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        guard !content.images.isEmpty, !content.schema.adviceOff.contains(id) else { return }
        let used = content.usedImages()
        for (index, image) in content.images.enumerated() where !used.contains(index) {
            let path = image.path.dropFirst("images/".count)
            let slash = image.path.lastIndex(of: "/").map { image.path.index(after: $0) } ?? image.path.startIndex
            let (folder, name) = (String(image.path[..<slash]), String(image.path[slash...]))
            let original = CopyName.original(of: name, isStrict: false) { content.imageIndices[folder + $0] != nil }
            if let original {
                report.add(ConflictCopy(name: name, original: original), path: "\(content.root)/\(image.path)")
            } else {
                report.add(
                    UnusedImage(name: String(path), isImage: image.namedFormat != nil), path: "\(content.root)/\(image.path)")
            }
        }
    }
}
