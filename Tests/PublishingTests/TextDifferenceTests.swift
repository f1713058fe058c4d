import Foundation
import TestSupport
import Testing

@Suite struct TextDifferenceTests {
    @Test func changedLinesAreShownWithTheLinesAroundThem() {
        let old = (1...12).map(String.init).joined(separator: "\n")
        let new = old.replacing("6\n", with: "six\nsechs\n")
        #expect(
            TextDifference(from: old, to: new, path: "a.txt", context: 2).description == """
                --- a.txt (expected)
                +++ a.txt (actual)
                @@ -4 +4 @@
                 4
                 5
                -6
                +six
                +sechs
                 7
                 8
                """)
    }

    @Test func distantChangesAreShownApart() {
        let old = (1...20).map(String.init).joined(separator: "\n")
        let new = old.replacing("2\n3", with: "3").replacing("\n19", with: "\nx")
        let lines = TextDifference(from: old, to: new, path: "a", context: 1).lines
        #expect(lines.filter { $0.hasPrefix("@@") }.count == 2)
        #expect(lines.contains("-2") && lines.contains("-19") && lines.contains("+x"))
    }

    @Test func equalTextsHaveNoHunk() {
        #expect(TextDifference(from: "a\nb", to: "a\nb", path: "a").lines.count == 2)
    }

    @Test func aFolderNamesItsFilesAndShowsTheFirstChanges() {
        let old = ["gone.txt": Data("a".utf8), "same.txt": Data("b".utf8), "c.txt": Data("c\nd".utf8), "d.bin": Data([0xFF])]
        let new = [
            "new.txt": Data("a".utf8), "same.txt": Data("b".utf8), "c.txt": Data("c\ne".utf8), "d.bin": Data([0xFE, 0xFF]),
        ]
        let difference = FolderDifference(from: old, to: new)
        #expect(!difference.isEmpty)
        #expect(
            difference.description == """
                missing: gone.txt
                unexpected: new.txt
                changed: c.txt, d.bin
                --- c.txt (expected)
                +++ c.txt (actual)
                @@ -1 +1 @@
                 c
                -d
                +e
                d.bin: 1 bytes expected, 2 bytes found
                """)
        #expect(FolderDifference(from: old, to: old).isEmpty)
    }
}
