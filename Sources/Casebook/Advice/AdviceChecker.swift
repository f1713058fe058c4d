import Diagnostics

/// Advice on what readers see of a file: its title, its summary and its text. What is private is not looked at.
enum AdviceChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role != .settings, let schema, file.status != .withdrawn else { return }
        let rules = file.role == .caseFile ? schema.advice.ofCases : schema.advice.ofPages
        guard !rules.isEmpty else { return }
        var findings: [ProseFinding] = []
        file.text.utf8.withUnsafeBufferPointer { bytes in
            for entry in file.record.entries { scan(entry, of: file, bytes, rules: rules, findings: &findings) }
            var scanner = ProseScanner(bytes, file.frontMatter.body, rules: rules, isMarkdown: true)
            scanner.scan()
            findings += scanner.findings
            if rules.contains(.mixedCommas), let mixed = mixedCommas(scanner.commas) { findings.append(mixed) }
        }
        if rules.contains(.unevenSections), let uneven = unevenSections(of: file) { findings.append(uneven) }
        for finding in findings { report.add(finding.advice, in: file.text, finding.bytes) }
    }

    /// Scans a value that is text to read.
    private static func scan(
        _ entry: FrontMatter.Entry, of file: ContentFile, _ bytes: UnsafeBufferPointer<UInt8>, rules: AdviceRules,
        findings: inout [ProseFinding]
    ) {
        let isTitle = entry.name == "title"
        guard isTitle || entry.name == "summary" || entry.name == "description", case .text(let text) = entry.value else {
            return
        }
        var scanner = ProseScanner(
            bytes, text.content, rules: isTitle ? rules.without(.longSentence) : rules, isMarkdown: false)
        scanner.scan()
        findings += scanner.findings
        guard isTitle, file.role == .caseFile, rules.contains(.longTitle), text.content.count > Advice.titleLimit else {
            return
        }
        // A character has at least one scalar, and scalars are soon counted.
        guard file.text.utf8[text.content].count(where: { $0 & 0xC0 != 0x80 }) > Advice.titleLimit else { return }
        let characters = text.string(in: file.text).count
        if characters > Advice.titleLimit {
            findings.append(ProseFinding(advice: .longTitle(characters: characters), bytes: text.bytes))
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
            advice: .mixedCommas(found: found, usual: CommaCounts.marks[most]), bytes: first..<first + found.utf8.count)
    }

    /// The shortest section, where the longest is long and many times as long.
    private static func unevenSections(of file: ContentFile) -> ProseFinding? {
        let sections = file.sections
        var (shortest, longest): (Stretch?, Stretch?)
        for (index, section) in sections.enumerated() where section.definition != nil && !section.isEmpty {
            let start = section.heading.source.upperBound
            let next = index + 1 < sections.count ? sections[index + 1].heading.source.lowerBound : nil
            let stretch = Stretch(section: index, bytes: start..<max(start, next ?? file.frontMatter.body.upperBound))
            if shortest.map({ stretch.bytes.count < $0.bytes.count }) ?? true { shortest = stretch }
            if longest.map({ stretch.bytes.count > $0.bytes.count }) ?? true { longest = stretch }
        }
        guard let shortest, let longest, longest.bytes.count >= unevenLength * 3,
            longest.bytes.count >= shortest.bytes.count * unevenFactor
        else { return nil }
        let characters = { (bytes: Range<Int>) in file.text.string(bytes).count { !$0.isWhitespace } }
        return ProseFinding(
            advice: .unevenSections(
                heading: sections[shortest.section].heading.text, characters: characters(shortest.bytes),
                longest: sections[longest.section].heading.text, most: characters(longest.bytes)),
            bytes: sections[shortest.section].heading.source)
    }

    /// Where the text of a section stands.
    private struct Stretch {
        let section: Int
        let bytes: Range<Int>
    }

    /// How many characters the longest section has at least, and how many times those of the shortest.
    private static let (unevenLength, unevenFactor) = (200, 8)
}
