import Diagnostics

/// Cases have titles of their own.
enum DuplicateTitleChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        var first: [ByteKey: (file: Int, bytes: Range<Int>)] = [:]
        for (index, file) in collection.files.enumerated() where file.role == .caseFile {
            guard let title = file.record.text("title") else { continue }
            let key = title.key(in: file.text)
            guard let other = first[key] else {
                first[key] = (index, title.bytes)
                continue
            }
            let message = Message(ja: "同じ題名の事例です", en: "This case has the same title")
            report.tell(
                .duplicateTitle(title: title.string(in: file.text)), in: file.text, title.bytes,
                notes: [.init(message, in: collection.files[other.file].text, other.bytes)])
        }
    }
}
