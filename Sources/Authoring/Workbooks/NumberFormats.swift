import Basics

/// The formats in which a workbook shows numbers, as far as they say what a number is.
struct NumberFormats: Sendable {
    /// What a number is, by its format.
    enum Kind: Sendable, Hashable {
        case date, time, percent, other
    }

    /// The kind of each style of cells.
    private var kinds: [Kind] = []

    /// Formats of a workbook without styles.
    init() {}

    /// The kind of the numbers that have a style.
    func kind(ofStyle style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .other }

    /// Reads the part with the styles.
    static func read(_ bytes: [UInt8]) throws(Workbook.Failure) -> NumberFormats {
        var codes: [Int: String] = [:]
        var ids: [Int] = []
        try PartReader.read(bytes) { element, open in
            switch (element.name.local, open.last) {
            case ("numFmt", "numFmts"):
                if let id = element["numFmtId"].flatMap({ Int($0) }) { codes[id] = element["formatCode"] ?? "" }
            case ("xf", "cellXfs"): ids.append(element["numFmtId"].flatMap { Int($0) } ?? 0)
            default: break
            }
        }
        var formats = NumberFormats()
        formats.kinds = ids.map { id in codes[id].map(kind(ofCode:)) ?? kind(ofBuiltIn: id) }
        return formats
    }

    /// The kind of a format that every spreadsheet program has (ISO/IEC 29500-1, 18.8.30), among them those of Japan.
    static func kind(ofBuiltIn id: Int) -> Kind {
        switch id {
        case 9, 10: .percent
        case 14...17, 22, 27...31, 34...36, 50...58: .date
        case 18...21, 32, 33, 45...47: .time
        default: .other
        }
    }

    /// The kind of a format by its code, such as `yyyy"年"m"月"d"日"`, `[$-411]ge.m.d` or `0.0%`.
    ///
    /// Quoted text, escaped characters, colours and the like do not count. `m` is a month unless there are hours or seconds; `e` is a
    /// year of an era unless a sign follows it, as in `0.00E+00`.
    static func kind(ofCode code: String) -> Kind {
        let letters = letters(of: code)
        var (hasDay, hasMonth, hasTime, isPercent) = (false, false, false, false)
        for (index, letter) in letters.enumerated() {
            switch letter {
            case "y", "d", "g", "b", "a": hasDay = true
            case "e":
                let next = index + 1 < letters.count ? letters[index + 1] : " "
                if next != "+" && next != "-" { hasDay = true }
            case "m": hasMonth = true
            case "h", "s": hasTime = true
            case "%": isPercent = true
            default: break
            }
        }
        if hasDay || hasMonth && !hasTime { return .date }
        return hasTime ? .time : isPercent ? .percent : .other
    }

    /// The characters of the first part of a code that are not text, in lower case.
    private static func letters(of code: String) -> [Character] {
        var letters: [Character] = []
        var rest = Substring(code.lowercased())
        for word in ["general", "g/標準"] where rest.contains(word) { rest = Substring(rest.replacing(word, with: "")) }
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*", "!": rest = rest.dropFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(content.count + 1)
                // Hours, minutes or seconds that count on: a time.
                if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) { letters.append("h") }
            case ";": return letters
            case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
            case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
            default: letters.append(character)
            }
        }
        return letters
    }
}
