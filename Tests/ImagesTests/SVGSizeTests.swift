import Images
import Testing

/// Reads sizes from the attributes of the root element of SVG files, where they are plain numbers.
@Suite struct SVGSizeTests {
    @Test(arguments: [
        ("<svg width='40' height=\"30\"/>", 40, 30), ("\u{FEFF}<svg width=\"40px\" height=\"30.4\">", 40, 30),
        ("<svg viewBox=\"0 0 40 30\">", 40, 30), ("<svg viewBox=' -5,-5 , 39.6 30.2\n'>", 40, 30),
        ("<svg width=\"80\" height=\"60\" viewBox=\"0 0 40 30\">", 80, 60),
        ("<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\">", 40, 30),
        ("<?xml version=\"1.0\"?><!-- <svg width='1' height='1'> -->\n<svg width = '40'\n\theight = '30'>", 40, 30),
        ("<!DOCTYPE svg PUBLIC '-//W3C' \"a>b\" [<!ENTITY a \"]>\"> <!-- it's -->]><svg width='40' height='30'>", 40, 30),
        ("<svg width='40' width='50' height='30'>", 40, 30),
    ])
    func sizesInPlainNumbersAreRead(text: String, width: Int, height: Int) {
        let file = ImageFile(path: "a.svg") { Array(Array(text.utf8).prefix($0)) }
        #expect(file.size == ImageSize(width: width, height: height))
    }

    @Test(arguments: [
        "<svg>", "<svg width='100%' height='100%' viewBox='0 0 40 30'>", "<svg width='40' viewBox='0 0 40 30'>",
        "<svg width='4em' height='3em'>", "<svg width='-4' height='3'>", "<svg width='1e3' height='1e3'>",
        "<svg width='0.2' height='3'>", "<svg width='' height=''>", "<svg width='.' height='.'>", "<svg viewBox='0 0 40'>",
        "<svg width='&#52;0' height='30'>", "<svg width=40 height=30>", "<svg data-width='40' data-height='30'>",
        "<svg width='99999999999999999999' height='30'>", "<?xml version='1.0'?><plot width='40' height='30'>",
    ])
    func otherSizesAreUnknown(text: String) {
        let file = ImageFile(path: "a.svg") { Array(Array(text.utf8).prefix($0)) }
        #expect(file.size == nil)
        #expect(file.content?.format == .svg && file.content?.isTruncated == false)
    }

    /// The prolog before the root element may be longer than the first bytes that are read.
    @Test func longCommentsAreSkipped() {
        let text = Array("<!--\(String(repeating: "x", count: 9_000))--><svg width='40' height='30'>".utf8)
        #expect(ImageFile(path: "a.svg") { Array(text.prefix($0)) }.size == ImageSize(width: 40, height: 30))
    }

    @Test func sizesInUTF16AreUnknown() {
        let text: [UInt8] = [0xFF, 0xFE] + "<svg width='40' height='30'>".utf8.flatMap { [$0, 0] }
        let content = ImageFile(path: "a.svg") { Array(text.prefix($0)) }.content
        #expect(content?.format == .svg && content?.size == nil && content?.isTruncated == false)
    }
}
