import Basics
import Diagnostics

extension Rules {
    static let aboutRelatedCases: [any CheckedRule.Type] = [
        UnknownRelatedCase.self,
        RelatedToItself.self,
        RepeatedRelatedCase.self,
    ]
}

/// `related` names an unknown case.
package struct UnknownRelatedCase: ReferenceRule, FixableRule {
    package static let id = "unknown-related-case"
    package static let guide = GuideEntry(meaning: "`related` に書いた事例がありません。", remedy: "番号を直します。")
    package static let fixSummary = Message(ja: "関連する事例の番号を直しました", en: "Corrected the id of the related case")
    package static let examples = [UnknownRelatedCase(caseID: "c009", near: ["c008"])]

    let caseID: String
    let near: [String]

    /// For a problem that another check has found.
    package init(caseID: String, near: [String]) {
        self.caseID = caseID
        self.near = near
    }

    package var message: Message {
        Message(ja: "関連する事例「\(caseID)」がありません", en: "The related case “\(caseID)” does not exist")
    }

    package var suggestions: [String] { near }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .caseFile else { return }
        for id in file.record.list("related", in: file.text) {
            let location = "cases/\(id.value).md"
            guard content.fileIndices[location] == nil, !content.unreadable.contains(location) else { continue }
            let folded = foldedName(id.value)
            let stem = folded.hasSuffix(".md") ? String(folded.dropLast(3)) : folded
            let meant = content.fileIndices["cases/\(stem).md"] == nil ? nil : stem
            let near = meant.map { [$0] } ?? nearest(to: stem, among: content.names(near: stem, in: "cases"))
            report.add(
                UnknownRelatedCase(caseID: id.value, near: near), in: file.text, id.bytes, replacement: meant)
        }
    }
}

/// `related` names the case itself.
struct RelatedToItself: ReferenceRule {
    static let id = "related-to-itself"
    static let guide = GuideEntry(meaning: "`related` に、その事例自身が書いてあります。", remedy: "消します。")
    static let examples = [RelatedToItself()]

    var message: Message {
        Message(ja: "関連する事例に、この事例自身が書かれています", en: "The case names itself as related")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .caseFile else { return }
        for id in file.record.list("related", in: file.text) where id.value == file.name {
            report.add(RelatedToItself(), in: file.text, id.bytes)
        }
    }
}

/// `related` names a case twice.
struct RepeatedRelatedCase: ReferenceRule {
    static let id = "repeated-related-case"
    static let severity = Severity.warning
    static let guide = GuideEntry(meaning: "`related` に、同じ事例が2回あります。", remedy: "一つにします。")
    static let examples = [RepeatedRelatedCase(caseID: "c002")]

    let caseID: String

    var message: Message {
        Message(ja: "関連する事例「\(caseID)」が2回書かれています", en: "The related case “\(caseID)” is named twice")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .caseFile, file.record.value("related") != nil else { return }
        var first: [String: Range<Int>] = [:]
        for id in file.record.list("related", in: file.text) {
            if let other = first[id.value] {
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.add(
                    RepeatedRelatedCase(caseID: id.value), in: file.text, id.bytes,
                    notes: [.init(message, in: file.text, other)])
            } else {
                first[id.value] = id.bytes
            }
        }
    }
}
