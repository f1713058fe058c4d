import Diagnostics

/// A case has no section twice.
enum DuplicateSectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        var firsts: [Int: ContentFile.Section] = [:]
        for section in file.sections {
            guard let definition = section.definition else { continue }
            guard let first = firsts[definition] else {
                firsts[definition] = section
                continue
            }
            let message = Message(ja: "1回目はここにあります", en: "The first one is here")
            report.tell(
                .duplicateSection(heading: section.heading.text), in: file.text, section.heading.source,
                notes: [.init(message, in: file.text, first.heading.source)])
        }
    }
}
