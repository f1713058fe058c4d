import Basics
import Diagnostics

extension Rules {
    static let aboutPages: [any CheckedRule.Type] = [
        DuplicateTitle.self
    ]
}

/// Two cases have the same title.
struct DuplicateTitle: ContentRule {
    static let id = "duplicate-title"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "同じ題名の事例があります。",
        remedy: "同じ事例でないかを確かめ、別の事例なら題名を変えます。")
    static let examples = [DuplicateTitle(title: "題名")]

    let title: String

    var message: Message {
        Message(ja: "題名「\(title)」の事例がほかにもあります", en: "Another case has the title “\(title)”")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        var first: [ByteKey: (file: Int, bytes: Range<Int>)] = [:]
        for (index, file) in content.files.enumerated() where file.role == .caseFile {
            guard let title = file.record.text("title") else { continue }
            let key = title.key(in: file.text)
            guard let other = first[key] else {
                first[key] = (index, title.bytes)
                continue
            }
            let message = Message(ja: "同じ題名の事例です", en: "This case has the same title")
            report.add(
                DuplicateTitle(title: title.string(in: file.text)), in: file.text, title.bytes,
                notes: [.init(message, in: content.files[other.file].text, other.bytes)])
        }
    }
}
