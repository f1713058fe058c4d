import CasebookModel
import TestSupport
import Testing

@Suite("Documents beside the pages") struct DocumentTests {
    private static func linking(to name: String) -> SmallCasebook {
        SmallCasebook().replacing("募集しています。", with: "[様式](../files/\(name))", in: "pages/call.md")
    }

    @Test(
        "A document that a text links to is published",
        arguments: ["form.pdf", "form.docx", "form.xlsx", "form.csv", "a/form.zip"])
    func linkedDocument(name: String) throws {
        let (casebook, diagnostics) = Self.linking(to: name).withImages(["files/\(name)"]).read()
        #expect(diagnostics.isEmpty)
        #expect(try #require(casebook).usedImages == [0])
    }

    @Test("The printed booklet needs no link; files with similar names do")
    func printedBooklet() throws {
        let names = [
            "files/booklet.pdf", "files/booklet-work.pdf", "files/booklet.docx", "files/booklets.pdf", "images/booklet.pdf",
        ]
        let collection = SmallCasebook().withImages(names)
        let book = try #require(collection.read().casebook)
        #expect(book.usedImages.map { book.images[$0].path } == ["files/booklet-work.pdf", "files/booklet.pdf"])
        #expect(collection.problems().map(\.id) == ["unused-image", "unused-image", "unused-image"])
    }

    @Test(
        "Kinds that are never published, linked or not",
        arguments: ["page.html", "PAGE.HTM", "a.svgz", "form.doc", "macro.xlsm", "run.js", "a"])
    func unfitKind(name: String) {
        let problems = Self.linking(to: name).withImages(["files/\(name)"]).problems()
        #expect(problems.map(\.id).sorted() == ["dead-link", "unfit-file-kind"])
        #expect(SmallCasebook().withImages(["images/\(name)"]).problems().map(\.id) == ["unfit-file-kind"])
    }

    @Test("A document is linked to, not shown as an image")
    func documentAsImage() {
        let problems = SmallCasebook().withImages(["files/form.pdf"])
            .replacing("募集しています。", with: "![様式](../files/form.pdf)", in: "pages/call.md").problems()
        #expect(problems.first?.ja == "「../files/form.pdf」は画像ではないので、本文に入れられません。「[資料の名前](../files/form.pdf)」のように、リンクにしてください")
    }

    @Test("A document starts as its name says", arguments: ["files/form.pdf", "files/form.docx", "files/form.zip"])
    func damagedDocument(path: String) {
        let name = path.dropFirst("files/".count)
        let start: [UInt8] = name.hasSuffix("pdf") ? Array("%PDF-1.7".utf8) : [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]
        let problems = { (bytes: [UInt8]) in
            Self.linking(to: String(name)).withImage(path, bytes: bytes).problems().map(\.id)
        }
        #expect(problems(start) == [])
        #expect(problems(Array("<!DOCTYPE html>".utf8)) == ["unfit-document"])
        #expect(problems([]) == ["unfit-document"])
        #expect(problems(Array(start.dropLast(5))) == ["unfit-document"])
    }
}
