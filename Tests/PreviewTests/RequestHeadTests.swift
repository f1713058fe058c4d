import Preview
import Testing

@Suite struct RequestHeadTests {
    private func head(_ text: String) throws(RequestHead.Problem) -> RequestHead { try RequestHead(Array(text.utf8)[...]) }

    private func problem(_ text: String) -> RequestHead.Problem? {
        do throws(RequestHead.Problem) {
            _ = try head(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func partsOfARequest() throws {
        let found = try head("GET /cases/%E3%81%82.html?since=3&x=%26 HTTP/1.1\r\nHost:  a:80 \r\nX-Empty:\r\n\r\n")
        #expect(found.method == "GET" && found.path == "/cases/%E3%81%82.html" && found.query == "since=3&x=%26")
        #expect(found.host == "a:80" && found.keepsOpen)
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n", false),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: closed\r\n\r\n", true),
        ("GET / HTTP/1.0\r\nHost: a\r\n\r\n", false), ("GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n", true),
    ])
    func whetherTheConnectionStaysOpen(text: String, expected: Bool) throws {
        #expect(try head(text).keepsOpen == expected)
    }

    @Test func wholeAddressesNameTheHost() throws {
        let found = try head("GET http://b:81/x?y HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(found.host == "b:81" && found.path == "/x" && found.query == "y")
        #expect(try head("GET http://b HTTP/1.1\r\nHost: a\r\n\r\n").path == "/")
        #expect(try head("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").path == "*")
    }

    /// Heads that look unusual and are right.
    @Test(arguments: [
        "GET / HTTP/1.1\nHost: a\n\n", "get / HTTP/1.1\r\nhost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \u{E9}\ta\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "GET /?? HTTP/1.1\r\nHost: a\r\n\r\n",
        "M-SEARCH / HTTP/1.1\r\nHost:\r\n\r\n",
    ])
    func unusualHeads(text: String) {
        #expect(problem(text) == nil)
    }

    @Test(arguments: [
        "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1 x\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "G\u{1}T / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\t HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: \u{7F}\r\n\r\n",
        "GET / HTTP/1.1\r\n: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n",
    ])
    func malformedHeads(text: String) {
        #expect(problem(text) == .malformed)
    }

    @Test func bodiesAndOtherVersions() {
        #expect(problem("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n") == .hasBody)
        #expect(problem("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n") == .hasBody)
        #expect(problem("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == .unknownVersion)
        #expect(problem("PRI * HTTP/2.0\r\n\r\n") == .unknownVersion)
    }

    @Test func lengthsOfBodies() throws {
        #expect(try head("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n").contentLength == 3)
        #expect(try head("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 007\r\n\r\n").contentLength == 7)
        #expect(try head("POST / HTTP/1.1\r\nHost: a\r\n\r\n").contentLength == 0)
    }

    /// Two programs could disagree where these requests end.
    @Test(arguments: [
        "Content-Length: 3\r\nContent-Length: 3", "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: 3\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 0",
        "Content-Length: +3", "Content-Length: -3", "Content-Length: 3, 3", "Content-Length: 0x3", "Content-Length: ３",
        "Content-Length: 3.0", "Content-Length : 3",
    ])
    func hostileFraming(fields: String) {
        #expect(problem("POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n") == .malformed)
    }

    @Test func valuesOfFields() throws {
        let found = try head("GET / HTTP/1.1\r\nHost: a\r\nCookie: a=1\r\nCOOKIE: b=2\r\nOrigin: http://a\r\n\r\n")
        #expect(found.values(of: "cookie") == ["a=1", "b=2"] && found.value(of: "cookie") == nil)
        #expect(found.value(of: "origin") == "http://a" && found.value(of: "referer") == nil)
    }

    /// The end is found wherever the bytes are divided.
    @Test(arguments: ["GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\n\n", "\n\n"])
    func endOfAHead(text: String) {
        let bytes = Array(text.utf8)
        let next = bytes + Array("GET /next".utf8)
        for start in 0..<bytes.count {
            #expect(RequestHead.length(in: next, searchedTo: start) == bytes.count)
            #expect(RequestHead.length(in: Array(bytes[..<start]), searchedTo: 0) == nil)
        }
    }
}
