import Preview
import Testing

@Suite struct PreviewRequestTests {
    @Test(arguments: [
        ("<body>a</body></html>", "<body>a%</body></html>"), ("a</body>b</body>", "a</body>b%</body>"), ("", "%"),
        ("</bod", "</bod%"),
    ])
    func lineIsInsertedBeforeTheEndOfTheBody(page: String, expected: String) {
        let inserted = String(decoding: PreviewScript.inserted(into: Array(page.utf8)), as: UTF8.self)
        #expect(inserted == expected.replacing("%", with: String(decoding: PreviewScript.line, as: UTF8.self)))
    }

    @Test func onlyOwnHostNamesAreAllowed() {
        let hosts = HostCheck(host: "127.0.0.1", port: 8080)
        for name in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"] { #expect(hosts.allows(name)) }
        for name in [nil, "", "localhost", "localhost:80", "evil.example:8080", "127.0.0.1:8080.evil.example", "127.0.0.1"] {
            #expect(!hosts.allows(name))
        }
        #expect(HostCheck(host: "192.168.1.5", port: 80).allows("192.168.1.5"))
    }

    @Test func furtherHostsAreAllowedAsTheyAreSent() {
        let hosts = HostCheck(host: "127.0.0.1", port: 8080, allowing: ["Desk.example.jp"])
        #expect(hosts.allows("desk.example.jp") && hosts.allows("127.0.0.1:8080"))
        for name in ["desk.example.jp:8080", "example.jp", "x.desk.example.jp"] { #expect(!hosts.allows(name)) }
    }

    @Test func onlyOwnPagesAreTheOrigin() {
        let hosts = HostCheck(host: "127.0.0.1", port: 8080, allowing: ["desk.example.jp"])
        #expect(hosts.isOwn(origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080"))
        #expect(hosts.isOwn(origin: "https://desk.example.jp", host: "desk.example.jp"))
        for origin in [
            nil, "", "null", "http://127.0.0.1", "http://127.0.0.1:8081", "http://localhost:8080", "http://127.0.0.1:8080/",
            "ftp://127.0.0.1:8080", "http://127.0.0.1:8080.evil.example", "https://desk.example.jp",
        ] { #expect(!hosts.isOwn(origin: origin, host: "127.0.0.1:8080")) }
        #expect(!hosts.isOwn(origin: "http://evil.example", host: "evil.example"))
    }

    @Test func pathsAreDecodedOnce() {
        #expect(RequestPath.decoded("/") == "")
        #expect(RequestPath.decoded("/cases/c001.html") == "cases/c001.html")
        #expect(RequestPath.decoded("/%63ases/") == "cases/")
        #expect(RequestPath.decoded("/%252e%252e/") == "%2e%2e/")
        #expect(RequestPath.decoded("cases") == nil)
        for path in ["", "/%ff", "/%c0%af", "/%", "/%4", "/%zz", "/%ed%a0%80"] { #expect(RequestPath.decoded(path) == nil) }
    }
}
