import CasebookModel
import Diagnostics

/// New cases and states from existing ones.
extension EditableFile {
    /// Returns the file of a new draft with the values and texts of this case.
    ///
    /// What belongs to one case only is left out: dates, old addresses, why it was withdrawn, and what is not published.
    ///
    /// - Parameter title: The title of the new case.
    public func draftCopy(title: String) throws(EditRefusal) -> [UInt8] {
        let own = ["withdrawn", "published", "updated", "review_by", "aliases", "yomi", "private"]
        var edit = FileEdit(values: ["title": .text(title), "status": .text(Case.Status.draft.rawValue)])
        for key in own { edit.values[key] = .text("") }
        return try applying(edit)
    }

    /// Returns the file with another state. A restored case loses the reason why it was withdrawn.
    ///
    /// - Parameters:
    ///   - status: The state: withdrawn to withdraw a case, draft or published to restore it.
    ///   - day: The day of the change, such as `2026-04-01`, for the key `updated`; nil to keep that.
    public func changing(to status: Case.Status, on day: String? = nil) throws(EditRefusal) -> [UInt8] {
        var edit = FileEdit(values: ["status": .text(status.rawValue)])
        // A case without a state is a published one.
        if status == .published, self.status == .published { edit.values["status"] = nil }
        if status != .withdrawn { edit.values["withdrawn"] = .text("") }
        if let day { edit.values["updated"] = .text(day) }
        return try applying(edit)
    }
}
