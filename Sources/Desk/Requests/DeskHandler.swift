import Basics
import Diagnostics
import Preview

/// Answers the requests below `/desk/`. It decides who may ask for what; ``Desk`` makes the pages.
///
/// - Nothing is shown or changed without the cookie that the first address gives, or a proxy that sends the right secret (``DeskProxy``).
/// - A change is a `POST` from a page of this server (`Origin`) with the token of its forms. No `GET` changes anything.
/// - No path of a request becomes a path on the disk.
struct DeskHandler: PreviewNeighbour {
    /// The longest body of a form, in bytes: a case with a text of a book.
    private static let longestForm = 2 << 20

    /// What pages of the desk may load and do. There are no scripts and styles in the pages themselves.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    /// The same for a page of the site in a frame of the desk: it runs no script.
    private static let policyOfShownPages =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'self'"

    let desk: Desk
    let keys: DeskKeys
    let hosts: HostCheck
    let proxy: DeskProxy

    func owns(_ path: String) -> Bool { path == "/desk" || path.hasPrefix("/desk/") }

    func admission(of head: RequestHead) -> BodyAdmission {
        if let refusal = refusal(of: head) { return .refused(secured(refusal, path: head.path)) }
        guard head.method == "POST" else { return .limit(0) }
        guard let (path, limit) = upload(head) else { return .limit(Self.longestForm) }
        return head.contentLength > limit
            ? .refused(secured(desk.tooLarge(path, limit: limit), path: head.path)) : .limit(limit)
    }

    /// The path below `/desk/` and how many bytes a form with files may have there; nil if the request is none.
    private func upload(_ head: RequestHead) -> (path: String, limit: Int)? {
        guard let type = head.value(of: "content-type"), MultipartForm.boundary(of: type) != nil,
            let path = RequestPath.decoded(head.path)
        else { return nil }
        let rest = String(path.dropFirst("desk/".count))
        return desk.uploadLimit(of: rest).map { (rest, $0) }
    }

    func answer(_ request: Request) -> Answer { secured(unsecured(request), path: request.head.path) }

    private func secured(_ answer: Answer, path: String) -> Answer {
        var answer = answer
        let isShown = path.hasPrefix("/desk/shown/")
        answer.fields += [
            ("Content-Security-Policy", isShown ? Self.policyOfShownPages : Self.policy), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
        return answer
    }

    /// The answer to a request that is not allowed; nil if it is.
    private func refusal(of head: RequestHead) -> Answer? {
        guard keys.isLetIn(cookies: head.values(of: "cookie")) else { return desk.closed() }
        switch head.method {
        case "GET", "HEAD": return nil
        case "POST":
            guard hosts.isOwn(origin: head.value(of: "origin"), host: head.host) else { return desk.refused() }
            let type = head.value(of: "content-type")?.split(separator: ";").first?.lowercased()
            return type == "application/x-www-form-urlencoded" || upload(head) != nil ? nil : Answer(415, text: "415\n")
        default:
            var answer = Answer(405, text: "405\n")
            answer.fields.append(("Allow", "GET, HEAD, POST"))
            return answer
        }
    }

    private func unsecured(_ request: Request) -> Answer {
        let head = request.head
        guard let path = RequestPath.decoded(head.path), let query = FormFields(head.query.utf8) else { return desk.closed() }
        if path == "desk" {
            var answer = Answer(301, text: "")
            answer.fields.append(("Location", "/desk/"))
            return answer
        }
        if path == "desk/", head.method == "GET", let token = query["token"] {
            return DeskKeys.areEqual(token, keys.entry) ? entrance(head, to: "/desk/") : desk.closed()
        }
        if head.method == "GET", proxy.letsIn({ head.value(of: $0) }) {
            let cookies = head.values(of: "cookie")
            // A browser that keeps no cookies would come back for ever.
            let isBack = query["entered"] != nil && keys.sessions(in: cookies).isEmpty
            if !isBack, !keys.isLetIn(cookies: cookies) { return entrance(head, to: head.path + "?entered=1") }
        }
        if let refusal = refusal(of: head) { return refusal }
        let rest = String(path.dropFirst("desk/".count))
        let person = proxy.person(isFromThisComputer: request.isFromThisComputer) { head.value(of: $0) }
        guard head.method == "POST" else {
            return desk.used(by: person, at: rest).page(rest, query: query, formToken: keys.form)
        }
        let sent =
            upload(head) == nil
            ? FormFields(request.body) : FormFields(request.body, contentType: head.value(of: "content-type") ?? "")
        guard let form = sent, let token = form["form-token"], DeskKeys.areEqual(token, keys.form) else {
            return desk.refused()
        }
        return desk.used(by: person, at: rest, form).change(
            rest, form: form, formToken: keys.form, wantsData: head.value(of: "accept") == "application/json")
    }

    /// Lets a browser in.
    ///
    /// The page that follows is opened by a page of this server. So it gets the cookie also if the first address was opened from
    /// elsewhere, such as a mail in a browser.
    private func entrance(_ head: RequestHead, to address: String) -> Answer {
        var answer = desk.opening(address)
        // Who forges the field gets a cookie that their own browser does not send.
        let isSecure = head.value(of: "x-forwarded-proto")?.lowercased() == "https"
        answer.fields.append(("Set-Cookie", keys.cookieField(isSecure: isSecure)))
        return answer
    }
}
