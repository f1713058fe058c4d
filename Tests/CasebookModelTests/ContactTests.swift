import CasebookModel
import Testing

@Suite struct MailboxTests {
    @Test(arguments: [
        "info@example.jp", "a.b+c@mail.example.co.jp", "o'neil/x=1%2@xn--wgv71a119e.jp", "INFO@Example.JP", "1@2.jp",
        "_-~@a-b.example",
    ])
    func addresses(_ text: String) {
        #expect(Mailbox(text)?.address == text)
    }

    @Test(arguments: [
        "", "info", "info@", "@example.jp", "info@localhost", "info@example.jp.", "info@-a.jp", "info@a-.jp", "a..b@example.jp",
        ".a@example.jp", "a.@example.jp", "a b@example.jp", "a@b@example.jp", "\"a\"@example.jp", "info@192.0.2.1", "info@例.jp",
        "担当@example.jp", "info＠example.jp", "a@example.jp, b@example.jp", "mailto:info@example.jp",
        "\(String(repeating: "a", count: 65))@example.jp",
    ])
    func others(_ text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test func whatIsMeant() {
        for text in [
            "info＠example.jp", "ｉｎｆｏ@example.jp", "mailto:info@example.jp?subject=a", "info@example.jp ", "info @ example.jp",
            "編集部 <info@example.jp>", "info@example．jp",
        ] {
            #expect(Mailbox.meant(by: text)?.address == "info@example.jp", "\(text)")
        }
        for text in ["info", "担当@example.jp", "a@example.jp、b@example.jp", "info at example.jp"] {
            #expect(Mailbox.meant(by: text) == nil, "\(text)")
        }
    }

    /// Nothing in the name or the subject can start another part of the address (RFC 6068, section 2).
    @Test func links() throws {
        let plain = try #require(Mailbox("info@example.jp"))
        #expect(plain.link() == "mailto:info@example.jp" && plain.host == "example.jp")
        #expect(plain.link(subject: "事例c003 & ?") == "mailto:info@example.jp?subject=%E4%BA%8B%E4%BE%8Bc003%20%26%20%3F")
        let odd = try #require(Mailbox("a?b&c=d%e#f/g+h@example.jp"))
        #expect(odd.link() == "mailto:a%3Fb%26c%3Dd%25e%23f%2Fg%2Bh@example.jp")
    }
}

@Suite struct TelephoneNumberTests {
    @Test(arguments: [
        ("03-1234-5678", "0312345678"), ("0120-444-113", "0120444113"), ("090-1234-5678", "09012345678"),
        ("0312345678", "0312345678"), ("(03)1234-5678", "0312345678"), ("03(1234)5678", "0312345678"),
        ("+81 3-1234-5678", "+81312345678"), ("03-1234-5678（代表）", "0312345678"), ("03-1234-5678 （内線 123）", "0312345678"),
        ("03-1234-5678(内線123)", "0312345678"), ("03.1234.5678", "0312345678"),
    ])
    func numbers(_ text: String, digits: String) throws {
        let number = try #require(TelephoneNumber(text, language: "ja"))
        #expect(number.text == text && number.digits == digits && number.link == "tel:\(digits)")
    }

    @Test(arguments: [
        "", "1234-5678", "03-1234-567", "03-1234-56789", "０３-1234-5678", "03ー1234ー5678", "03-1234-5678、03-1234-5679",
        "03-1234-5678 内線123", "TEL 03-1234-5678", "03-1234-5678（）", "03-1234-5678（内線", "(03-1234-5678", "03)1234-5678",
        "()0312345678",
        "+813", "03+12345678", "-03-1234-5678", "電話番号", "03-1234-5678（a）（b）",
    ])
    func others(_ text: String) {
        #expect(TelephoneNumber(text, language: "ja") == nil)
    }

    @Test func otherLanguagesHaveOtherLengths() {
        #expect(TelephoneNumber("1-800-555-0199", language: "en") != nil && TelephoneNumber("555-0199", language: "en") != nil)
        #expect(TelephoneNumber("1-800-555-0199", language: "ja-JP") == nil && TelephoneNumber("911", language: "en") == nil)
    }

    @Test(arguments: [
        ("０３－１２３４－５６７８", "03-1234-5678"), ("03ー1234ー5678", "03-1234-5678"), ("TEL 03-1234-5678", "03-1234-5678"),
        ("電話：03−1234−5678", "03-1234-5678"), ("（０３）1234-5678", "(03)1234-5678"),
        ("03-1234-5678 内線123", "03-1234-5678（内線123）"), ("０３-1234-5678（代表）", "03-1234-5678（代表）"),
    ])
    func whatIsMeant(_ text: String, _ meant: String) {
        #expect(TelephoneNumber.meant(by: text, language: "ja")?.text == meant)
    }

    @Test(arguments: ["1234-5678", "03-1234-5678、03-1234-5679", "03-1234-5678 / 03-1234-5679", "平日のみ", "二〇二六"])
    func whatIsNotClear(_ text: String) {
        #expect(TelephoneNumber.meant(by: text, language: "ja") == nil)
    }
}
