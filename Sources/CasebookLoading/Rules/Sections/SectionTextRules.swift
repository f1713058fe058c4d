import Diagnostics
import Markdown

/// A case has text before its first section.
package struct TextBeforeSections: FileRule {
    package static let id = "text-before-sections"
    package static let guide = GuideEntry(meaning: "最初の見出しより前に文があります。", remedy: "見出しの下に移します。")
    package static let examples = [TextBeforeSections(first: "必要性・きっかけ")]

    package let first: String

    package var message: Message {
        Message(
            ja: "最初の見出しより前に文があります。「## \(first)」の下に書いてください",
            en: "There is text before the first heading: move it under “## \(first)”")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, let first = schema.sections.first, file.blocksBeforeSections > 0 else { return }
        let body = file.frontMatter.body
        let start = file.text.utf8[body].firstIndex { $0 != 0x0A && $0 != 0x20 && $0 != 0x09 } ?? body.lowerBound
        let end = file.text.utf8[start..<max(start, body.upperBound)].firstIndex(of: 0x0A) ?? body.upperBound
        report.add(TextBeforeSections(first: first.definition.heading), in: file.text, start..<end)
    }
}

/// A section of a case has no text. For drafts see ``UnwrittenSection``.
package struct EmptySection: FileRule {
    package static let id = "empty-section"
    package static let guide = GuideEntry(meaning: "見出しの下に文がありません。", remedy: "文を書きます。")
    package static let examples = [EmptySection(heading: "必要性・きっかけ")]

    package let heading: String

    package var message: Message {
        Message(ja: "見出し「\(heading)」の下に文がありません", en: "There is no text under the heading “\(heading)”")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status != .draft else { return }
        for heading in file.emptySectionHeadings {
            report.add(EmptySection(heading: heading.text), in: file.text, heading.source)
        }
    }
}

/// A section of a draft has no text yet.
package struct UnwrittenSection: FileRule {
    package static let id = "unwritten-section"
    package static let severity = Severity.warning
    package static let guide = GuideEntry(
        meaning: "下書きの見出しの下に、まだ文がありません。",
        remedy: "公開する前に書きます。")
    package static let examples = [UnwrittenSection(heading: "必要性・きっかけ")]

    package let heading: String

    package var message: Message {
        Message(
            ja: "見出し「\(heading)」の下に、まだ文がありません。公開する前に書いてください",
            en: "There is no text yet under the heading “\(heading)”: write it before publishing")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status == .draft else { return }
        for heading in file.emptySectionHeadings {
            report.add(UnwrittenSection(heading: heading.text), in: file.text, heading.source)
        }
    }
}

extension ParsedFile {
    /// The headings of sections without text, in the order of the file.
    fileprivate var emptySectionHeadings: [Heading] {
        sections.filter { $0.isEmpty && !$0.heading.text.isEmpty }.map(\.heading)
    }
}
