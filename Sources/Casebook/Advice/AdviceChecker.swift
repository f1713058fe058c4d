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
        _ entry: FrontMatter.Entry, of file: ContentFile, _ bytes: UnsafeBufferPointer<UInt8>, rules: Set<AdviceRule>,
        findings: inout [ProseFinding]
    ) {
        guard ["title", "summary", "description"].contains(entry.name), case .text(let text) = entry.value else { return }
        let isTitle = entry.name == "title"
        var scanner = ProseScanner(
            bytes, text.content, rules: isTitle ? rules.subtracting([.longSentence]) : rules, isMarkdown: false)
        scanner.scan()
        findings += scanner.findings
        guard isTitle, file.role == .caseFile, rules.contains(.longTitle), text.content.count > Advice.titleLimit else {
            return
        }
        let characters = text.string(in: file.text).count
        if characters > Advice.titleLimit {
            findings.append(ProseFinding(advice: .longTitle(characters: characters), bytes: text.bytes))
        }
    }

    /// The first comma of a sort that is not the most common one.
    private static func mixedCommas(_ commas: [(count: Int, first: Int)]) -> ProseFinding? {
        guard let most = commas.indices.max(by: { commas[$0].count < commas[$1].count }) else { return nil }
        let others = commas.indices.filter { $0 != most && commas[$0].count > 0 }
        guard let other = others.min(by: { commas[$0].first < commas[$1].first }) else { return nil }
        let marks = ["、", "，", ","]
        let first = commas[other].first
        return ProseFinding(
            advice: .mixedCommas(found: marks[other], usual: marks[most]), bytes: first..<first + marks[other].utf8.count)
    }

    /// The shortest section, where the longest is long and many times as long.
    private static func unevenSections(of file: ContentFile) -> ProseFinding? {
        let sections = file.sections
        guard sections.count > 1 else { return nil }
        var lengths: [(section: ContentFile.Section, bytes: Range<Int>)] = []
        for (index, section) in sections.enumerated() where section.definition != nil && !section.isEmpty {
            let start = section.heading.source.upperBound
            let next = index + 1 < sections.count ? sections[index + 1].heading.source.lowerBound : nil
            let end = next ?? file.frontMatter.body.upperBound
            lengths.append((section, start..<max(start, end)))
        }
        guard let shortest = lengths.min(by: { $0.bytes.count < $1.bytes.count }),
            let longest = lengths.max(by: { $0.bytes.count < $1.bytes.count }),
            longest.bytes.count >= unevenLength * 3, longest.bytes.count >= shortest.bytes.count * unevenFactor
        else { return nil }
        let characters = { (bytes: Range<Int>) in file.text.string(bytes).count { !$0.isWhitespace } }
        return ProseFinding(
            advice: .unevenSections(
                heading: shortest.section.heading.text, characters: characters(shortest.bytes),
                longest: longest.section.heading.text, most: characters(longest.bytes)),
            bytes: shortest.section.heading.source)
    }

    /// How many characters the longest section has at least, and how many times those of the shortest.
    private static let (unevenLength, unevenFactor) = (200, 8)
}
