import CasebookLoading
import Diagnostics

/// Changes of the list of terms that `casebook.yml` has for a taxonomy. All other bytes stay.
public struct TermListEdit {
    private let file: SourceFile
    private let stored: StoredText
    private let definition: Schema.TaxonomyDefinition
    private let label: Message

    /// - Parameters:
    ///   - file: `casebook.yml`.
    ///   - taxonomy: The index of the taxonomy.
    ///   - label: The name of the taxonomy.
    /// - Returns: Nil if the file is not UTF-8 or has no such taxonomy.
    public init?(_ file: SourceFile, taxonomy: Int, label: String) {
        guard let stored = StoredText(file) else { return nil }
        let text = stored.text
        let parsed = ParsedFile(
            role: .settings, location: "casebook.yml", name: "casebook", text: text, fields: CasebookReader.settingsFields)
        let schema = Schema(parsed.record, in: text, isWellFormed: true)
        guard schema.taxonomies.indices.contains(taxonomy) else { return nil }
        self.file = file
        self.stored = stored
        self.label = Message(ja: label, en: label)
        definition = schema.taxonomies[taxonomy]
    }

    /// The labels of the groups in which the terms are listed.
    public var groups: [String] { definition.groups.map(\.label) }

    /// Returns the file with one more term at the end of the list, or of a group. Nil if there is no list, as where numbers order the terms.
    ///
    /// - Parameter group: The index of the group; the last one if it is not given.
    public func adding(_ name: String, toGroup group: Int? = nil) -> ContentChange.File? {
        guard definition.order == .listed, !definition.listed.contains(where: { $0.value == name }) else { return nil }
        let count =
            group.map { definition.groups.prefix(max(0, $0 + 1)).reduce(0) { $0 + $1.count } } ?? definition.listed.count
        guard count > 0, count <= definition.listed.count else { return nil }
        let (text, item) = (stored.text, definition.listed[count - 1].bytes)
        let line = text.startOfLine(item.lowerBound)
        if let marker = text.marker(before: item) {
            let next = text.startOfNextLine(item.upperBound)
            let isAtLineStart = next > line && text.utf8[next - 1] == 0x0A
            return change(next..<next, isAtLineStart ? "\(marker)\(name)\n" : "\n\(marker)\(name)", before: "", after: name)
        }
        let end = text.endOfScalar(item)
        return change(end..<end, ", \(name)", before: "", after: name)
    }

    /// Returns the file without a term; nil if it does not list the term.
    func removing(_ name: String) -> ContentChange.File? {
        guard let listed = definition.listed.first(where: { $0.value == name }) else { return nil }
        return change(stored.text.rangeOfItem(listed.bytes), "", before: name, after: "")
    }

    /// Returns the file with another name of a term; nil if it does not list the term.
    func replacing(_ name: String, by new: String) -> ContentChange.File? {
        guard let listed = definition.listed.first(where: { $0.value == name }) else { return nil }
        return change(listed.bytes, new, before: name, after: new)
    }

    private func change(_ range: Range<Int>, _ text: String, before: String, after: String) -> ContentChange.File {
        ContentChange.File(
            location: "casebook.yml", title: "casebook.yml", before: file.bytes,
            after: stored.applying([.init(range: range, text: text)]),
            parts: [.init(label: label, before: before, after: after)])
    }
}

extension SourceText {
    /// What is before an item that has a line of its own: spaces and a hyphen. Nil for an item of a list in brackets.
    fileprivate func marker(before item: Range<Int>) -> String? {
        let prefix = string(startOfLine(item.lowerBound)..<item.lowerBound)
        guard prefix.contains("-"), prefix.allSatisfy({ " -'\"".contains($0) }) else { return nil }
        return prefix.filter { $0 == " " || $0 == "-" }
    }

    /// The offset after an item and the quotation mark that ends it.
    fileprivate func endOfScalar(_ item: Range<Int>) -> Int {
        guard item.upperBound < utf8.count, item.lowerBound > 0, utf8[item.upperBound] == utf8[item.lowerBound - 1],
            [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(utf8[item.upperBound])
        else { return item.upperBound }
        return item.upperBound + 1
    }

    /// The range to remove so that an item of a list goes: its line, or it and the comma next to it.
    fileprivate func rangeOfItem(_ item: Range<Int>) -> Range<Int> {
        let line = startOfLine(item.lowerBound)
        if string(line..<item.lowerBound).allSatisfy({ $0 == " " || $0 == "-" }), string(line..<item.lowerBound).contains("-") {
            return line..<startOfNextLine(item.upperBound)
        }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
        var end = item.upperBound
        while end < utf8.count, isBlank(utf8[end]) { end += 1 }
        if end < utf8.count, utf8[end] == UInt8(ascii: ",") {
            end += 1
            while end < utf8.count, isBlank(utf8[end]) { end += 1 }
            return item.lowerBound..<end
        }
        var start = item.lowerBound
        while start > 0, isBlank(utf8[start - 1]) { start -= 1 }
        if start > 0, utf8[start - 1] == UInt8(ascii: ",") { return start - 1..<item.upperBound }
        return item
    }
}
