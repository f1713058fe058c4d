import Authoring
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Synchronization
import Templates

/// The pages of the desk for one content folder: what is shown, and what changes it.
///
/// ``DeskHandler`` decides who may ask. Everything here is for somebody who may.
struct Desk: Sendable {
    let site: LiveSite
    /// The path of the content folder.
    let content: String
    let clock: DeskClock
    let store: ContentStore
    private let kept = Kept()
    let unsaved = UnsavedTexts()
    let read = ReadTables()
    let builds: SiteBuilds
    let archives = KeptArchives()
    let people = People()
    /// Who sees the pages, if a proxy names them.
    var visit: Visit?

    init(site: LiveSite, places: BuildPlaces, clock: DeskClock) {
        self.site = site
        content = places.content
        builds = SiteBuilds(places)
        self.clock = clock
        store = ContentStore(content: content)
    }

    /// What is kept between requests. A class, because all copies of the desk share it.
    private final class Kept: Sendable {
        // Needed: the list of 10,000 cases takes 70 ms to make, and each page of it and each search shows the same list.
        let overview = Mutex<(version: Int, day: CalendarDate?, overview: Overview)?>(nil)
        let form = Mutex<(version: Int, form: CaseForm)?>(nil)
        /// Whether the last content that could be read was in Japanese, while the settings have an error.
        let isJapanese = Mutex(true)
    }

    /// The templates in the language of the casebook.
    var templates: DeskTemplates {
        let known = site.state.content.map(\.schema.isJapanese)
        return .for(
            japanese: kept.isJapanese.withLock { last in
                last = known ?? last
                return last
            })
    }

    /// What cases can contain; nil while the settings cannot be used.
    var form: CaseForm? {
        let state = site.state
        guard let content = state.content else { return nil }
        return kept.form.withLock { known in
            if let known, known.version == state.version { return known.form }
            let made = CaseForm(content.declarations)
            known = (state.version, made)
            return made
        }
    }

    // MARK: Pages without content

    /// The answer to somebody who is not let in.
    func closed() -> Answer {
        message(403, title: .closedTitle, text: .closed, isLetIn: false)
    }

    /// The answer to a change that does not come from a page of the desk.
    func refused() -> Answer { message(403, title: .closedTitle, text: .refused, isLetIn: true) }

    /// The page that leads at once to the one at an address.
    func opening(_ address: String) -> Answer {
        let templates = templates
        let frame = frame(templates.words[.overviewTitle], .none, formToken: "")
        let view = MessageView(text: templates.words[.opening], isLetIn: true, next: address)
        return Answer(200, Self.html, templates.render(.message, frame: frame, view: view.object))
    }

    private func message(_ status: Int, title: DeskText, text: DeskText, isLetIn: Bool) -> Answer {
        let templates = templates
        let frame = frame(templates.words[title], .none, formToken: "")
        let view = MessageView(text: templates.words[text], isLetIn: isLetIn)
        return Answer(status, Self.html, templates.render(.message, frame: frame, view: view.object))
    }

    /// A page that says one thing.
    func message(_ status: Int, title: DeskText, text: String) -> Answer {
        let templates = templates
        let frame = frame(templates.words[title], .none, formToken: "")
        let view = MessageView(text: text, isLetIn: true)
        return Answer(status, Self.html, templates.render(.message, frame: frame, view: view.object))
    }

    static let html = "text/html; charset=utf-8"

    func frame(_ title: String, _ part: DeskFrameView.Part, formToken: String) -> DeskFrameView {
        DeskFrameView(
            language: templates.language.rawValue, title: title, casebook: site.state.plan?.casebook.settings.title,
            part: part, formToken: formToken, person: visit?.person, others: othersHere)
    }

    // MARK: Pages

    /// The page at a path below `/desk/`.
    func page(_ path: String, query: FormFields, formToken: String) -> Answer {
        switch path {
        case "": return overviewPage(query, formToken: formToken)
        case "files": return filesPage(query, formToken: formToken)
        case "cases/new": return newFile(in: "cases", formToken: formToken)
        case "backups": return backupsPage(query, formToken: formToken)
        case "images": return imagesPage(query, formToken: formToken)
        case "find": return foundCases(query["words"] ?? "")
        case "tables": return tablesPage(formToken: formToken)
        case "publish": return publishPage(formToken: formToken)
        case "publish/state": return publishState()
        case "settings": return textPage(.settings, query: query, formToken: formToken)
        case "readings": return textPage(.readings, query: query, formToken: formToken)
        default: break
        }
        if path.hasPrefix("publish/changes/") {
            return changesPage(String(path.dropFirst("publish/changes/".count)), formToken: formToken)
        }
        if path.hasPrefix("tables/save/") {
            return download(String(path.dropFirst("tables/save/".count)), formToken: formToken)
        }
        if path.hasPrefix("tables/") {
            let words = templates.words
            return reviewPage(
                String(path.dropFirst("tables/".count)), notice: query["taken"].map { _ in words[.tablesTaken] },
                failure: query["left"].map { _ in words[.tablesLeft] }, formToken: formToken)
        }
        switch filePath(path) {
        case ("cases", let name)?: return filePage("cases/\(name).md", query: query, formToken: formToken)
        case ("files", let name)?: return filePage("\(name).md", query: query, formToken: formToken)
        case ("new", let folder)?: return newFile(in: folder, formToken: formToken)
        case ("rename", let name)?: return move("\(name).md", nil, formToken: formToken)
        case ("remove", let name)?: return remove("\(name).md", nil, formToken: formToken)
        default: break
        }
        if path.hasPrefix("images/") { return image(path) }
        if path.hasPrefix("shown/") { return shownPage(String(path.dropFirst("shown/".count))) }
        if path.hasPrefix("assets/") { return asset(String(path.dropFirst("assets/".count))) }
        return notFound()
    }

    /// The answer to a change at a path below `/desk/`.
    ///
    /// - Parameter wantsData: Whether a script asks, which gets JSON.
    func change(_ path: String, form: FormFields, formToken: String, wantsData: Bool) -> Answer {
        switch path {
        case "check": return checked(form)
        case "cases/new": return save(.new("cases"), form, formToken: formToken, wantsData: wantsData)
        case "backups/restore": return restore(form, formToken: formToken)
        case "images": return addImage(form, formToken: formToken, wantsData: wantsData)
        case "images/check": return checkedImage(form)
        case "tables/read": return readTables(form, formToken: formToken)
        case "publish/build": return startBuild()
        case "publish/site": return saveSite(formToken: formToken)
        case "publish/changes": return makeChanges(form, formToken: formToken)
        case "settings": return saveText(.settings, form, formToken: formToken, wantsData: wantsData)
        case "settings/check": return checkedText(.settings, form)
        case "readings": return saveText(.readings, form, formToken: formToken, wantsData: wantsData)
        case "readings/check": return checkedText(.readings, form)
        default: break
        }
        if path.hasPrefix("tables/") {
            return takeTables(String(path.dropFirst("tables/".count)), form, formToken: formToken)
        }
        switch filePath(path) {
        case ("cases", let name)?:
            return save(.existing("cases/\(name).md"), form, formToken: formToken, wantsData: wantsData)
        case ("files", let name)?:
            return save(.existing("\(name).md"), form, formToken: formToken, wantsData: wantsData)
        case ("new", let folder)?: return save(.new(folder), form, formToken: formToken, wantsData: wantsData)
        case ("rename", let name)?: return move("\(name).md", form, formToken: formToken)
        case ("remove", let name)?: return remove("\(name).md", form, formToken: formToken)
        default: return notFound()
        }
    }

    /// The first part of a path, and the rest of it, which names a file by its path in the content folder. It is only looked up.
    private func filePath(_ path: String) -> (part: String, rest: String)? {
        guard let slash = path.firstIndex(of: "/") else { return nil }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The answer to a change that worked: the browser opens a page, so that a reload changes nothing again.
    func seeOther(_ address: String) -> Answer {
        var answer = Answer(303, text: "")
        answer.fields.append(("Location", address))
        return answer
    }

    func notFound() -> Answer { message(404, title: .notFoundTitle, text: .notFound, isLetIn: true) }

    private func asset(_ name: String) -> Answer {
        guard let file = templates.assets.first(where: { $0.path == name }) else { return notFound() }
        let type = name.hasSuffix(".css") ? "text/css" : name.hasSuffix(".js") ? "text/javascript" : "image/svg+xml"
        return Answer(200, "\(type); charset=utf-8", file.bytes)
    }

    /// The overview of the current state; nil while the settings cannot be used.
    var overview: Overview? {
        let (state, today) = (site.state, clock.today())
        guard let content = state.content else { return nil }
        return kept.overview.withLock { known in
            if let known, known.version == state.version, known.day == today { return known.overview }
            let made = Overview(content, diagnostics: state.diagnostics, today: today)
            known = (state.version, today, made)
            return made
        }
    }

    private func overviewPage(_ query: FormFields, formToken: String) -> Answer {
        guard let overview else { return filesPage(query, formToken: formToken) }
        let templates = templates
        let page = OverviewPage(overview, fields: query, words: templates.words, open: openCases)
        let frame = frame(templates.words[.overviewTitle], .cases, formToken: formToken)
        return Answer(200, Self.html, templates.render(.overview, frame: frame, view: page.view.object))
    }

    private func filesPage(_ query: FormFields, formToken: String) -> Answer {
        let templates = templates
        let frame = frame(templates.words[.filesTitle], .files, formToken: formToken)
        let removed = query["removed"].map { templates.words[.filesRemoved, $0] }
        let view =
            overview.map { FilesPage(overview: $0, templates: templates, root: content, notice: removed).view }
            ?? FilesView(
                notice: nil,
                groups: [
                    FilesPage.settings(site.state.diagnostics, templates: templates, root: content)
                ])
        return Answer(200, Self.html, templates.render(.files, frame: frame, view: view.object))
    }
}
