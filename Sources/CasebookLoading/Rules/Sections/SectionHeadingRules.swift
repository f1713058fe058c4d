import Diagnostics

/// A case has no section of a required heading. A withdrawn case needs none.
package struct MissingSection: FileRule {
    package static let id = "missing-section"
    package static let guide = GuideEntry(
        meaning: "必要な見出しがありません。",
        remedy: "示された見出しを加えます。`##` が半角かも確かめます。")
    package static let examples = [MissingSection(heading: "必要性・きっかけ")]

    package let heading: String

    package var message: Message {
        Message(ja: "見出し「## \(heading)」がありません", en: "The heading “## \(heading)” is missing")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status != .withdrawn else { return }
        for (index, section) in schema.sections.enumerated() where section.definition.isRequired {
            guard !file.sections.contains(where: { $0.definition == index }) else { continue }
            let heading = section.definition.heading
            guard !isMisspelt(heading, in: file, schema: schema) else { continue }
            report.add(MissingSection(heading: heading), in: file.text, location(of: index, in: file))
        }
    }

    /// Whether a heading that is no section's is nearest to this one, which is reported as that.
    private static func isMisspelt(_ heading: String, in file: ParsedFile, schema: Schema) -> Bool {
        let headings = schema.sections.map(\.definition.heading)
        return file.sections.contains { section in
            section.definition == nil && nearest(to: section.heading.text, among: headings).first == heading
        }
    }

    /// The heading before which the section belongs, else the end of the text.
    private static func location(of definition: Int, in file: ParsedFile) -> Range<Int> {
        if let next = file.sections.first(where: { ($0.definition ?? -1) > definition }) { return next.heading.source }
        let last = file.text.utf8.lastIndex { $0 != 0x0A && $0 != 0x20 }
        let end = last.map { $0 + 1 } ?? 0
        return end..<end
    }
}

/// A case has a heading of level two that is no section's.
package struct UnknownSection: FileRule {
    package static let id = "unknown-section"
    package static let guide = GuideEntry(
        meaning: "`##` の見出しが、決まった三つのどれでもありません。",
        remedy: "文字を直します。見出しの中を分けるものなら、`###` にします。")
    package static let examples = [UnknownSection(heading: "背景", allowed: ["必要性・きっかけ"])]

    package let heading: String
    package let allowed: [String]

    package var message: Message {
        Message(ja: "見出し「\(heading)」は事例の見出しにありません", en: "“\(heading)” is not a section heading of cases")
    }

    package var suggestions: [String] { nearest(to: heading, among: allowed) }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile else { return }
        for section in file.sections where section.definition == nil && !section.heading.text.isEmpty {
            let headings = schema.sections.map(\.definition.heading)
            report.add(
                UnknownSection(heading: section.heading.text, allowed: headings), in: file.text, section.heading.source)
        }
    }
}

/// A case has a section twice.
package struct DuplicateSection: FileRule {
    package static let id = "duplicate-section"
    package static let guide = GuideEntry(meaning: "同じ見出しが2回あります。", remedy: "一つにまとめます。")
    package static let examples = [DuplicateSection(heading: "必要性・きっかけ")]

    package let heading: String

    package var message: Message {
        Message(
            ja: "見出し「\(heading)」が2回あります。1つにまとめてください",
            en: "The heading “\(heading)” is there twice: merge the sections")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard !file.hasSectionsInOrder else { return }
        // As many as there are definitions, at most.
        var firsts: [ParsedFile.Section] = []
        for section in file.sections where section.definition != nil {
            guard let first = firsts.first(where: { $0.definition == section.definition }) else {
                firsts.append(section)
                continue
            }
            let message = Message(ja: "1回目はここにあります", en: "The first one is here")
            report.add(
                DuplicateSection(heading: section.heading.text), in: file.text, section.heading.source,
                notes: [.init(message, in: file.text, first.heading.source)])
        }
    }
}

/// The sections of a case are not in the order of `casebook.yml`.
package struct MisorderedSection: FileRule {
    package static let id = "misordered-section"
    package static let guide = GuideEntry(meaning: "見出しの順番が違います。", remedy: "決まった順に並べ替えます。")
    package static let examples = [MisorderedSection(heading: "必要性・きっかけ", after: "効果")]

    package let heading: String
    package let after: String

    package var message: Message {
        Message(
            ja: "見出し「\(heading)」は「\(after)」より前に書いてください",
            en: "The section “\(heading)” belongs before “\(after)”")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard !file.hasSectionsInOrder else { return }
        var last: ParsedFile.Section?
        var seen: [Int] = []
        for section in file.sections {
            // A section that is there twice is reported as that.
            guard let definition = section.definition, !seen.contains(definition) else { continue }
            seen.append(definition)
            if let last, let before = last.definition, definition < before {
                let message = Message(ja: "この見出しより前です", en: "It belongs before this heading")
                report.add(
                    MisorderedSection(heading: section.heading.text, after: last.heading.text), in: file.text,
                    section.heading.source, notes: [.init(message, in: file.text, last.heading.source)])
            } else {
                last = section
            }
        }
    }
}

/// A heading inside a case has the anchor of a section.
package struct TakenAnchor: FileRule {
    package static let id = "taken-anchor"
    package static let guide = GuideEntry(
        meaning: "見出しの飛び先の名前が、三つの見出しのものと重なります。",
        remedy: "見出しの文字を変えます。")
    package static let examples = [TakenAnchor(anchor: "effect")]

    package let anchor: String

    package var message: Message {
        Message(
            ja: "この見出しの飛び先「#\(anchor)」は、事例の見出しと同じになります。見出しを変えてください",
            en: "The anchor of this heading, “#\(anchor)”, is that of a section: change the heading")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile else { return }
        // Sections are in the order of their headings.
        var next = 0
        for heading in file.headings {
            if next < file.sections.count, file.sections[next].heading.source == heading.source {
                next += 1
                if file.sections[next - 1].definition != nil { continue }
            }
            guard schema.sections.contains(where: { $0.definition.id == heading.id }) else { continue }
            report.add(TakenAnchor(anchor: heading.id), in: file.text, heading.source)
        }
    }
}
