import Diagnostics

/// A case has no section twice.
enum DuplicateSectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (index, section) in file.sections.enumerated() {
            guard let definition = section.definition,
                let first = file.sections[..<index].first(where: { $0.definition == definition })
            else { continue }
            let message = Message(ja: "1回目はここにあります", en: "The first one is here")
            report.tell(
                .duplicateSection(heading: section.heading.text), in: file.text, section.heading.source,
                notes: [.init(message, in: file.text, first.heading.source)])
        }
    }
}
