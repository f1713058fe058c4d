import Diagnostics

/// A case has no section twice.
enum DuplicateSectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard !file.hasSectionsInOrder else { return }
        // As many as there are definitions, at most.
        var firsts: [ContentFile.Section] = []
        for section in file.sections where section.definition != nil {
            guard let first = firsts.first(where: { $0.definition == section.definition }) else {
                firsts.append(section)
                continue
            }
            let message = Message(ja: "1回目はここにあります", en: "The first one is here")
            report.tell(
                .duplicateSection(heading: section.heading.text), in: file.text, section.heading.source,
                notes: [.init(message, in: file.text, first.heading.source)])
        }
    }
}
