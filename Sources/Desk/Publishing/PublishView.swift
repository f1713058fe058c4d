import Publishing
import Templates

/// The names of the layout `publish`: building the site and saving the files to publish.
struct PublishView: TemplateContext {
    let output: String
    let drafts: Int
    let notice: String?
    let failure: String?
    let progress: ProgressView?
    let isUpToDate: Bool
    let hasSite: Bool
    let built: BuiltView?
    let errors: [BuildErrorView]
    let errorCount: Int

    static let fields = ContextFields<PublishView>([
        .text("output") { $0.output },
        .optionalText("draft_count") { $0.drafts > 0 ? String($0.drafts) : nil },
        .optionalText("notice") { $0.notice },
        .optionalText("failure") { $0.failure },
        .optional("progress", ProgressView.self) { $0.progress },
        .flag("running") { $0.progress != nil },
        .flag("up_to_date") { $0.isUpToDate },
        .flag("has_site") { $0.hasSite },
        .optional("built", BuiltView.self) { $0.built },
        .list("errors", BuildErrorView.self) { $0.errors },
        .optionalText("error_count") { $0.errorCount > 0 ? String($0.errorCount) : nil },
        .optionalText("more_errors") { $0.errorCount > $0.errors.count ? String($0.errorCount - $0.errors.count) : nil },
    ])
}

/// A build that is running.
struct ProgressView: TemplateContext {
    let done: Int
    let total: Int
    let text: String

    static let fields = ContextFields<ProgressView>([
        .text("done") { String($0.done) },
        .text("total") { String(max(1, $0.total)) },
        .flag("known") { $0.total > 0 },
        .text("text") { $0.text },
    ])
}

/// What a build has done.
struct BuiltView: TemplateContext {
    let pages: BuiltPages
    let omissions: [String]

    static let fields = ContextFields<BuiltView>([
        .text("files") { String($0.pages.summary.files) },
        .text("cases") { String($0.pages.summary.cases) },
        .optionalText("left_out") { $0.pages.drafts > 0 ? String($0.pages.drafts) : nil },
        .optionalText("warnings") { $0.pages.summary.warnings.isEmpty ? nil : String($0.pages.summary.warnings.count) },
        .texts("omissions") { $0.omissions },
        .flag("unchanged") {
            $0.pages.summary.added.isEmpty && $0.pages.summary.changed.isEmpty && $0.pages.summary.removed.isEmpty
        },
        .list("groups", PageGroupView.self) { view in
            [
                PageGroupView(kind: .added, pages: view.pages.added),
                PageGroupView(kind: .changed, pages: view.pages.changed),
                PageGroupView(kind: .removed, pages: view.pages.removed),
            ].filter { !$0.pages.isEmpty }
        },
        .optionalText("others") { $0.pages.otherCount > 0 ? String($0.pages.otherCount) : nil },
        .optionalText("rest") { $0.pages.restCount > 0 ? String($0.pages.restCount) : nil },
    ])
}

/// The pages of one kind that a build has written or removed.
struct PageGroupView: TemplateContext {
    enum Kind: Sendable { case added, changed, removed }

    let kind: Kind
    let pages: [BuiltPages.Page]

    static let fields = ContextFields<PageGroupView>([
        .flag("added") { $0.kind == .added },
        .flag("changed") { $0.kind == .changed },
        .flag("removed") { $0.kind == .removed },
        .text("count") { String($0.pages.count) },
        .list("cases", BuiltPageView.self) { $0.views(ofCases: true) },
        .list("lists", BuiltPageView.self) { $0.views(ofCases: false) },
        .optionalText("list_count") { group in
            let count = group.pages.count { !$0.isCase }
            return count > 0 ? String(count) : nil
        },
        .flag("has_cases") { $0.pages.contains(where: \.isCase) },
    ])

    private func views(ofCases areCases: Bool) -> [BuiltPageView] {
        pages.filter { $0.isCase == areCases }.map { BuiltPageView(path: $0.path, title: $0.title, isGone: kind == .removed) }
    }
}

/// A page that a build has written or removed.
struct BuiltPageView: TemplateContext {
    let path: String
    let title: String?
    let isGone: Bool

    static let fields = ContextFields<BuiltPageView>([
        .text("path") { $0.path },
        .text("page_name") { $0.title ?? $0.path },
        .flag("titled") { $0.title != nil },
        .flag("gone") { $0.isGone },
    ])
}

/// An error that keeps a site from being built.
struct BuildErrorView: TemplateContext {
    /// The title of the case, or the path of the file.
    let place: String
    let text: String
    /// Where it can be fixed in the desk.
    let address: String
    let suggestions: [String]

    static let fields = ContextFields<BuildErrorView>([
        .text("place") { $0.place },
        .text("text") { $0.text },
        .text("address") { $0.address },
        .texts("suggestions") { $0.suggestions },
        .flag("has_suggestions") { !$0.suggestions.isEmpty },
    ])
}

/// The names of the layout `changes`: an archive of what has changed since the last publication.
struct ChangesView: TemplateContext {
    /// The most paths of one kind that are listed.
    static let most = 1_000

    let id: String
    let changes: ChangeList
    let size: String

    private static func shown(_ paths: [String]) -> [String] { Array(paths.prefix(most)) }

    static let fields = ContextFields<ChangesView>([
        .text("id") { $0.id },
        .text("size") { $0.size },
        .text("added_count") { String($0.changes.added.count) },
        .text("changed_count") { String($0.changes.changed.count) },
        .text("removed_count") { String($0.changes.removed.count) },
        .texts("added") { shown($0.changes.added) },
        .texts("changed") { shown($0.changes.changed) },
        .texts("removed") { shown($0.changes.removed) },
        .flag("has_added") { !$0.changes.added.isEmpty },
        .flag("has_changed") { !$0.changes.changed.isEmpty },
        .flag("has_removed") { !$0.changes.removed.isEmpty },
        .flag("nothing") { $0.changes.added.isEmpty && $0.changes.changed.isEmpty && $0.changes.removed.isEmpty },
        .flag("cut") { [$0.changes.added, $0.changes.changed, $0.changes.removed].contains { $0.count > most } },
    ])
}
