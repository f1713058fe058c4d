import CasebookModel
import Diagnostics
import Editing
import Foundation
import Preview

/// The clock of the desk, which the command reads. Nothing else here does.
public struct DeskClock: Sendable {
    /// The current day; nil if it is not known.
    let today: @Sendable () -> CalendarDate?
    /// The current time, which names backups.
    let now: @Sendable () -> Date
    /// The year, month, day, hour and minute of a time where the command runs.
    let parts: @Sendable (Date) -> [Int]

    /// - Parameters:
    ///   - today: Returns the current day; nil if it is not known.
    ///   - now: Returns the current time.
    ///   - parts: Returns the year, month, day, hour and minute of a time where the command runs.
    public init(
        today: @escaping @Sendable () -> CalendarDate?, now: @escaping @Sendable () -> Date,
        parts: @escaping @Sendable (Date) -> [Int]
    ) {
        self.today = today
        self.now = now
        self.parts = parts
    }
}

/// The preview of a site with pages under `/desk/` to write its cases. Only a browser that has opened ``path`` can use these.
public final class DeskServer: Sendable {
    private let server: PreviewServer
    private let keys: DeskKeys

    /// The port that the server listens on: the wanted one, or the next free one if that is in use.
    public var port: UInt16 { server.port }
    /// The path to open first. It lets a browser in, so only the person at this computer should see it.
    public var path: String { "/desk/?token=\(keys.entry)" }

    /// Starts to listen. Requests wait until ``run(onStart:onPolling:onChange:)`` is called.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder; nil for the templates inside the program.
    ///   - host: The address to listen on, or `localhost`.
    ///   - port: The port wanted; 0 for any.
    ///   - hosts: Further hosts under which the server answers, such as the name of a proxy.
    ///   - output: The path of the folder that the site is built into.
    ///   - isStrict: Whether warnings stop a build.
    ///   - jobs: How many threads to use for reading, and how many pages are rendered at the same time.
    ///   - language: The language of messages at the terminal. The pages have the language of the casebook.
    ///   - showsAll: Whether all problems are shown, not only the first ones of each rule.
    ///   - clock: Says which day it is.
    ///   - proxy: What a proxy in front of it does.
    public init(
        content: String, templates: String?, output: String, isStrict: Bool = false, host: String, port: UInt16,
        allowing hosts: [String], jobs: Int, language: Language, showsAll: Bool, clock: DeskClock, proxy: DeskProxy
    ) throws(ListeningError) {
        LeftFiles.remove(from: content, at: clock.now())
        let secrets = DeskKeys.Secrets()
        let places = BuildPlaces(
            content: content, templates: templates, output: output, jobs: jobs, isStrict: isStrict)
        server = try PreviewServer(
            content: content, templates: templates, host: host, port: port, jobs: jobs, language: language, showsAll: showsAll,
            allowing: hosts
        ) { site, hosts, port in
            DeskHandler(
                desk: Desk(site: site, places: places, clock: clock), keys: DeskKeys(secrets, port: port), hosts: hosts,
                proxy: proxy)
        }
        keys = DeskKeys(secrets, port: server.port)
    }

    /// Serves until ``stop()`` is called.
    ///
    /// - Parameters:
    ///   - onStart: Gets the first state when the server answers requests.
    ///   - onPolling: Gets the reason when the folders are looked at in intervals.
    ///   - onChange: Gets each later state, on another thread.
    public func run(
        onStart: (LiveSite.State) -> Void, onPolling: @escaping @Sendable (PollingReason) -> Void,
        onChange: @escaping @Sendable (LiveSite.State) -> Void
    ) {
        server.run(onStart: onStart, onPolling: onPolling, onChange: onChange)
    }

    /// Ends ``run(onStart:onPolling:onChange:)``.
    public func stop() { server.stop() }
}
