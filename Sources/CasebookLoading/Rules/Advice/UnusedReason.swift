import CasebookModel
import Diagnostics

/// A case says why it was withdrawn, but it is a draft or published, so no page shows the reason.
struct UnusedReason: AdviceRule, FileRule {
    static let id = "unused-reason"
    static let guide = GuideEntry(
        meaning: "取り下げの理由（`withdrawn`）が書いてありますが、取り下げた事例ではありません。理由は、どのページにも出ません。",
        remedy: "取り下げるときは、`status: withdrawn` と書きます。そうでなければ、理由を消します。")
    static let examples = [UnusedReason()]

    var message: Message {
        Message(
            ja: "「取り下げの理由」（withdrawn）は、取り下げた事例のページだけに出ます。取り下げるときは `status: withdrawn` と書き、そうでなければこの理由を消してください",
            en:
                "The reason for withdrawing (withdrawn) is shown only if the case is withdrawn: write `status: withdrawn` to withdraw it,"
                + " or remove the reason")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .caseFile, file.status != .withdrawn, !schema.adviceOff.contains(id),
            let reason = file.record.text("withdrawn")
        else { return }
        // A status that is not understood is reported as that.
        if let status = file.record.text("status"), Case.Status(rawValue: status.string(in: file.text)) == nil { return }
        report.add(UnusedReason(), in: file.text, reason.bytes)
    }
}
