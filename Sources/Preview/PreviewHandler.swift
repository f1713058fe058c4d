import Basics
import Diagnostics
import FlyingFox
import Foundation
import Publishing
import Site

/// Answers the requests of browsers.
///
/// A requested path is looked up among the addresses of the site. It never becomes a path on the disk, so no request can reach
/// a file outside the site.
struct PreviewHandler: HTTPHandler {
    /// How long a request for the next change may wait.
    private static let longestWait = Duration.seconds(10)
    /// How often a waiting request looks for a change.
    private static let interval = Duration.milliseconds(5)

    let site: LiveSite
    let hosts: HostCheck
    let language: Language
    let showsAll: Bool

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard hosts.allows(request.headers[HTTPHeader("Host")]) else {
            return answer(
                request, .misdirectedRequest,
                text: language == .ja ? "このアドレスからは表示できません。\n" : "The preview does not answer under this host name.\n")
        }
        guard request.method == .GET || request.method == .HEAD else {
            var response = answer(request, .methodNotAllowed, text: "405\n")
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        guard let path = RequestPath.decoded(request.target.path()) else { return notFound(request) }
        switch path {
        case PreviewScript.path:
            return answer(request, .ok, "text/javascript; charset=utf-8", Array(PreviewScript.source.utf8))
        case PreviewScript.changesPath: return await changes(request)
        default: return page(request, path)
        }
    }

    private func page(_ request: HTTPRequest, _ path: String) -> HTTPResponse {
        do throws(PublishingError) {
            let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
            if let page = try site.page(at: name) { return answer(request, .ok, page) }
            if try site.page(at: path + "/index.html") != nil {
                var response = answer(request, .movedPermanently, text: "")
                response.headers[.location] = "/\(path)/"
                return response
            }
            return notFound(request)
        } catch {
            return answer(request, .internalServerError, text: error.message.text(in: language) + "\n")
        }
    }

    private func notFound(_ request: HTTPRequest) -> HTTPResponse {
        guard site.state.plan != nil else {
            return answer(request, .serviceUnavailable, "text/html; charset=utf-8", PreviewScript.inserted(into: Self.waiting))
        }
        guard let page = try? site.page(at: "404.html") else { return answer(request, .notFound, text: "404\n") }
        return answer(request, .notFound, page)
    }

    /// The page that is shown until the sources are valid for the first time. The script adds the problems.
    private static let waiting = Array(
        """
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><title>プレビュー</title></head>
        <body><p>まだ表示できるページがありません。下に出ている問題を直すと、自動的に表示されます。</p></body></html>

        """.utf8)

    private func changes(_ request: HTTPRequest) async -> HTTPResponse {
        let since = request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? -1
        let end = ContinuousClock.now + Self.longestWait
        while site.state.version == since, ContinuousClock.now < end {
            do { try await Task.sleep(for: Self.interval) } catch { break }
        }
        return answer(request, .ok, "application/json", site.state.report(in: language, showsAll: showsAll))
    }

    private func answer(_ request: HTTPRequest, _ code: HTTPStatusCode, _ page: Page) -> HTTPResponse {
        var bytes = page.body.rendered ?? []
        if page.mediaType.hasPrefix("text/html") { bytes = PreviewScript.inserted(into: bytes) }
        return answer(request, code, page.mediaType, bytes)
    }

    private func answer(_ request: HTTPRequest, _ code: HTTPStatusCode, text: String) -> HTTPResponse {
        answer(request, code, "text/plain; charset=utf-8", Array(text.utf8))
    }

    private func answer(
        _ request: HTTPRequest, _ code: HTTPStatusCode, _ mediaType: String, _ bytes: [UInt8]
    ) -> HTTPResponse {
        let headers: HTTPHeaders = [
            .contentType: mediaType, .contentLength: String(bytes.count), HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
            HTTPHeader("X-Frame-Options"): "SAMEORIGIN",
        ]
        let body = request.method == .HEAD ? Data() : Data(bytes)
        return HTTPResponse(
            statusCode: code, headers: headers, body: HTTPBodySequence(data: body, suggestedBufferSize: 65_536))
    }
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
    func report(in language: Language, showsAll: Bool) -> [UInt8] {
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
        let digest = DiagnosticDigest(diagnostics, showsAll: showsAll)
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
                for problem in digest.problems(in: language) { list.string(problem) }
            }
            json.member("omissions", digest.omissions(in: language))
        }
        return json.bytes
    }
}
