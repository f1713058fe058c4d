import Basics
import Testing

/// Names in Latin letters are sorted and grouped without regard to case and diacritics.
@Suite struct LetterKeyTests {
    @Test(arguments: [
        (["Water", "apple", "Éclair", "zebra", "ecology"], ["apple", "Éclair", "ecology", "Water", "zebra"]),
        // Word by word, and a hyphen is a space.
        (["leaflet", "leaf-mould", "leaf", "leaf mulch"], ["leaf", "leaf-mould", "leaf mulch", "leaflet"]),
        (["don't", "done", "don’s", "dont"], ["done", "don’s", "don't", "dont"]),
        (["Ångström", "angst", "Æsop", "aerial"], ["aerial", "Æsop", "angst", "Ångström"]),
        (["10 beds", "beds", "(Sample) Allotment", "“Rota”"], ["10 beds", "beds", "“Rota”", "(Sample) Allotment"]),
        (["Straße", "Strasse", "Strata", "Øresund", "Orange"], ["Orange", "Øresund", "Strasse", "Straße", "Strata"]),
        (["畑", "я", "z", "ぶどう"], ["z", "я", "ぶどう", "畑"]),
        // Nothing but case and diacritics: always in the same order.
        (["resume", "Resume", "résumé"], ["Resume", "resume", "résumé"]),
    ])
    func namesAreInAlphabeticalOrder(names: [String], expected: [String]) {
        #expect(names.sorted { LetterKey($0) < LetterKey($1) } == expected)
        #expect(names.reversed().sorted { LetterKey($0) < LetterKey($1) } == expected)
    }

    @Test(arguments: [
        ("apple", "A"), ("Éclair", "E"), ("(Sample)", "S"), ("Øl", "O"), ("Æsop", "A"), ("я", "Я"), ("“x”", "X"), ("10", nil),
        ("畑", nil), ("", nil), ("—", nil),
    ])
    func initialsAreCapitalLetters(name: String, initial: String?) {
        #expect(LetterKey(name).initial == initial)
    }

    @Test func namesAreDividedByInitials() {
        let groups = LetterKey.divide(["roof", "Éclair", "10 beds", "Rain", "eel"]) { $0 }
        #expect(groups.map(\.initial) == ["E", "R", nil])
        #expect(groups.map(\.elements) == [["Éclair", "eel"], ["Rain", "roof"], ["10 beds"]])
        #expect(LetterKey.divide([String]()) { $0 }.isEmpty)
    }
}
