import Basics

/// The picture of a book in a list of books: its title and its publisher. The cover that people read is a document of text.
struct CoverImage {
    static let path = "cover.svg"
    private static let width = 1200
    private static let height = 1600
    private static let fontSize = 96

    let book: Book

    var bytes: [UInt8] {
        var xml = XMLWriter()
        let (width, height) = (String(Self.width), String(Self.height))
        xml.element(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(width) \(height)"), ("width", width),
                ("height", height), ("font-family", "sans-serif"), ("fill", "#1a1a1a"),
            ]
        ) { xml in
            xml.element("title", text: book.title)
            xml.element("rect", [("width", width), ("height", height), ("fill", "#ffffff")])
            xml.element("rect", [("width", "40"), ("height", height), ("fill", "#0f5c8c")])
            var y = 360
            for line in lines(of: book.site.casebook.settings.title) {
                text(line, y: y, size: Self.fontSize, &xml)
                y += Self.fontSize * 3 / 2
            }
            for line in book.volumeLabel.map(lines) ?? [] {
                text(line, y: y + 60, size: Self.fontSize * 2 / 3, &xml)
                y += Self.fontSize
            }
            text(book.site.casebook.settings.publisher.name, y: Self.height - 140, size: Self.fontSize / 2, &xml)
        }
        return xml.bytes
    }

    private func text(_ line: String, y: Int, size: Int, _ xml: inout XMLWriter) {
        xml.element("text", [("x", "120"), ("y", String(y)), ("font-size", String(size))], text: line)
    }

    /// Divides a text into lines that fit: after so many characters, or before the word that no longer fits.
    private func lines(of text: String) -> [String] {
        let length = book.site.length(10)
        guard !book.site.language.isWide else {
            let characters = Array(text)
            return stride(from: 0, to: characters.count, by: length).map {
                String(characters[$0..<min($0 + length, characters.count)])
            }
        }
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < length {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
