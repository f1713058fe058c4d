import Diagnostics
import Images

/// An image that a text shows says in its metadata where it was taken.
struct PhotographWithPlace: AdviceRule, ContentRule {
    static let id = "photograph-with-place"
    static let guide = GuideEntry(
        meaning: "画像に、撮影した場所（緯度と経度）が記録されています。JPEG、PNG、WebP は、サイトに載せるときに消しますが、元のファイルには残ります。"
            + "GIF と AVIF は、サイトの画像からも読み取れます。",
        remedy: "公開してよい場所でなければ、位置情報を消した画像に替えます。Windows では、画像のプロパティの「詳細」で消せます。")
    static let isAboutPrivacy = true
    static let examples = [
        PhotographWithPlace(name: "visit.jpg", isRemoved: true), PhotographWithPlace(name: "visit.avif", isRemoved: false),
    ]

    let name: String
    /// Whether the place is not in the published copy.
    let isRemoved: Bool

    var message: Message {
        if isRemoved {
            return Message(
                ja: "画像「\(name)」に、撮影した場所（緯度と経度）が記録されています。サイトに載せるときに消しますが、元のファイルには残ります。"
                    + "元のファイルもほかの人に見えるときは、位置情報を消した画像に替えてください",
                en:
                    "The image “\(name)” says where it was taken (latitude and longitude): the site gets a copy without it, but the file"
                    + " keeps it; if others can see the file too, replace it by an image without the place")
        }
        return Message(
            ja: "画像「\(name)」に、撮影した場所（緯度と経度）が記録されています。公開してよい場所でなければ、位置情報を消した画像に替えてください",
            en:
                "The image “\(name)” says where it was taken (latitude and longitude): unless the place may be published, replace it"
                + " by an image without it")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        guard content.images.contains(where: { $0.content?.hasPlace == true }), !content.schema.adviceOff.contains(id) else {
            return
        }
        for index in content.usedImages().sorted() where content.images[index].content?.hasPlace == true {
            let path = content.images[index].path
            report.add(
                PhotographWithPlace(
                    name: path.split(separator: "/").last.map(String.init) ?? path,
                    isRemoved: CleanImage.removes(content.images[index].content?.format)),
                path: "\(content.root)/\(path)")
        }
    }
}
