import Desk
import Testing

@Suite struct DeskRequestTests {
    @Test func fieldsOfForms() throws {
        let fields = try #require(FormFields("a=1+2&b=%E3%81%82%26&a=3&c&=x&d=l1%0D%0Al2%0Dl3&&e=%C2%A0=".utf8))
        #expect(fields.values(of: "a") == ["1 2", "3"] && fields["a"] == nil)
        #expect(fields["b"] == "あ&" && fields["c"] == "" && fields[""] == "x" && fields["z"] == nil)
        #expect(fields["d"] == "l1\nl2\nl3" && fields["e"] == "\u{A0}=")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "%ED%A0%80=1", "a=%C0%AF"])
    func bytesThatAreNoText(query: String) {
        #expect(FormFields(query.utf8) == nil)
    }

    @Test func tooManyFields() {
        #expect(FormFields(String(repeating: "a=1&", count: 2_000).utf8) != nil)
        #expect(FormFields(String(repeating: "a=1&", count: 2_001).utf8) == nil)
    }

    @Test func onlyTheCookieOfThisStartLetsIn() {
        let keys = DeskKeys(DeskKeys.Secrets(), port: 8080)
        #expect(keys.isLetIn(cookies: ["\(keys.cookie)=\(keys.session)"]))
        #expect(keys.isLetIn(cookies: ["x=y; \(keys.cookie)=\(keys.session); z="]))
        #expect(keys.isLetIn(cookies: ["\(keys.cookie)=forged; \(keys.cookie)=\(keys.session)"]))
        for cookies in [
            [], [""], ["\(keys.cookie)="], ["\(keys.cookie)"], ["\(keys.cookie)=\(keys.entry)"],
            ["\(keys.cookie)=\(keys.form)"],
            ["\(keys.cookie)=\(keys.session)0"], ["\(keys.cookie)=\(keys.session.dropLast())"],
            ["x\(keys.cookie)=\(keys.session)"],
            ["knowhow-desk-8081=\(keys.session)"], ["\(keys.cookie)=\(keys.session.uppercased())x"],
        ] { #expect(!keys.isLetIn(cookies: cookies)) }
    }

    @Test func secretsDiffer() {
        let (first, second) = (DeskKeys(DeskKeys.Secrets(), port: 1), DeskKeys(DeskKeys.Secrets(), port: 1))
        let all = [first.entry, first.session, first.form, second.entry, second.session, second.form]
        #expect(Set(all).count == 6 && all.allSatisfy { $0.count == 64 })
    }

    @Test func textsAreComparedWhole() {
        #expect(DeskKeys.areEqual("ab", "ab") && DeskKeys.areEqual("", ""))
        for (left, right) in [("ab", "aB"), ("ab", "a"), ("", "a"), ("abc", "abd")] { #expect(!DeskKeys.areEqual(left, right)) }
    }

    @Test func templatesHaveNoProblems() {
        for templates in [DeskTemplates.japanese, .english] {
            #expect(templates.problems.map { "\($0.path):\($0.range?.start.line ?? 0) \($0.message.en)" } == [])
        }
    }
}
