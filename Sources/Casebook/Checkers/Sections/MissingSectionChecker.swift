import Diagnostics

/// A case has every required section. A withdrawn one may have none.
enum MissingSectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile, let schema, file.status != .withdrawn else { return }
        for (index, section) in schema.sections.enumerated() where section.definition.isRequired {
            guard !file.sections.contains(where: { $0.definition == index }) else { continue }
            let heading = section.definition.heading
            guard !isMisspelt(heading, in: file, schema: schema) else { continue }
            report.tell(.missingSection(heading: heading), in: file.text, place(of: index, in: file))
        }
    }

    /// Whether a heading that is no section's is nearest to this one, which is told as that.
    private static func isMisspelt(_ heading: String, in file: ContentFile, schema: Schema) -> Bool {
        let headings = schema.sections.map(\.definition.heading)
        return file.sections.contains { section in
            section.definition == nil && nearest(to: section.heading.text, among: headings).first == heading
        }
    }

    /// The heading before which the section belongs, else the end of the text.
    private static func place(of definition: Int, in file: ContentFile) -> Range<Int> {
        if let next = file.sections.first(where: { ($0.definition ?? -1) > definition }) { return next.heading.source }
        let last = file.text.utf8.lastIndex { $0 != 0x0A && $0 != 0x20 }
        let end = last.map { $0 + 1 } ?? 0
        return end..<end
    }
}
