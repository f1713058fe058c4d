import Diagnostics
import Images

/// An image that a text shows says in its metadata where it was taken.
struct PhotographWithPlace: AdviceRule, ContentRule {
    static let id = "photograph-with-place"
    static let guide = GuideEntry(
        meaning: "画像に、撮影した場所（緯度と経度）が記録されています。サイトの画像から、だれでも読み取れます。",
        remedy: "公開してよい場所でなければ、位置情報を消した画像に替えます。Windows では、画像のプロパティの「詳細」で消せます。")
    static let isAboutPrivacy = true
    static let examples = [PhotographWithPlace(name: "visit.jpg")]

    let name: String

    var message: Message {
        Message(
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
                PhotographWithPlace(name: path.split(separator: "/").last.map(String.init) ?? path),
                path: "\(content.root)/\(path)")
        }
    }
}
