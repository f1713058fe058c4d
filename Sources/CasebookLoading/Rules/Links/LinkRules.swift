import Diagnostics

/// A link leads to a missing file or folder.
package struct DeadLink: ReferenceRule {
    package static let id = "dead-link"
    package static let guide = GuideEntry(meaning: "リンクの行き先のファイルがありません。", remedy: "行き先を直します。")
    package static let examples = [DeadLink(destination: "c009.md", near: ["c008.md"])]

    package let destination: String
    package let near: [String]

    package var message: Message {
        Message(ja: "リンク先「\(destination)」がありません", en: "The link target “\(destination)” does not exist")
    }

    package var suggestions: [String] { near }

    package static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadLink(let near, let meant) = outcome else { continue }
            report.add(
                DeadLink(destination: link.destination, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix($0) })
        }
    }
}

/// A link leads to a missing anchor.
package struct DeadAnchor: ReferenceRule {
    package static let id = "dead-anchor"
    package static let guide = GuideEntry(
        meaning: "リンクの行き先に、`#` のあとの飛び先がありません。",
        remedy: "`#` のあとを直すか、消します。")
    package static let examples = [DeadAnchor(anchor: "efect", near: ["effect"])]

    package let anchor: String
    package let near: [String]

    package var message: Message {
        Message(ja: "リンク先に「#\(anchor)」という飛び先がありません", en: "The link target has no anchor “#\(anchor)”")
    }

    package var suggestions: [String] { near }

    package static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
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
package struct LinkOutsideContent: ReferenceRule {
    package static let id = "link-outside-content"
    package static let guide = GuideEntry(
        meaning: "リンクの行き先が、`content` フォルダーの外です。",
        remedy: "中のファイルにします。")
    package static let examples = [LinkOutsideContent(destination: "../../a.md")]

    package let destination: String

    package var message: Message {
        Message(
            ja: "リンク先「\(destination)」はコンテンツのフォルダーの外です",
            en: "The link “\(destination)” leads out of the content folder")
    }

    package static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .outside = outcome else { continue }
            report.add(
                LinkOutsideContent(destination: link.destination), in: file.text, link.destinationSource)
        }
    }
}

/// A published page links to a draft, which is left out.
package struct LinkToDraft: ReferenceRule {
    package static let id = "link-to-draft"
    package static let guide = GuideEntry(
        meaning: "リンクの行き先が、下書きの事例です。",
        remedy: "下書きを公開するまで、リンクを外します。")
    package static let examples = [LinkToDraft(caseID: "c009")]

    package let caseID: String

    package var message: Message {
        Message(
            ja: "リンク先の事例「\(caseID)」は下書きで、公開されません",
            en: "The link leads to the case “\(caseID)”, a draft that is not published")
    }

    package static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .draft(let index) = outcome else { continue }
            let draft = content.files[index]
            let message = Message(ja: "下書きになっているのはここです", en: "It is said to be a draft here")
            let notes = draft.record.text("status").map { [Diagnostic.Note(message, in: draft.text, $0.bytes)] } ?? []
            report.add(LinkToDraft(caseID: draft.name), in: file.text, link.destinationSource, notes: notes)
        }
    }
}
