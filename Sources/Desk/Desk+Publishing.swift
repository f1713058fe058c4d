import Authoring
import CasebookLoading
import Diagnostics
import Editing
import Preview
import Publishing

/// Building the site, and saving the files to publish. Drafts are in neither.
extension Desk {
    /// The most errors that are listed.
    private static let mostErrors = 100

    // MARK: Pages

    /// The page about the site: a build that is running or what the last one did.
    func publishPage(failure: String? = nil, status: Int = 200, formToken: String) -> Answer {
        let templates = templates
        var view = PublishView(
            output: builds.places.output.visible, drafts: draftCount, notice: nil, failure: failure, progress: nil,
            isUpToDate: false, hasSite: builds.hasSite, built: nil, errors: [], errorCount: 0)
        switch builds.state {
        case .none: view = view.with(isUpToDate: builds.isUpToDate ?? false)
        case .running(let progress): view = view.with(progress: progressView(progress))
        case .done(.built(let pages), let date):
            let omissions = pages.omissions.map { $0.message.text(in: templates.language) }
            view = view.with(
                notice: failure == nil ? templates.words[.publishBuilt, time(date)] : nil,
                isUpToDate: builds.isUpToDate ?? false,
                built: BuiltView(pages: pages, omissions: omissions))
        case .done(.invalid(let diagnostics), _):
            let stopping = diagnostics.filter { builds.places.isStrict || $0.severity == .error }
            view = view.with(
                failure: failure ?? templates.words[.publishInvalid], errors: errors(Array(stopping.prefix(Self.mostErrors))),
                errorCount: stopping.count)
        case .done(.failed(let error), _):
            view = view.with(failure: failure ?? error.message.text(in: templates.language))
        }
        let frame = frame(templates.words[.publishTitle], .publish, formToken: formToken)
        return Answer(status, Self.html, templates.render(.publish, frame: frame, view: view.object))
    }

    private var draftCount: Int { overview?.rows.count { $0.status == .draft } ?? 0 }

    /// The titles of cases by the names of their files.
    private var titles: [String: String] {
        Dictionary((overview?.rows ?? []).map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    private func progressView(_ progress: BuildProgress) -> ProgressView {
        let (done, total) = (progress.done, progress.total)
        let words = templates.words
        let text =
            progress.stage == .reading || total == 0
            ? words[.publishReading] : words[.publishWriting, String(done), String(total)]
        return ProgressView(done: done, total: progress.stage == .reading ? 0 : total, text: text)
    }

    /// The progress as JSON, for the script of the page.
    func publishState() -> Answer {
        data(200) { json in
            guard case .running(let progress) = builds.state else {
                json.key("running")
                json.flag(false)
                return
            }
            let view = progressView(progress)
            json.key("running")
            json.flag(true)
            json.member("done", view.done)
            json.member("total", view.total)
            json.member("text", view.text)
        }
    }

    /// Errors with the addresses of their fields.
    private func errors(_ diagnostics: [Diagnostic]) -> [BuildErrorView] {
        let (templates, form) = (templates, form)
        let titles = titles
        var placements: [String: ProblemPlacement?] = [:]
        return diagnostics.map { diagnostic in
            let text = diagnostic.message.text(in: templates.language).visible
            let location = diagnostic.path.hasPrefix("\(content)/") ? String(diagnostic.path.dropFirst(content.count + 1)) : ""
            guard let files = site.state.content, files.has(location) else {
                let line = diagnostic.range.map { ":\($0.start.line)" } ?? ""
                return BuildErrorView(
                    place: diagnostic.path.visible + line, text: text,
                    address: isInContent(location) ? DeskPath.form(location) : "/desk/files",
                    suggestions: diagnostic.suggestions)
            }
            let name = DeskPath.name(of: location)
            if placements[location] == nil {
                let source = try? store.load(location, form: form).source
                placements[location] = .some(
                    source.flatMap { SourceDecoder.decode($0).text }.map {
                        ProblemPlacement($0, at: location, schema: files.schema, templates: templates)
                    })
            }
            let placed = (placements[location] ?? nil)?.placed([diagnostic]) { _ in false }.first
            let anchor = placed?.field.map { "#\(FileFields.name(of: $0))-problems" } ?? ""
            return BuildErrorView(
                place: location.hasPrefix("cases/")
                    ? titles[name].map { $0 == name ? name : "\(name)　\($0)" } ?? name : location,
                text: placed?.text ?? text, address: DeskPath.form(location) + anchor, suggestions: diagnostic.suggestions)
        }
    }

    // MARK: Building

    /// Starts a build, or joins the one that is running.
    func startBuild() -> Answer {
        _ = site.follow(.anything)
        builds.start(now: clock.now, BuiltPages.Known(drafts: draftCount, titles: titles))
        return seeOther("/desk/publish")
    }

    // MARK: Saving

    /// The archive of the whole site.
    func saveSite(formToken: String) -> Answer {
        do throws(PublishingError) {
            return archive(try pack(since: nil).file, name: "site.zip")
        } catch {
            return publishPage(failure: reason(error), status: 409, formToken: formToken)
        }
    }

    /// Makes an archive of what has changed since a manifest, and opens the page that lists it.
    func makeChanges(_ fields: FormFields, formToken: String) -> Answer {
        let words = templates.words
        let files = fields.files.filter { $0.field == "manifest" }
        guard files.count == 1, let sent = files.first else {
            return publishPage(failure: words[.publishNoManifest], status: 422, formToken: formToken)
        }
        guard let manifest = Manifest(json: sent.bytes), !manifest.entries.isEmpty else {
            return publishPage(failure: words[.publishNotManifest, sent.name], status: 422, formToken: formToken)
        }
        do throws(PublishingError) {
            let (file, summary) = try pack(since: manifest)
            guard let changes = summary.changes else { return notFound() }
            return seeOther("/desk/publish/changes/\(archives.add(file, changes, at: clock.now()))")
        } catch {
            return publishPage(failure: reason(error), status: 409, formToken: formToken)
        }
    }

    private func pack(since manifest: Manifest?) throws(PublishingError) -> (file: TemporaryFile, summary: SitePack.Summary) {
        let places = builds.places
        return try builds.usingOutput { () throws(PublishingError) in
            try SitePack(site: places.output, jobs: places.jobs).pack(since: manifest)
        }
    }

    private func reason(_ error: PublishingError) -> String {
        error.kind == .needsBuild || !builds.hasSite
            ? templates.words[.publishNeedsBuild] : error.message.text(in: templates.language)
    }

    /// The list of what has changed, at `ID`, and the archive of it, at `ID/changes.zip`.
    func changesPage(_ path: String, formToken: String) -> Answer {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let id = parts.first, let entry = archives.entry(String(id), at: clock.now()) else {
            return publishPage(failure: templates.words[.publishGone], status: 404, formToken: formToken)
        }
        if parts.count == 2, parts[1] == "changes.zip" { return archive(entry.file, name: "changes.zip") }
        guard parts.count == 1 else { return notFound() }
        let view = ChangesView(id: entry.id, changes: entry.changes, size: Self.size(entry.file.size))
        let frame = frame(templates.words[.publishChangesTitle], .publish, formToken: formToken)
        return Answer(200, Self.html, templates.render(.changes, frame: frame, view: view.object))
    }

    private func archive(_ file: TemporaryFile, name: String) -> Answer {
        var answer = Answer(200, "application/zip", file)
        answer.fields.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
        return answer
    }

    /// A number of bytes for people, such as `3.2 MB`.
    private static func size(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 500) / 1_000)) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}

extension PublishView {
    fileprivate func with(
        notice: String? = nil, failure: String? = nil, progress: ProgressView? = nil, isUpToDate: Bool = false,
        built: BuiltView? = nil, errors: [BuildErrorView] = [], errorCount: Int = 0
    ) -> PublishView {
        PublishView(
            output: output, drafts: drafts, notice: notice, failure: failure ?? self.failure, progress: progress,
            isUpToDate: isUpToDate, hasSite: hasSite, built: built, errors: errors, errorCount: errorCount)
    }
}
