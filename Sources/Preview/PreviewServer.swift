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
    public init(
        content: String, templates: String?, host: String, port: UInt16, jobs: Int, language: Language, showsAll: Bool = false
    ) throws(ListeningError) {
        site = LiveSite(content: content, templates: templates, jobs: jobs, language: language, showsAll: showsAll)
        watched = [content] + (templates.map { [$0] } ?? [])
        socket = try ListeningSocket(host: host, port: port)
        server = WebServer(socket)
        handler = PreviewHandler(
            site: site, hosts: HostCheck(host: host, port: socket.port), language: language,
            rendering: DispatchSemaphore(value: jobs))
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
        server.run { request, connection in handler.answer(request, over: connection) }
    }

    /// Ends ``run(onStart:onChange:)``.
    public func stop() {
        isStopped.store(true, ordering: .relaxed)
        server.stop()
    }
}
