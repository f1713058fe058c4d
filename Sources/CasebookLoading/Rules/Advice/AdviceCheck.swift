import Diagnostics

/// Checks the advice on what readers see of a file: its title, its summary and its text, but nothing private. Of a withdrawn case, readers
/// see why it was withdrawn.
package enum AdviceCheck {
    static func check(_ file: ParsedFile, for rules: AdviceSet, isJapanese: Bool, report: inout Report) {
        // Only the character sets of Japanese lack ⅓ and ™.
        let rules = isJapanese ? rules : rules.without(MachineDependentCharacter.self)
        guard file.role != .settings, !rules.isEmpty else { return }
        let isWithdrawn = file.status == .withdrawn
        var findings: [ProseFinding] = []
        file.text.utf8.withUnsafeBufferPointer { bytes in
            for entry in file.record.entries where !isWithdrawn || entry.name == "withdrawn" {
                scan(entry, of: file, bytes, rules: rules, findings: &findings)
            }
            guard !isWithdrawn else { return }
            var scanner = ProseScanner(bytes, file.frontMatter.body, rules: rules, isMarkdown: true)
            scanner.scan()
            findings += scanner.findings
            if rules.contains(MixedCommas.self), let mixed = mixedCommas(scanner.commas) { findings.append(mixed) }
        }
        if !isWithdrawn, rules.contains(UnevenSections.self), let uneven = unevenSections(of: file) { findings.append(uneven) }
        for finding in findings { report.add(finding.problem, in: file.text, finding.bytes) }
    }

    /// Scans a value that is text to read.
    private static func scan(
        _ entry: FrontMatter.Entry, of file: ParsedFile, _ bytes: UnsafeBufferPointer<UInt8>, rules: AdviceSet,
        findings: inout [ProseFinding]
    ) {
        let isTitle = entry.name == "title"
        let isShown = isTitle || entry.name == "summary" || entry.name == "description" || entry.name == "withdrawn"
        guard isShown, case .text(let text) = entry.value else { return }
        var scanner = ProseScanner(
            bytes, text.content, rules: isTitle ? rules.without(LongSentence.self) : rules, isMarkdown: false)
        scanner.scan()
        findings += scanner.findings
        guard let limit = file.record.field(of: entry)?.rule.longest, rules.contains(LongTitle.self), text.content.count > limit
        else { return }
        // A character has at least one scalar, and scalars are soon counted.
        guard file.text.utf8[text.content].count(where: { $0 & 0xC0 != 0x80 }) > limit else { return }
        let characters = text.string(in: file.text).count
        if characters > limit {
            findings.append(ProseFinding(problem: LongTitle(characters: characters, limit: limit), bytes: text.bytes))
        }
    }

    /// The first comma of a sort that is not the most common one.
    private static func mixedCommas(_ commas: CommaCounts) -> ProseFinding? {
        guard commas.isMixed else { return nil }
        let all = commas.all
        guard let most = all.indices.max(by: { all[$0].count < all[$1].count }) else { return nil }
        let others = all.indices.filter { $0 != most && all[$0].count > 0 }
        guard let other = others.min(by: { all[$0].first < all[$1].first }) else { return nil }
        let (found, first) = (CommaCounts.marks[other], all[other].first)
        return ProseFinding(
            problem: MixedCommas(found: found, usual: CommaCounts.marks[most]), bytes: first..<first + found.utf8.count)
    }

    /// The shortest section, where the longest is long and many times as long.
    private static func unevenSections(of file: ParsedFile) -> ProseFinding? {
        let sections = file.sections
        var (shortest, longest): (SectionText?, SectionText?)
        for (index, section) in sections.enumerated() where section.definition != nil && !section.isEmpty {
            let start = section.heading.source.upperBound
            let next = index + 1 < sections.count ? sections[index + 1].heading.source.lowerBound : nil
            let text = SectionText(section: index, bytes: start..<max(start, next ?? file.frontMatter.body.upperBound))
            if shortest.map({ text.bytes.count < $0.bytes.count }) ?? true { shortest = text }
            if longest.map({ text.bytes.count > $0.bytes.count }) ?? true { longest = text }
        }
        guard let shortest, let longest, longest.bytes.count >= unevenLength * 3,
            longest.bytes.count >= shortest.bytes.count * unevenFactor
        else { return nil }
        let characters = { (bytes: Range<Int>) in file.text.string(bytes).count { !$0.isWhitespace } }
        return ProseFinding(
            problem: UnevenSections(
                heading: sections[shortest.section].heading.text, characters: characters(shortest.bytes),
                longest: sections[longest.section].heading.text, most: characters(longest.bytes)),
            bytes: sections[shortest.section].heading.source)
    }

    /// The text of a section.
    private struct SectionText {
        let section: Int
        let bytes: Range<Int>
    }

    /// How many characters the longest section has at least, and how many times those of the shortest.
    private static let (unevenLength, unevenFactor) = (200, 8)
}
