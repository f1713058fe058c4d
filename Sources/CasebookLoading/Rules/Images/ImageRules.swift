import Diagnostics
import Images

extension Rules {
    static let aboutImages: [any CheckedRule.Type] = [
        DeadImage.self,
        UnfitImage.self,
        UnfitDocument.self,
        UnfitImageName.self,
    ]
}

/// An image is missing.
struct DeadImage: ReferenceRule, FixableRule {
    static let id = "dead-image"
    static let guide = GuideEntry(
        meaning: "画像がありません。",
        remedy: "`images` フォルダーに画像を置くか、場所を直します。")
    static let fixSummary = Message(ja: "画像の場所を直しました", en: "Corrected the address of the image")
    static let examples = [
        DeadImage(destination: "a.png", near: ["b.png"]), DeadImage(destination: "../files/a.pdf", near: []),
    ]

    let destination: String
    let near: [String]

    var message: Message {
        if destination.split(separator: "/").last?.hasPrefix("_") == true {
            return Message(
                ja: "画像「\(destination)」は、名前が「_」で始まるので使いません。載せるなら、画像の名前を変えてください",
                en: "The image “\(destination)” is not used, because its name starts with “_”: to publish it, rename it")
        }
        if DocumentFormat(path: destination) != nil {
            return Message(
                ja: "「\(destination)」は画像ではないので、本文に入れられません。「[資料の名前](\(destination))」のように、リンクにしてください",
                en: "“\(destination)” is no image and cannot be shown in a text: link to it, like “[its title](\(destination))”"
            )
        }
        return Message(ja: "画像「\(destination)」がありません", en: "The image “\(destination)” does not exist")
    }

    var suggestions: [String] { near }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadImage(let near, let meant) = outcome else { continue }
            report.add(
                DeadImage(destination: link.destination, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix($0) })
        }
    }
}

/// An image is not of the format that its name says, or of one that browsers do not show.
struct UnfitImage: ContentRule {
    static let id = "unfit-image"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "画像の中身が、名前の終わり（`.png` など）の示す形式ではないか、ブラウザーで表示できない形式です。",
        remedy: "示されたとおりに名前を直すか、JPEG か PNG で保存し直します。")
    static let examples = [UnfitImage(name: "a.png", named: .png, found: .jpeg)]

    let name: String
    let named: ImageFormat
    let found: ImageFormat?

    var message: Message {
        switch (named, found) {
        case (_, .heic):
            Message(
                ja: "画像「\(name)」は HEIC 形式で、多くのブラウザーでは表示できません。JPEG か PNG で保存し直してください",
                en: "The image “\(name)” is HEIC, which most browsers cannot show: save it as JPEG or PNG")
        case (_, let found?):
            Message(
                ja: "画像「\(name)」の中身は \(found.rawValue) 形式です。名前の終わりを「.\(found.fileExtensions[0])」にして、本文に書いた名前も直してください",
                en:
                    "The image “\(name)” is in fact \(found.rawValue): change the end of its name to “.\(found.fileExtensions[0])”, also in the"
                    + " texts that use it")
        case (let named, nil):
            Message(
                ja: "画像「\(name)」は、\(named.rawValue) 形式の画像として読めません。元の画像から作り直してください",
                en: "The image “\(name)” cannot be read as \(named.rawValue): create it again from the original")
        }
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for index in content.usedImages().sorted() {
            let image = content.images[index]
            guard let named = image.namedFormat, let found = image.content else { continue }
            guard found.format != named || named == .heic || found.isTruncated else { continue }
            let name = image.path.split(separator: "/").last.map(String.init) ?? image.path
            report.add(
                UnfitImage(name: name, named: named, found: found.isTruncated ? nil : found.format),
                path: "\(content.root)/\(image.path)")
        }
    }
}

/// A document does not start as its name says.
struct UnfitDocument: ContentRule {
    static let id = "unfit-document"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "資料の中身が、名前の終わり（`.pdf` など）の示す形式ではありません。",
        remedy: "元のソフトで、その形式で保存し直します。名前だけを変えても、形式は変わりません。")
    static let examples = [UnfitDocument(name: "form.pdf", format: .pdf)]

    let name: String
    let format: DocumentFormat

    var message: Message {
        Message(
            ja: "資料「\(name)」の中身は \(format.rawValue) の形式ではありません。元のソフトで「.\(format.fileExtension)」として保存し直してください",
            en:
                "The document “\(name)” is in fact no .\(format.fileExtension) file: save it in that format with the program that made it"
        )
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for index in content.usedImages().sorted() {
            let file = content.images[index]
            guard file.isDamagedDocument, let format = file.documentFormat else { continue }
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            report.add(UnfitDocument(name: name, format: format), path: "\(content.root)/\(file.path)")
        }
    }
}

/// The name of an image or a document cannot be an address.
struct UnfitImageName: ContentRule {
    static let id = "unfit-image-name"
    static let guide = GuideEntry(
        meaning: "画像や資料の名前に、使えない文字があります。",
        remedy: "半角の英小文字、数字、`-`、`_`、`.` だけにします。")
    static let examples = [UnfitImageName(name: "図.png")]

    let name: String

    var message: Message {
        Message(
            ja: "ファイルの名前「\(name)」はアドレスに使えません。半角の小文字の英数字と「-」「_」「.」だけにしてください",
            en: "The file name “\(name)” cannot be an address: use lower-case ASCII letters, digits, “-”, “_” and “.” only")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for path in content.usedImages().sorted().map({ content.images[$0].path }) where !isFit(path) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            report.add(UnfitImageName(name: name), path: "\(content.root)/\(path)")
        }
    }

    private static func isFit(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, first != 0x2E, first != 0x2D else { return false }
            return part.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
        }
    }
}
