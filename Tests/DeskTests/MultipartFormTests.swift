import Desk
import Testing

@Suite struct MultipartFormTests {
    private let type = "multipart/form-data; boundary=XYZ"

    private func body(_ parts: String..., end: String = "\r\n--XYZ--\r\n") -> [UInt8] {
        Array((parts.map { "--XYZ\r\n\($0)" }.joined(separator: "\r\n") + end).utf8)
    }

    private func field(_ name: String, _ value: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
    }

    private func file(_ name: String, _ content: String) -> String {
        "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n\(content)"
    }

    @Test func fieldsAndFiles() throws {
        let sent = body(
            field("a", "1\r\n2"), file("表.csv", "題名\r\n--XY\r\n\r\n"), field("a", ""), file("", ""), file("b.csv", ""))
        let form = try #require(FormFields(sent, contentType: type))
        #expect(form.values(of: "a") == ["1\n2", ""] && form.all.count == 2)
        #expect(form.files.map(\.name) == ["表.csv", "b.csv"] && form.files.map(\.field) == ["file", "file"])
        #expect(form.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["題名\r\n--XY\r\n\r\n", ""])
    }

    @Test func otherFormsOfTheSame() throws {
        let quoted = "Multipart/Form-Data; charset=utf-8; Boundary=\"XYZ\""
        #expect(FormFields(body(field("a", "1")), contentType: quoted)?["a"] == "1")
        let preamble = Array("ignored\r\n".utf8) + body(field("a", "1"), end: "\r\n--XYZ--epilogue")
        #expect(FormFields(preamble, contentType: type)?["a"] == "1")
        #expect(FormFields(Array("--XYZ--\r\n".utf8), contentType: type)?.all.isEmpty == true)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\a\\表.csv", "表.csv"), ("a%22b%0D%0Ac.csv", "a\"b␍␊c.csv"), ("..", ".."),
        ("/", "/"),
        ("a\u{202E}b\u{0}.csv", "a\u{FFFD}b␀.csv"),
    ])
    func namesHaveNoFolders(sent: String, shown: String) throws {
        let form = try #require(FormFields(body(file(sent, "x")), contentType: type))
        #expect(form.files.map(\.name) == [shown])
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/mixed; boundary=XYZ",
        "multipart/form-data; boundary=XY", "multipart/form-data; boundary=XYZ; boundary=XYZ", "text/plain", "",
        "multipart/form-data; boundary=" + String(repeating: "X", count: 71),
    ])
    func contentTypesThatAreNone(type: String) {
        #expect(FormFields(body(field("a", "1")), contentType: type) == nil)
    }

    @Test func bodiesThatAreNone() {
        for text in [
            "", "XYZ", "--XYZ", "--XYZ\r\n", "--XYZ\r\n\r\n--XYZ--", "--XYZ\r\n\r\nx\r\n--XYZ--",
            "--XYZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XYZ--",
            "--XYZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XYZ--",
            "--XYZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XYZ--",
            "--XYZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
            "--XYZ\nContent-Disposition: form-data; name=\"a\"\n\nx\n--XYZ--",
        ] { #expect(FormFields(Array(text.utf8), contentType: type) == nil, "\(text.debugDescription)") }
        let noText = Array("--XYZ\r\n\(field("a", ""))".utf8) + [0xFF] + Array("\r\n--XYZ--".utf8)
        #expect(FormFields(noText, contentType: type) == nil)
        let longHead = field(String(repeating: "a", count: 5_000), "1")
        #expect(FormFields(body(longHead), contentType: type) == nil)
        let many = [String](repeating: field("a", "1"), count: 2_001)
        let bytes = Array((many.map { "--XYZ\r\n\($0)\r\n" }.joined() + "--XYZ--").utf8)
        #expect(FormFields(bytes, contentType: type) == nil)
    }
}
