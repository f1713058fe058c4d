import Basics

/// Reads the parts of a workbook: the list of sheets, the shared texts, the number formats, then each sheet.
struct WorkbookReader {
    /// A link from a part to another one.
    private struct Relationship {
        let id: String
        /// The last word of the kind, which is the same in the forms "Transitional" and "Strict".
        let kind: Substring
        /// The path of the other part.
        let target: String
    }

    /// A sheet in the list of sheets.
    private struct Listed {
        let name: String
        let isHidden: Bool
        let link: String
    }

    private var archive: ZipReader

    private init(_ bytes: [UInt8]) throws(Workbook.Failure) {
        do {
            archive = try ZipReader(bytes)
        } catch {
            throw Workbook.Failure(error)
        }
    }

    /// Reads a workbook. O(n) in the size of its unpacked parts.
    static func read(_ bytes: [UInt8]) throws(Workbook.Failure) -> Workbook {
        var reader = try WorkbookReader(bytes)
        return try reader.read()
    }

    private mutating func read() throws(Workbook.Failure) -> Workbook {
        guard let main = try relationships(of: "").first(where: { $0.kind == "officeDocument" })?.target else { throw .damaged }
        guard !main.lowercased().hasSuffix(".bin") else { throw .binary }
        let links = try relationships(of: main)
        let (listed, is1904) = try readList(main)
        let texts = try part("sharedStrings", of: links)
        let styles = try part("styles", of: links)
        let context = SheetReader.Context(
            texts: try texts.map(SharedTexts.read) ?? [], formats: try styles.map(NumberFormats.read) ?? NumberFormats(),
            is1904: is1904)
        var sheets: [Workbook.Sheet] = []
        for sheet in listed {
            guard let link = links.first(where: { $0.id == sheet.link }) else { throw .damaged }
            guard link.kind == "worksheet" else { continue }
            guard let bytes = try part(link.target) else { throw .damaged }
            var reader = SheetReader(name: sheet.name, isHidden: sheet.isHidden, context: context)
            sheets.append(try reader.read(bytes))
        }
        return Workbook(sheets: sheets, hasMacros: links.contains { $0.kind == "vbaProject" })
    }

    /// Reads the list of sheets, and whether days are counted from 1904.
    private mutating func readList(_ path: String) throws(Workbook.Failure) -> (sheets: [Listed], is1904: Bool) {
        guard let bytes = try part(path) else { throw .damaged }
        var sheets: [Listed] = []
        var is1904 = false
        try PartReader.read(bytes) { element, parents in
            switch element.name.local {
            case "workbookPr": is1904 = ["1", "true"].contains(element["date1904"])
            case "sheet" where parents.last == "sheets":
                // The link is the one attribute `id` that has a prefix.
                let link = element.attributes.first { $0.name.local == "id" && !$0.name.prefix.isEmpty }?.value ?? ""
                let isHidden = ["hidden", "veryHidden"].contains(element["state"])
                sheets.append(Listed(name: element["name"] ?? "", isHidden: isHidden, link: link))
            default: break
            }
        }
        return (sheets, is1904)
    }

    /// The links of a part; those of the whole file for the path "".
    private mutating func relationships(of path: String) throws(Workbook.Failure) -> [Relationship] {
        let parts = path.split(separator: "/")
        let folder = parts.dropLast()
        let name = (folder + ["_rels", Substring("\(parts.last ?? "").rels")]).joined(separator: "/")
        guard let bytes = try part(name) else { return [] }
        var links: [Relationship] = []
        try PartReader.read(bytes) { element, _ in
            guard element.name.local == "Relationship", element["TargetMode"] != "External", let target = element["Target"]
            else {
                return
            }
            let kind = (element["Type"] ?? "").split(separator: "/").last ?? ""
            links.append(
                Relationship(id: element["Id"] ?? "", kind: kind, target: Self.path(target, in: folder)))
        }
        return links
    }

    /// The path of a part from the target of a link, which is absolute or relative to the folder of the part that has the link.
    private static func path(_ target: String, in folder: ArraySlice<Substring>) -> String {
        var parts = target.hasPrefix("/") ? [] : Array(folder)
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = parts.popLast() } else { parts.append(step) }
        }
        return parts.joined(separator: "/")
    }

    private mutating func part(_ kind: Substring, of links: [Relationship]) throws(Workbook.Failure) -> [UInt8]? {
        guard let link = links.first(where: { $0.kind == kind }) else { return nil }
        return try part(link.target)
    }

    private mutating func part(_ path: String) throws(Workbook.Failure) -> [UInt8]? {
        do {
            return try archive.contents(of: path)
        } catch {
            throw Workbook.Failure(error)
        }
    }
}

extension Workbook.Failure {
    fileprivate init(_ failure: ZipReader.Failure) {
        switch failure {
        case .encrypted: self = .encrypted
        case .tooLarge: self = .tooLarge
        case .damaged, .unsupported: self = .damaged
        }
    }
}

/// Reads a part of a workbook of which only the starts of elements matter.
enum PartReader {
    /// Calls a function for the start of each element, with the names of the elements around it, and another one for each text.
    static func read(
        _ bytes: [UInt8], text: (String, [String]) -> Void = { _, _ in }, end: (String, [String]) -> Void = { _, _ in },
        element: (XMLReader.Element, [String]) -> Void
    ) throws(Workbook.Failure) {
        do throws(XMLReader.Failure) {
            var reader = try XMLReader(bytes)
            var open: [String] = []
            while let event = try reader.next() {
                switch event {
                case .start(let start):
                    element(start, open)
                    open.append(start.name.local)
                case .text(let string): text(string, open)
                case .end:
                    let name = open.removeLast()
                    end(name, open)
                }
            }
        } catch {
            throw .damaged
        }
    }
}

/// The texts that cells share.
enum SharedTexts {
    /// Reads the part with the texts, in their order.
    static func read(_ bytes: [UInt8]) throws(Workbook.Failure) -> [String] {
        var texts: [String] = []
        var current = CellText()
        try PartReader.read(
            bytes, text: { text, open in current.add(text, in: open) },
            end: { name, open in
                guard name == "si", open.count == 1 else { return }
                texts.append(current.text)
                current = CellText()
            }, element: { _, _ in })
        return texts
    }
}

/// The text of a cell that is collected from its parts: `t` alone, or `t` in each run `r`. The phonetic guide `rPh` is left out.
struct CellText {
    private var raw = ""

    /// Adds a text of the document if it belongs to the cell.
    ///
    /// - Parameter open: The names of the elements around the text, the innermost last.
    mutating func add(_ text: String, in open: [String]) {
        guard open.last == "t", open.count >= 2 else { return }
        let parent = open[open.count - 2]
        if parent == "si" || parent == "is" || parent == "r" { raw += text }
    }

    /// The whole text, with `_x005F_` and the like decoded and with line feeds at the ends of lines.
    var text: String { Self.decoded(raw) }

    /// Replaces `_xHHHH_`, which stands for a UTF-16 code unit that XML does not allow, or for the underscore of a text that looks so.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(0x0D) || text.contains("_x") else { return text }
        let source = Array(text.utf16)
        var units: [UInt16] = []
        var index = 0
        while index < source.count {
            if let unit = escape(source, at: index) {
                units.append(unit)
                index += 7
            } else {
                units.append(source[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    static func escape(_ units: [UInt16], at index: Int) -> UInt16? {
        guard index + 7 <= units.count, units[index] == 0x5F, units[index + 1] == 0x78, units[index + 6] == 0x5F else {
            return nil
        }
        let digits = String(decoding: units[index + 2..<index + 6], as: UTF16.self)
        return digits.utf8.allSatisfy { $0 < 0x80 && Character(UnicodeScalar($0)).isHexDigit } ? UInt16(digits, radix: 16) : nil
    }
}
