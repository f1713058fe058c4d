import Basics
import Diagnostics
import Foundation
import Publishing
import Site

/// Answers the requests of browsers.
///
/// A requested path is looked up among the addresses of the site. It never becomes a path on the disk, so no request can reach
/// a file outside the site.
struct PreviewHandler: Sendable {
    /// How long a request for the next change may wait.
    private static let longestWait = Duration.seconds(10)
    /// How often a waiting request looks for a change, in milliseconds.
    private static let interval: Int32 = 5

    let site: LiveSite
    let hosts: HostCheck
    let language: Language
    /// How many pages may be rendered at the same time.
    let rendering: DispatchSemaphore
    /// What answers next to the site, if there is anything.
    var neighbour: (any PreviewNeighbour)?

    /// Whether the body of a request is read.
    func admission(of head: RequestHead) -> BodyAdmission {
        guard let neighbour, hosts.allows(head.host), neighbour.owns(head.path) else { return .limit(0) }
        return neighbour.admission(of: head)
    }

    /// The answer to a request. A request for the next change waits for it.
    func answer(_ request: Request, over connection: borrowing Connection) -> Answer {
        var answer = answerWithoutSafetyFields(request, over: connection)
        answer.fields += [
            ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "SAMEORIGIN"),
        ]
        return answer
    }

    private func answerWithoutSafetyFields(_ whole: Request, over connection: borrowing Connection) -> Answer {
        let request = whole.head
        guard hosts.allows(request.host) else {
            return Answer(
                421, text: language == .ja ? "このアドレスからは表示できません。\n" : "The preview does not answer under this host name.\n")
        }
        if let neighbour, neighbour.owns(request.path) { return neighbour.answer(whole) }
        guard request.method == "GET" || request.method == "HEAD" else {
            var answer = Answer(405, text: "405\n")
            answer.fields.append(("Allow", "GET, HEAD"))
            return answer
        }
        guard let path = RequestPath.decoded(request.path) else { return rendered { notFound() } }
        switch path {
        case PreviewScript.path: return Answer(200, "text/javascript; charset=utf-8", Array(PreviewScript.source.utf8))
        case PreviewScript.changesPath: return changes(since: request.query, over: connection)
        default: return rendered { page(path) }
        }
    }

    private func rendered(_ answer: () -> Answer) -> Answer {
        rendering.wait()
        defer { rendering.signal() }
        return answer()
    }

    private func page(_ path: String) -> Answer {
        do throws(PublishingError) {
            let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
            if let page = try site.page(at: name) { return answer(200, page) }
            if let folder = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed),
                try site.page(at: path + "/index.html") != nil
            {
                var answer = Answer(301, text: "")
                answer.fields.append(("Location", "/\(folder)/"))
                return answer
            }
            return notFound()
        } catch {
            return Answer(500, text: error.message.text(in: language) + "\n")
        }
    }

    private func notFound() -> Answer {
        guard site.state.plan != nil else {
            return Answer(503, "text/html; charset=utf-8", PreviewScript.inserted(into: waiting))
        }
        guard let page = try? site.page(at: "404.html") else { return Answer(404, text: "404\n") }
        return answer(404, page)
    }

    /// The page that is shown until the sources are valid for the first time. The script adds the problems.
    private var waiting: [UInt8] {
        let title = Message(ja: "プレビュー", en: "Preview").text(in: language)
        let text = Message(
            ja: "まだ表示できるページがありません。下に出ている問題を直すと、自動的に表示されます。",
            en: "There is no page to show yet. It appears by itself when the problems below are fixed."
        ).text(in: language)
        return Array(
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title></head>
            <body><p>\(text)</p></body></html>

            """.utf8)
    }

    /// Waits until the version is another one than the query names, or for the longest time.
    private func changes(since query: String, over connection: borrowing Connection) -> Answer {
        let since = query.split(separator: "&").first { $0.hasPrefix("since=") }.flatMap { Int($0.dropFirst(6)) } ?? -1
        let end = ContinuousClock.now + Self.longestWait
        while site.state.version == since, ContinuousClock.now < end, connection.pause(Self.interval) {}
        return Answer(200, "application/json", site.state.report(in: language))
    }

    private func answer(_ status: Int, _ page: Page) -> Answer {
        var bytes = page.body.rendered ?? []
        if page.mediaType.hasPrefix("text/html") { bytes = PreviewScript.inserted(into: bytes) }
        return Answer(status, page.mediaType, bytes)
    }
}

/// What answers requests to some paths on the server of a preview instead of the site.
package protocol PreviewNeighbour: Sendable {
    /// Whether requests to a path are for it.
    func owns(_ path: String) -> Bool
    /// Whether the body of a request is read.
    func admission(of head: RequestHead) -> BodyAdmission
    /// The answer to a request for an allowed host, on any thread.
    func answer(_ request: Request) -> Answer
}

/// The path of a request.
package enum RequestPath {
    /// Removes the slash at the start and the percent-encoding, once.
    ///
    /// - Returns: Nil if the path does not start with a slash, or is not UTF-8 with complete escapes.
    package static func decoded(_ path: String) -> String? {
        path.hasPrefix("/") ? path.dropFirst().removingPercentEncoding : nil
    }
}

extension LiveSite.State {
    /// The state for the script: a JSON object with `version`, `upToDate`, `language`, `headline`, `failure`, and
    /// `problems` and `omissions`, which are texts as `knowhow check` prints them.
    func report(in language: Language) -> [UInt8] {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let headline: String =
            switch (isUpToDate, language) {
            case (false, .ja): "プレビューを更新できません。直すまで、前の状態を表示しています（エラー\(errors)件、警告\(warnings)件）。"
            case (false, .en):
                "The preview shows the last valid state until the problems are fixed (\(errors) errors, \(warnings) warnings)."
            case (true, .ja): "警告\(warnings)件"
            case (true, .en): "\(warnings) warnings"
            }
        var json = JSONWriter(.compact)
        json.object { json in
            json.member("version", version)
            json.key("upToDate")
            json.flag(isUpToDate)
            json.member("language", language.rawValue)
            json.member("headline", headline)
            json.member("failure", orNull: failure?.message.text(in: language))
            json.key("problems")
            json.array { list in
                for problem in shown.texts { list.string(problem) }
            }
            json.member("omissions", shown.omissions)
        }
        return json.bytes
    }
}
