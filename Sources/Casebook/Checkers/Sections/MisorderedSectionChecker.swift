import Diagnostics

/// A case's sections are in the order that `casebook.yml` gives them.
enum MisorderedSectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard !file.hasSectionsInOrder else { return }
        var last: ContentFile.Section?
        var seen: [Int] = []
        for section in file.sections {
            // A section that is there twice is told as that.
            guard let definition = section.definition, !seen.contains(definition) else { continue }
            seen.append(definition)
            if let last, let before = last.definition, definition < before {
                let message = Message(ja: "この見出しより前です", en: "It belongs before this heading")
                report.tell(
                    .misorderedSection(heading: section.heading.text, after: last.heading.text), in: file.text,
                    section.heading.source, notes: [.init(message, in: file.text, last.heading.source)])
            } else {
                last = section
            }
        }
    }
}
