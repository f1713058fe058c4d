import CasebookModel
import Authoring
import Testing

@Suite struct CaseNumberTests {
    @Test(arguments: [
        ([], "c001"), (["c017.md", "c003.md"], "c018"), (["c017.md", "c018.md.txt"], "c019"), (["_c020.md"], "c021"),
        (["C021.md"], "c022"), (["ｃ０２２.md"], "c023"), (["c999.md"], "c1000"), (["case5.md", "notes.md"], "c001"),
        (["c99999999999999999999.md", "c005.md"], "c006"), (["c007"], "c008"), (["c010-2.md"], "c011"),
    ])
    func afterTheHighest(names: [String], id: String) {
        #expect(CaseNumber.id(CaseNumber.next(after: names)) == id)
    }
}
