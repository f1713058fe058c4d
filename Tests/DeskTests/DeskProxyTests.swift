@testable import Desk
import Foundation
import Testing

@Suite struct DeskProxyTests {
    private let secret = String(repeating: "s", count: 32)

    private func person(_ proxy: DeskProxy, local: Bool, _ fields: [String: String]) -> String? {
        proxy.person(isFromThisComputer: local) { fields[$0] }
    }

    @Test func namesAreBelievedOfTheProxyOnly() {
        let named = DeskProxy(userField: "X-Remote-User", secret: nil)
        #expect(person(named, local: true, ["x-remote-user": "sato"]) == "sato")
        #expect(person(named, local: false, ["x-remote-user": "sato"]) == nil)
        #expect(person(named, local: true, ["x-desk-secret": "", "remote-user": "sato"]) == nil)
        #expect(person(.none, local: true, ["x-remote-user": "sato"]) == nil)
        let secured = DeskProxy(userField: "X-Remote-User", secret: secret)
        #expect(person(secured, local: true, ["x-remote-user": "sato"]) == nil)
        #expect(person(secured, local: true, ["x-remote-user": "sato", "x-desk-secret": secret + "x"]) == nil)
        #expect(person(secured, local: false, ["x-remote-user": "sato", "x-desk-secret": secret]) == "sato")
    }

    @Test func onlyTheSecretLetsIn() {
        let secured = DeskProxy(userField: nil, secret: secret)
        #expect(secured.letsIn { $0 == "x-desk-secret" ? secret : nil })
        for sent in ["", String(repeating: "s", count: 31), String(repeating: "S", count: 32)] {
            #expect(!secured.letsIn { _ in sent })
        }
        #expect(!secured.letsIn { _ in nil } && !DeskProxy.none.letsIn { _ in "" } && !DeskProxy.none.letsIn { _ in nil })
    }

    @Test(
        arguments: [
            ("  佐藤\t花子 ", "佐藤 花子"), ("", nil), (" \t", nil), ("<b>x</b>", "<b>x</b>"),
            (String(repeating: "あ", count: 10_000), String(repeating: "あ", count: 39) + "…"), ("a\u{202E}b", "a\u{FFFD}b"),
        ] as [(String, String?)])
    func namesAsPagesShowThem(sent: String, shown: String?) {
        let named = DeskProxy(userField: "X-Remote-User", secret: nil)
        #expect(person(named, local: true, ["x-remote-user": sent]) == shown)
    }

    @Test func whoHasWhatOpen() {
        let (people, start) = (People(), Date(timeIntervalSince1970: 1_000_000))
        people.note("佐藤", in: "c001", at: start)
        people.note("鈴木", in: "c001", at: start + 200)
        people.note("佐藤", in: "c002", at: start + 250)
        #expect(people.open(at: start + 260) == ["c001": ["佐藤", "鈴木"], "c002": ["佐藤"]])
        #expect(people.others(in: "c001", than: "佐藤", at: start + 260) == ["鈴木"])
        #expect(people.others(in: "c003", than: "佐藤", at: start + 260) == [])
        #expect(people.open(at: start + 301) == ["c001": ["鈴木"], "c002": ["佐藤"]])
        people.note("鈴木", in: "c001", at: start + 400)
        #expect(people.open(at: start + 600) == ["c001": ["鈴木"]])
        for number in 0..<2_000 { people.note("p\(number)", in: "c001", at: start + 700) }
        #expect(people.open(at: start + 700)["c001"]?.count == 1_000)
    }

    @Test func theCookieBehindTLS() {
        let keys = DeskKeys(DeskKeys.Secrets(), port: 1)
        #expect(keys.cookieField(isSecure: true).hasSuffix("; SameSite=Strict; Secure"))
        #expect(keys.cookieField(isSecure: false).hasSuffix("; SameSite=Strict"))
        #expect(keys.sessions(in: ["a=b; \(keys.cookie)=old"]) == ["old"] && keys.sessions(in: ["a=b"]) == [])
    }
}
