import Basics
import Diagnostics
import Markdown

extension Rules {
    static let aboutSections: [any CheckedRule.Type] = [
        MissingSection.self,
        UnknownSection.self,
        DuplicateSection.self,
        MisorderedSection.self,
        TextBeforeSections.self,
        EmptySection.self,
        UnwrittenSection.self,
        TakenAnchor.self,
    ]
}

/// A case has no section of a required heading. A withdrawn case needs none.
struct MissingSection: FileRule, FixableRule {
    static let id = "missing-section"
    static let guide = GuideEntry(
        meaning: "必要な見出しがありません。",
        remedy: "示された見出しを加えます。見出しのつもりの行があれば、その行を示された形に直します。")
    static let fixSummary = Message(ja: "見出しの行を直しました", en: "Corrected the line of the heading")
    static let examples = [
        MissingSection(heading: "必要性・きっかけ", written: nil), MissingSection(heading: "必要性・きっかけ", written: "＃＃必要性・きっかけ"),
    ]

    let heading: String
    /// The line that is meant as the heading.
    let written: String?

    var message: Message {
        guard let written else {
            return Message(ja: "見出し「## \(heading)」がありません", en: "The heading “## \(heading)” is missing")
        }
        if let hidden = written.unicodeScalars.first(where: Self.looksLikeNothing) {
            let (name, code) = (CharacterName.name(of: hidden), String.codePoint(hidden.value))
            return Message(
                ja: "この行に\(name.ja)（\(code)）があるため、見出し「\(heading)」になっていません。半角の「## 」に続けて打ち直してください",
                en: "This line is not the heading “\(heading)”, because it has a character that cannot be seen, \(name.en) "
                    + "(\(code)): type it again after “## ”")
        }
        return Message(
            ja: "見出し「## \(heading)」がありません。「\(written)」の行を「## \(heading)」に直してください",
            en: "The heading “## \(heading)” is missing: change the line “\(written)” to “## \(heading)”")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status != .withdrawn else { return }
        for (index, section) in schema.sections.enumerated() where section.definition.isRequired {
            guard !file.sections.contains(where: { $0.definition == index }) else { continue }
            let heading = section.definition.heading
            guard !isMisspelt(heading, in: file, schema: schema) else { continue }
            if let line = SectionLine.find(heading, in: file) {
                let problem = MissingSection(heading: heading, written: file.text.string(line))
                report.remove(UnreadHeading.id, at: line, in: file.text)
                report.add(problem, in: file.text, line, replacement: "## \(heading)")
            } else {
                report.add(MissingSection(heading: heading, written: nil), in: file.text, location(of: index, in: file))
            }
        }
    }

    /// Whether a character is invisible or looks like the space that belongs after `##`.
    private static func looksLikeNothing(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar != " ", scalar != "\u{3000}" else { return false }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
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
struct UnknownSection: FileRule {
    static let id = "unknown-section"
    static let guide = GuideEntry(
        meaning: "`##` の見出しが、決まった三つのどれでもありません。",
        remedy: "文字を直します。見出しの中を分けるものなら、`###` にします。")
    static let examples = [UnknownSection(heading: "背景", allowed: ["必要性・きっかけ"])]

    let heading: String
    let allowed: [String]

    var message: Message {
        Message(ja: "見出し「\(heading)」は事例の見出しにありません", en: "“\(heading)” is not a section heading of cases")
    }

    var suggestions: [String] { nearest(to: heading, among: allowed) }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile else { return }
        for section in file.sections where section.definition == nil && !section.heading.text.isEmpty {
            // The line that makes it a heading is reported.
            if section.heading.isUnderlined { continue }
            let headings = schema.sections.map(\.definition.heading)
            report.add(
                UnknownSection(heading: section.heading.text, allowed: headings), in: file.text, section.heading.source)
        }
    }
}

/// A case has a section twice.
struct DuplicateSection: FileRule {
    static let id = "duplicate-section"
    static let guide = GuideEntry(meaning: "同じ見出しが2回あります。", remedy: "一つにまとめます。")
    static let examples = [DuplicateSection(heading: "必要性・きっかけ")]

    let heading: String

    var message: Message {
        Message(
            ja: "見出し「\(heading)」が2回あります。1つにまとめてください",
            en: "The heading “\(heading)” is there twice: merge the sections")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
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
struct MisorderedSection: FileRule {
    static let id = "misordered-section"
    static let guide = GuideEntry(meaning: "見出しの順番が違います。", remedy: "決まった順に並べ替えます。")
    static let examples = [MisorderedSection(heading: "必要性・きっかけ", after: "効果")]

    let heading: String
    let after: String

    var message: Message {
        Message(
            ja: "見出し「\(heading)」は「\(after)」より前に書いてください",
            en: "The section “\(heading)” belongs before “\(after)”")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
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

/// A case has text before its first section.
struct TextBeforeSections: FileRule {
    static let id = "text-before-sections"
    static let guide = GuideEntry(meaning: "最初の見出しより前に文があります。", remedy: "見出しの下に移します。")
    static let examples = [TextBeforeSections(first: "必要性・きっかけ")]

    let first: String

    var message: Message {
        Message(
            ja: "最初の見出しより前に文があります。「## \(first)」の下に書いてください",
            en: "There is text before the first heading: move it under “## \(first)”")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, let first = schema.sections.first, file.blocksBeforeSections > 0 else { return }
        let firstSection = file.sections.first?.heading.source.lowerBound ?? file.text.utf8.count
        // A line that is meant as a heading is reported as that.
        let isMeant = schema.sections.indices.contains { index in
            let heading = schema.sections[index].definition
            guard heading.isRequired, !file.sections.contains(where: { $0.definition == index }) else { return false }
            return SectionLine.find(heading.heading, in: file).map { $0.lowerBound < firstSection } ?? false
        }
        guard !isMeant else { return }
        let body = file.frontMatter.body
        let start = file.text.utf8[body].firstIndex { $0 != 0x0A && $0 != 0x20 && $0 != 0x09 } ?? body.lowerBound
        let end = file.text.utf8[start..<max(start, body.upperBound)].firstIndex(of: 0x0A) ?? body.upperBound
        report.add(TextBeforeSections(first: first.definition.heading), in: file.text, start..<end)
    }
}

/// A section of a case has no text. For drafts see ``UnwrittenSection``.
struct EmptySection: FileRule {
    static let id = "empty-section"
    static let guide = GuideEntry(meaning: "見出しの下に文がありません。", remedy: "文を書きます。")
    static let examples = [EmptySection(heading: "必要性・きっかけ")]

    let heading: String

    var message: Message {
        Message(ja: "見出し「\(heading)」の下に文がありません", en: "There is no text under the heading “\(heading)”")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status != .draft else { return }
        for heading in file.emptySectionHeadings {
            report.add(EmptySection(heading: heading.text), in: file.text, heading.source)
        }
    }
}

/// A section of a draft has no text yet.
struct UnwrittenSection: FileRule {
    static let id = "unwritten-section"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "下書きの見出しの下に、まだ文がありません。",
        remedy: "公開する前に書きます。")
    static let examples = [UnwrittenSection(heading: "必要性・きっかけ")]

    let heading: String

    var message: Message {
        Message(
            ja: "見出し「\(heading)」の下に、まだ文がありません。公開する前に書いてください",
            en: "There is no text yet under the heading “\(heading)”: write it before publishing")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status == .draft else { return }
        for heading in file.emptySectionHeadings {
            report.add(UnwrittenSection(heading: heading.text), in: file.text, heading.source)
        }
    }
}

extension ParsedFile {
    /// The headings of sections without text, in the order of the file.
    fileprivate var emptySectionHeadings: [Heading] {
        sections.indices.filter { index in
            // The text may be what an underline makes a heading, which is reported.
            let endsAtUnderline = index + 1 < sections.count && sections[index + 1].heading.isUnderlined
            return sections[index].isEmpty && !sections[index].heading.text.isEmpty && !endsAtUnderline
                && !sections[index].heading.isUnderlined
        }.map { sections[$0].heading }
    }
}

/// A heading inside a case has the anchor of a section.
struct TakenAnchor: FileRule {
    static let id = "taken-anchor"
    static let guide = GuideEntry(
        meaning: "見出しの飛び先の名前が、三つの見出しのものと重なります。",
        remedy: "見出しの文字を変えます。")
    static let examples = [TakenAnchor(anchor: "effect")]

    let anchor: String

    var message: Message {
        Message(
            ja: "この見出しの飛び先「#\(anchor)」は、事例の見出しと同じになります。見出しを変えてください",
            en: "The anchor of this heading, “#\(anchor)”, is that of a section: change the heading")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
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

/// Finds a line of a body that is meant as the heading of a section, but is none of level two.
private enum SectionLine {
    /// Returns the line that has the words of a heading and nothing else but marks: `##見出し`, `＃＃ 見出し`, `**見出し**`, `■見出し`, `見出し`.
    static func find(_ heading: String, in file: ParsedFile) -> Range<Int>? {
        let text = file.text
        let wanted = foldedName(heading)
        var start = file.frontMatter.body.lowerBound
        while start < text.utf8.count {
            let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.utf8.count
            // Longer lines are sentences.
            if end - start >= heading.utf8.count, end - start <= heading.utf8.count + 60 {
                let line = text.string(start..<end)
                if foldedName(withoutMarks(line)) == wanted { return start..<end }
            }
            start = end + 1
        }
        return nil
    }

    private static func withoutMarks(_ line: String) -> String {
        let marks = "#＃♯*＊_＿■□●○◆◇◎▼▽▶・-－ー.．、)）】」』>＞:：1234１２３４①②③④"
        let opening = "（(【「『"
        var rest = line[...]
        while let first = rest.first, first.isWhitespace || marks.contains(first) || opening.contains(first) {
            rest.removeFirst()
        }
        while let last = rest.last, last.isWhitespace || "#＃*＊_＿】」』:：".contains(last) { rest.removeLast() }
        return String(rest)
    }
}
