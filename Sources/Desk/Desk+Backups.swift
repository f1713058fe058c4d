import Authoring
import Basics
import CasebookLoading
import Diagnostics
import Editing
import Foundation
import Preview

/// Earlier versions of files: the list, and restoring one.
extension Desk {
    /// The most earlier versions that are listed.
    private static let mostBackups = 200

    /// The list of earlier versions of one file or of all files.
    func backupsPage(
        _ query: FormFields, formToken: String, notice: String? = nil, failure: String? = nil
    ) -> Answer {
        let templates = templates
        let file = query["file"].flatMap { CaseForm.isContent($0, form: form) ? $0 : nil }
        let all = store.backups(of: file)
        let rows = (overview?.rows ?? []).map { ("cases/\($0.name).md", $0.title) }
        let others = (overview?.groups ?? []).flatMap(\.files).map { ($0.location, $0.title) }
        let titles = Dictionary(rows + others, uniquingKeysWith: { first, _ in first })
        var versions: [String: String] = [:]
        let views = all.prefix(Self.mostBackups).map { backup in
            let version = versions[backup.location] ?? (try? store.load(backup.location, form: form))?.version.text ?? ""
            versions[backup.location] = version
            return BackupView(
                id: backup.id, time: time(backup.date), title: titles[backup.location] ?? backup.location,
                location: backup.location,
                isOfCommand: backup.isOfCommand, version: version)
        }
        let notice = notice ?? (query["restored"] != nil ? templates.words[.backupsRestored] : nil)
        let view = BackupsView(
            file: file, form: file.flatMap { isInContent($0) ? DeskPath.form($0) : nil },
            notice: failure == nil ? notice : nil, failure: failure, backups: views,
            isCut: all.count > Self.mostBackups)
        let frame = frame(templates.words[.backupsTitle], .backups, formToken: formToken)
        return Answer(
            failure == nil ? 200 : 409, Self.html, templates.render(.backups, frame: frame, view: view.object))
    }

    /// A time for people.
    func time(_ date: Date) -> String {
        let parts = clock.parts(date)
        return templates.words[
            .backupsTime, String(parts[0]), String(parts[1]), String(parts[2]), String(parts[3]),
            parts[4] < 10 ? "0\(parts[4])" : String(parts[4])]
    }

    /// Whether there is a form for the file at a path relative to the content folder.
    func isInContent(_ location: String) -> Bool {
        TextFile.allCases.contains { $0.location == location } || site.state.content?.has(location) ?? false
    }

    /// Writes an earlier version over the file that is there.
    func restore(_ fields: FormFields, formToken: String) -> Answer {
        guard let backup = fields["backup"].flatMap(store.backup) else { return notFound() }
        let form = form
        do throws(StoreError) {
            let version = fields["version"].flatMap(FileVersion.init)
            try store.restore(backup, expecting: version, form: form, at: clock.now())
        } catch {
            return backupsPage(
                fields, formToken: formToken, failure: error.message.text(in: templates.language))
        }
        _ = site.follow(.anything)
        let file = fields["file"].map { "&file=\(percentEncoded($0))" } ?? ""
        return seeOther("/desk/backups?restored=1\(file)")
    }
}
