import Basics
import Diagnostics
import Markdown

extension Rules {
    static let aboutLinks: [any CheckedRule.Type] = [
        AddressWithoutScheme.self,
        DeadLink.self,
        DeadAnchor.self,
        LinkOutsideContent.self,
        LinkToDraft.self,
        LocalAddress.self,
    ]
}

/// A link is an address on the web or of a mail without `https://` or `mailto:`, or with it misspelt.
struct AddressWithoutScheme: ReferenceRule, FixableRule {
    static let id = "address-without-scheme"
    static let guide = GuideEntry(
        meaning: "リンクが `www.` や `example.jp/`、`https：//` のように書いてあり、行き先を開けません。",
        remedy: "`https://` から書きます。メールアドレスは `mailto:` から書きます。")
    static let fixSummary = Message(ja: "リンクのアドレスを「https://」などから書きました", en: "Wrote the address with its scheme")
    static let examples = [
        AddressWithoutScheme(written: "www.example.jp", meant: "https://www.example.jp"),
        AddressWithoutScheme(written: "name@example.jp", meant: "mailto:name@example.jp"),
    ]

    let written: String
    let meant: String

    var message: Message {
        let scheme = meant.hasPrefix("mailto:") ? "mailto:" : meant.hasPrefix("https:") ? "https://" : "http://"
        return Message(
            ja: "リンク先「\(written)」は、「\(scheme)」から始めて `\(meant)` と書いてください",
            en: "The link target “\(written)” must start with “\(scheme)”: write `\(meant)`")
    }

    var suggestions: [String] { [meant] }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard let meant = meant(link, outcome) else { continue }
            report.add(
                AddressWithoutScheme(written: link.destination, meant: meant), in: file.text, link.destinationSource,
                replacement: link.fix(meant))
        }
    }

    /// The address that a link to no file means.
    static func meant(_ link: Link, _ outcome: LinkOutcome) -> String? {
        switch outcome {
        case .deadLink(_, meant: nil), .outside: link.isRefused ? nil : MeantAddress.read(link.destination)
        default: nil
        }
    }
}

/// A link leads to a missing file or folder.
struct DeadLink: ReferenceRule, FixableRule {
    static let id = "dead-link"
    static let guide = GuideEntry(meaning: "リンクの行き先のファイルがありません。", remedy: "行き先を直します。")
    static let fixSummary = Message(ja: "リンクの行き先を直しました", en: "Corrected the address of the link")
    static let examples = [DeadLink(destination: "c009.md", near: ["c008.md"])]

    let destination: String
    let near: [String]

    var message: Message {
        Message(ja: "リンク先「\(destination)」がありません", en: "The link target “\(destination)” does not exist")
    }

    var suggestions: [String] { near }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadLink(let near, let meant) = outcome, AddressWithoutScheme.meant(link, outcome) == nil else {
                continue
            }
            report.add(
                DeadLink(destination: link.destination, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix($0) })
        }
    }
}

/// A link leads to a missing anchor.
struct DeadAnchor: ReferenceRule, FixableRule {
    static let id = "dead-anchor"
    static let guide = GuideEntry(
        meaning: "リンクの行き先に、`#` のあとの飛び先がありません。",
        remedy: "`#` のあとを直すか、消します。")
    static let fixSummary = Message(ja: "リンクの飛び先を直しました", en: "Corrected the anchor of the link")
    static let examples = [DeadAnchor(anchor: "efect", near: ["effect"])]

    let anchor: String
    let near: [String]

    var message: Message {
        Message(ja: "リンク先に「#\(anchor)」という飛び先がありません", en: "The link target has no anchor “#\(anchor)”")
    }

    var suggestions: [String] { near }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadAnchor(let anchor, let near, let meant) = outcome else { continue }
            let path = link.destination.prefix { $0 != "#" }
            report.add(
                DeadAnchor(anchor: anchor, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix("\(path)#\($0)") })
        }
    }
}

/// A link leads out of the content folder.
struct LinkOutsideContent: ReferenceRule {
    static let id = "link-outside-content"
    static let guide = GuideEntry(
        meaning: "リンクの行き先が、`content` フォルダーの外です。",
        remedy: "中のファイルにします。")
    static let examples = [LinkOutsideContent(destination: "../../a.md")]

    let destination: String

    var message: Message {
        Message(
            ja: "リンク先「\(destination)」はコンテンツのフォルダーの外です",
            en: "The link “\(destination)” leads out of the content folder")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .outside = outcome, AddressWithoutScheme.meant(link, outcome) == nil else { continue }
            report.add(
                LinkOutsideContent(destination: link.destination), in: file.text, link.destinationSource)
        }
    }
}

/// A published page links to a draft, which is left out.
struct LinkToDraft: ReferenceRule {
    static let id = "link-to-draft"
    static let guide = GuideEntry(
        meaning: "リンクの行き先が、下書きの事例です。",
        remedy: "下書きを公開するまで、リンクを外します。")
    static let examples = [LinkToDraft(caseID: "c009")]

    let caseID: String

    var message: Message {
        Message(
            ja: "リンク先の事例「\(caseID)」は下書きで、公開されません",
            en: "The link leads to the case “\(caseID)”, a draft that is not published")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .draft(let index) = outcome else { continue }
            let draft = content.files[index]
            let message = Message(ja: "下書きになっているのはここです", en: "It is said to be a draft here")
            let notes = draft.record.text("status").map { [Diagnostic.Note(message, in: draft.text, $0.bytes)] } ?? []
            report.add(LinkToDraft(caseID: draft.name), in: file.text, link.destinationSource, notes: notes)
        }
    }
}
