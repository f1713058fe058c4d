import Diagnostics
import Foundation
import Publishing
import Synchronization

/// A web server that shows a site while it is being written. Unless another host is given, only this computer can reach it.
public final class PreviewServer: Sendable {
    /// The port that the server listens on: the wanted one, or the next free one if that is in use.
    public var port: UInt16 { socket.port }

    private let site: LiveSite
    private let watched: [String]
    private let socket: ListeningSocket
    private let server: WebServer
    private let handler: PreviewHandler
    private let isStopped = Atomic(false)

    /// Starts to listen. Requests wait until ``run(onStart:onChange:)`` is called.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder; nil for the templates inside the program.
    ///   - host: The address to listen on, or `localhost`.
    ///   - port: The port wanted; 0 for any.
    ///   - jobs: How many threads to use for reading, and how many pages are rendered at the same time.
    ///   - language: The language of messages.
    ///   - showsAll: Whether pages show all problems, not only the first ones of each rule.
    public convenience init(
        content: String, templates: String?, host: String, port: UInt16, jobs: Int, language: Language, showsAll: Bool = false
    ) throws(ListeningError) {
        try self.init(
            content: content, templates: templates, host: host, port: port, jobs: jobs, language: language, showsAll: showsAll,
            allowing: [], next: { _, _, _ in nil })
    }

    /// Starts to listen, and lets something else answer next to the site.
    ///
    /// - Parameters:
    ///   - hosts: Further hosts under which the server answers.
    ///   - neighbour: Makes what answers next to the site, which gets the site, the allowed hosts and the port.
    package init(
        content: String, templates: String?, host: String, port: UInt16, jobs: Int, language: Language, showsAll: Bool = false,
        allowing hosts: [String], next neighbour: (LiveSite, HostCheck, UInt16) -> (any PreviewNeighbour)?
    ) throws(ListeningError) {
        site = LiveSite(content: content, templates: templates, jobs: jobs, language: language, showsAll: showsAll)
        watched = [content] + (templates.map { [$0] } ?? [])
        socket = try ListeningSocket(host: host, port: port)
        server = WebServer(socket)
        let check = HostCheck(host: host, port: socket.port, allowing: hosts)
        handler = PreviewHandler(
            site: site, hosts: check, language: language, rendering: DispatchSemaphore(value: jobs),
            neighbour: neighbour(site, check, socket.port))
    }

    /// Serves until ``stop()`` is called.
    ///
    /// - Parameters:
    ///   - onStart: Gets the first state when the server answers requests.
    ///   - onPolling: Gets the reason when the folders are looked at in intervals: before `onStart`, or later on another thread.
    ///   - onChange: Gets each later state, on another thread.
    public func run(
        onStart: (LiveSite.State) -> Void, onPolling: @escaping @Sendable (PollingReason) -> Void,
        onChange: @escaping @Sendable (LiveSite.State) -> Void
    ) {
        let watch = FolderWatch(watched)
        if let reason = watch.polling { onPolling(reason) }
        site.refresh()
        onStart(site.state)
        Thread.detachNewThread {
            var watch = watch
            var known = watch.polling
            while !self.isStopped.load(ordering: .relaxed) {
                let changes = watch.wait()
                if let reason = watch.polling, reason != known {
                    known = reason
                    onPolling(reason)
                }
                guard self.site.follow(changes) else { continue }
                onChange(self.site.state)
            }
        }
        let handler = handler
        server.run {
            handler.admission(of: $0)
        } _: { request, connection in
            handler.answer(request, over: connection)
        }
    }

    /// Ends ``run(onStart:onChange:)``.
    public func stop() {
        isStopped.store(true, ordering: .relaxed)
        server.stop()
    }
}
