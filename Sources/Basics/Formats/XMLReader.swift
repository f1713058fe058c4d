/// Reads XML (1.0, fifth edition) element by element, without building a tree.
///
/// It accepts what programs write into files of offices and feeds: UTF-8 or UTF-16, the five named entities, character references, CDATA,
/// comments and processing instructions. A document type is refused, so that no entity can grow or lead to another file, and so is
/// anything that is not well-formed. Elements are nested at most ``deepest`` times.
///
/// ```
/// document = [mark] [declaration] *(comment | instruction | blank) element *(comment | instruction | blank)
/// element  = "<" name *(blank attribute) [blank] ("/>" | ">" content "</" name [blank] ">")
/// content  = *(text | reference | element | comment | instruction | "<![CDATA[" … "]]>")
/// ```
///
/// It is our own code, because Foundation's `XMLParser` is in a library of its own on Linux, which needs libxml2. Debian's static libxml2
/// in turn needs ICU and liblzma, so that an executable that needs nothing but glibc could not be linked without them.
package struct XMLReader: Sendable {
    /// Why a document cannot be read.
    package enum Failure: Error, Hashable, Sendable {
        /// It is not well-formed at a byte of its text in UTF-8.
        case malformed(Int)
        /// It has a document type.
        case documentType
        /// Its elements are nested more than ``XMLReader/deepest`` times.
        case tooDeep
        /// Its characters are in an encoding other than UTF-8 and UTF-16.
        case encoding
    }

    /// A name with the prefix of its namespace.
    package struct Name: Sendable, Hashable {
        /// Empty if there is none.
        package let prefix: String
        package let local: String
    }

    /// The start of an element.
    package struct Element: Sendable {
        package let name: Name
        /// The attributes, in order, with their values.
        package let attributes: [(name: Name, value: String)]

        /// The value of the attribute without prefix that has a name.
        package subscript(name: String) -> String? {
            attributes.first { $0.name.local == name && $0.name.prefix.isEmpty }?.value
        }
    }

    /// A part of a document.
    package enum Event: Sendable {
        case start(Element)
        /// The end of an element; that of an empty one, too.
        case end(Name)
        /// Text, of which an element may have several parts.
        case text(String)
    }

    /// How deep elements can be nested.
    package static let deepest = 200

    private let bytes: [UInt8]
    private var index = 0
    private var open: [Name] = []
    private var hasRoot = false
    private var endOfEmpty: Name?

    /// Prepares to read a document.
    package init(_ document: [UInt8]) throws(Failure) {
        bytes = try Self.utf8(document)
        try skipDeclaration()
    }

    /// Returns the next part of the document; nil at its end.
    package mutating func next() throws(Failure) -> Event? {
        if let name = endOfEmpty {
            endOfEmpty = nil
            return .end(name)
        }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let text = try readText(until: UInt8(ascii: "<"))
                if !open.isEmpty { return .text(text) }
                guard text.utf8.allSatisfy(Self.isBlank) else { throw .malformed(index) }
                continue
            }
            if starts("<!--") {
                try skip(past: "-->", from: index + 4)
            } else if starts("<![CDATA[") {
                guard !open.isEmpty else { throw .malformed(index) }
                let start = index + 9
                try skip(past: "]]>", from: start)
                return .text(try lineFeeds(start..<index - 3))
            } else if starts("<?") {
                try skip(past: "?>", from: index + 2)
            } else if starts("<!") {
                throw .documentType
            } else if starts("</") {
                index += 2
                let name = try readName()
                skipBlanks()
                guard byte == UInt8(ascii: ">"), open.popLast() == name else { throw .malformed(index) }
                index += 1
                return .end(name)
            } else {
                return .start(try readStart())
            }
        }
        guard open.isEmpty, hasRoot else { throw .malformed(index) }
        return nil
    }

    private mutating func readStart() throws(Failure) -> Element {
        guard !open.isEmpty || !hasRoot else { throw .malformed(index) }
        hasRoot = true
        index += 1
        let name = try readName()
        var attributes: [(name: Name, value: String)] = []
        while true {
            let start = index
            skipBlanks()
            if byte == UInt8(ascii: ">") {
                guard open.count < Self.deepest else { throw .tooDeep }
                index += 1
                open.append(name)
                break
            }
            if starts("/>") {
                index += 2
                endOfEmpty = name
                break
            }
            guard index > start else { throw .malformed(index) }
            let attribute = try readName()
            skipBlanks()
            guard byte == UInt8(ascii: "=") else { throw .malformed(index) }
            index += 1
            skipBlanks()
            guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed(index) }
            index += 1
            let value = try readText(until: quote, inAttribute: true)
            guard byte == quote, !attributes.contains(where: { $0.name == attribute }), attributes.count < 1_000 else {
                throw .malformed(index)
            }
            index += 1
            attributes.append((attribute, value))
        }
        return Element(name: name, attributes: attributes)
    }

    private mutating func readName() throws(Failure) -> Name {
        let start = index
        while let next = byte, Self.isName(next) { index += 1 }
        guard index > start, !(0x2D...0x39).contains(bytes[start]) else { throw .malformed(start) }
        let name = bytes[start..<index]
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else {
            return Name(prefix: "", local: String(decoding: name, as: UTF8.self))
        }
        let local = name[(colon + 1)...]
        guard colon > start, !local.isEmpty, !local.contains(UInt8(ascii: ":")) else { throw .malformed(colon) }
        return Name(prefix: String(decoding: name[..<colon], as: UTF8.self), local: String(decoding: local, as: UTF8.self))
    }

    /// Reads text up to a byte, with its references replaced. Line ends become line feeds, and blanks in attributes spaces.
    private mutating func readText(until end: UInt8, inAttribute: Bool = false) throws(Failure) -> String {
        let start = index
        var isPlain = true
        while let next = byte, next != end {
            if next == UInt8(ascii: "&") || next == 0x0D { isPlain = false }
            if next < 0x20 {
                guard next == 0x09 || next == 0x0A || next == 0x0D else { throw .malformed(index) }
                if inAttribute { isPlain = false }
            }
            if inAttribute, next == UInt8(ascii: "<") { throw .malformed(index) }
            index += 1
        }
        if isPlain { return String(decoding: bytes[start..<index], as: UTF8.self) }
        var text: [UInt8] = []
        let stop = index
        index = start
        while index < stop {
            switch bytes[index] {
            case UInt8(ascii: "&"): text += try readReference(before: stop)
            case 0x0D:
                text.append(inAttribute ? 0x20 : 0x0A)
                index += index + 1 < stop && bytes[index + 1] == 0x0A ? 2 : 1
            case let blank where blank < 0x20 && inAttribute:
                text.append(0x20)
                index += 1
            case let other:
                text.append(other)
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a reference to a character: `&lt;`, `&#12354;` or `&#x3042;`.
    private mutating func readReference(before stop: Int) throws(Failure) -> [UInt8] {
        let start = index + 1
        guard let end = bytes[start..<min(stop, start + 12)].firstIndex(of: UInt8(ascii: ";")) else { throw .malformed(index) }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        index = end + 1
        switch name {
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "amp": return [UInt8(ascii: "&")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        default: break
        }
        let number =
            name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let number, let scalar = Unicode.Scalar(number), Self.isAllowed(scalar) else { throw .malformed(start) }
        return Array(String(Character(scalar)).utf8)
    }

    private func lineFeeds(_ range: Range<Int>) throws(Failure) -> String {
        var text: [UInt8] = []
        for position in range {
            let next = bytes[position]
            guard next >= 0x20 || next == 0x09 || next == 0x0A || next == 0x0D else { throw .malformed(position) }
            if next == 0x0D {
                if position + 1 >= range.upperBound || bytes[position + 1] != 0x0A { text.append(0x0A) }
            } else {
                text.append(next)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func skipDeclaration() throws(Failure) {
        guard starts("<?xml"), index + 5 < bytes.count, Self.isBlank(bytes[index + 5]) else { return }
        let start = index
        try skip(past: "?>", from: index)
        let words = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        guard let name = words.firstRange(of: "encoding") else { return }
        let value = words[name.upperBound...].split { "\"'".contains($0) }.dropFirst().first ?? ""
        guard ["utf-8", "utf8", "utf-16", "us-ascii", "ascii"].contains(value) else { throw .encoding }
    }

    private mutating func skipBlanks() {
        while let next = byte, Self.isBlank(next) { index += 1 }
    }

    private mutating func skip(past end: StaticString, from start: Int) throws(Failure) {
        index = start
        while index < bytes.count {
            if starts(end) {
                index += end.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw .malformed(start)
    }

    private func starts(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// The byte at the index; nil at the end.
    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    /// Whether a byte can be part of a name. All characters outside of ASCII are accepted.
    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: ":"),
            UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    /// Whether a document can have a character (section 2.2).
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
    }

    /// The document in UTF-8 without a byte order mark.
    private static func utf8(_ document: [UInt8]) throws(Failure) -> [UInt8] {
        if document.starts(with: [0xFF, 0xFE]) || document.starts(with: [0xFE, 0xFF])
            || document.starts(with: [0x3C, 0x00]) || document.starts(with: [0x00, 0x3C])
        {
            let isLittle = document[0] == 0xFF || document[0] == 0x3C
            let hasMark = document[0] >= 0xFE
            guard document.count % 2 == 0 else { throw .encoding }
            let units = stride(from: hasMark ? 2 : 0, to: document.count, by: 2).map { position in
                let (first, second) = (UInt16(document[position]), UInt16(document[position + 1]))
                return isLittle ? first | second << 8 : first << 8 | second
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw .encoding }
            return Array(text.utf8)
        }
        let text = document.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(document.dropFirst(3)) : document
        guard text.withUnsafeBufferPointer({ ByteScan($0).invalidOffset }) == nil else { throw .encoding }
        return text
    }
}
