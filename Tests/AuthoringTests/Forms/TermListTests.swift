@testable import CasebookModel
import CasebookLoading
import Testing

@Suite struct TermListTests {
    private static let names = ["本人", "企業・職場", "医療", "把握／相談／支援", "支援"]

    @Test(
        arguments: [
            ("本人", [.known(0)]), ("本人、医療", [.known(0), .known(2)]), ("本人;医療；支援", [.known(0), .known(2), .known(4)]),
            ("本人／支援", [.known(0), .known(4)]), ("把握／相談／支援", [.known(3)]),
            ("支援／把握／相談／支援、本人", [.known(4), .known(3), .known(0)]),
            ("本人\n 医療 ", [.known(0), .known(2)]), ("本人、、医療、", [.known(0), .known(2)]), ("本人、企業", [.known(0), .unknown("企業")]),
            ("、", []), ("", []),
        ] as [(String, [TermList.Part])])
    func parts(text: String, parts: [TermList.Part]) {
        #expect(TermList.read(text) { Self.names.firstIndex(of: $0) } == parts)
    }

    @Test func oneNameIsNotTakenApart() {
        let find = { Self.names.firstIndex(of: $0) }
        #expect(TermList.read("把握／相談／支縁", isMultiple: false, find: find) == [.unknown("把握／相談／支縁")])
        #expect(TermList.read("本人、医療", isMultiple: false, find: find) == [.known(0), .known(2)])
    }

    @Test(
        arguments: [
            ("Electrical applainces", [.unknown("Electrical applainces")]), ("electrical textiles", [.known(0), .known(1)]),
            ("Electrical appliances, textiles", [.known(0), .known(1)]),
            ("textiles, Electrical tools", [.known(1), .unknown("Electrical tools")]),
        ] as [(String, [TermList.Part])])
    func namesOfSeveralWords(text: String, parts: [TermList.Part]) {
        let names = ["electrical appliances": 0, "electrical": 0, "textiles": 1]
        #expect(TermList.read(text) { names[$0.lowercased()] } == parts)
    }
}
