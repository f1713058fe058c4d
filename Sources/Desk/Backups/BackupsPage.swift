import Templates

/// The names of the layout `backups`: earlier versions of files, the newest first.
struct BackupsView: TemplateContext {
    /// The path of the file whose versions are listed, relative to the content folder; nil for those of all files.
    let file: String?
    /// The address of its form; nil if there is none.
    let form: String?
    let notice: String?
    let failure: String?
    let backups: [BackupView]
    let isCut: Bool

    static let fields = ContextFields<BackupsView>([
        .optionalText("file") { $0.file },
        .optionalText("form") { $0.form },
        .optionalText("notice") { $0.notice },
        .optionalText("failure") { $0.failure },
        .list("backups", BackupView.self) { $0.backups },
        .flag("has_backups") { !$0.backups.isEmpty },
        .flag("cut") { $0.isCut },
        .text("limit") { String($0.backups.count) },
    ])
}

/// An earlier version of a file.
struct BackupView: TemplateContext {
    let id: String
    let time: String
    let title: String
    let location: String
    let isOfCommand: Bool
    /// What the restored file would replace; empty if there is no file.
    let version: String

    static let fields = ContextFields<BackupView>([
        .text("id") { $0.id },
        .text("time") { $0.time },
        .text("title") { $0.title },
        .text("location") { $0.location },
        .flag("of_command") { $0.isOfCommand },
        .text("version") { $0.version },
    ])
}
