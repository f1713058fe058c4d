import HTML
import Templates

/// A volume as plain text: the documents of the book one after another, in UTF-8 with a byte order mark and the line ends CR LF, so
/// that simple editors show it.
struct TextFile {
    let site: RenderContext
    let volume: EditionVolume
    /// What adds readings; nil for a text without readings.
    let furigana: FuriganaEdition?

    /// Renders the text.
    func body() throws(RenderingError) -> Page.Body {
        let book = Book(volume, furigana: furigana, site: site)
        let links = BookLinks(book)
        let style = PlainTextDocument.Style(site.words)
        var text = Array("\u{FEFF}".utf8)
        var buffer = HTMLBuffer(reservingCapacity: 65_536)
        try book.forEachDocument { (document) throws(RenderingError) in
            if text.count > 3 { text += "\r\n\r\n".utf8 }
            text += try book.render(document, in: &buffer) {
                PlainTextDocument.bytes(of: $0, style: style, address: links.shownAddress)
            }
        }
        return .bytes(text)
    }
}

extension PlainTextDocument.Style {
    fileprivate init(_ words: SiteWords) {
        self.init()
        headings = ["", words[.textHeading], words[.textSubheading]]
        bullet = words[.textBullet]
        indent = words[.textIndent]
        colon = words[.textColon]
        comma = words[.commonComma]
        quote = words[.textQuote]
        image = words[.textImage]
        tableEnd = words[.textTableEnd]
        brackets = (words[.textOpen], words[.textClose])
    }
}
