import Basics
import CasebookModel
import Diagnostics
import Foundation

/// The ordered terms of a taxonomy, with a lookup by any of their names.
package struct TermIndex: Sendable {
    /// The indices of the terms' files in the order of the taxonomy.
    package private(set) var order: [Int]
    /// The terms as words of the rule of their key, in order. The label is the slug if a file has none.
    package let words: [ValueRule.Word]
    /// The labels of the terms in order.
    package let labels: [String]
    package let groups: [Taxonomy.Group]
    /// The locations of the terms' files in order.
    package let locations: [String]
    /// Whether every file could be read and has a label, so that a name that is not found is an error.
    package let isComplete: Bool
    /// Whether every term has its required number, so that a number that is not found is an error.
    let hasAllNumbers: Bool
    /// Every name as it is written, with its term. Sorted by length and bytes.
    private let exact: [(name: [UInt8], term: Int)]
    private let folded: [String: Int]

    package init(
        _ definition: Schema.TaxonomyDefinition, files: [ContentFile], indices: [Int], isComplete: Bool
    ) {
        let ranks = Dictionary(
            definition.listed.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
        let rank = { (index: Int) in ranks[files[index].name] ?? Int.max }
        switch definition.order {
        case .listed:
            order = indices.sorted { (rank($0), files[$0].name) < (rank($1), files[$1].name) }
        case .number:
            order = indices.map { (number: Self.number(files[$0]) ?? Int.max, name: files[$0].name, index: $0) }
                .sorted { ($0.number, $0.name) < ($1.number, $1.name) }.map(\.index)
        case .yomi:
            order = indices.sortedByYomi(of: files)
        case .alphabet:
            order = indices.sorted(byLetters: "label", of: files)
        }
        var exact: [ByteKey: Int] = [:]
        var folded: [String: Int] = [:]
        var isComplete = isComplete
        var hasAllNumbers = true
        let words = order.map { index in
            let file = files[index]
            let label = file.record.text("label")?.string(in: file.text)
            if label == nil { isComplete = false }
            let number = definition.order == .number ? Self.number(file) : nil
            if definition.order == .number, number == nil { hasAllNumbers = false }
            return ValueRule.Word(
                label ?? file.name, aliases: file.record.list("aliases", in: file.text).map(\.value),
                others: [file.name] + (number.map { [String($0)] } ?? []))
        }
        // Labels come before aliases, and aliases before slugs and numbers, so that a label always finds its own term.
        let names: [(ValueRule.Word) -> [String]] = [{ [$0.label] }, { $0.aliases }, { $0.others }]
        for list in names {
            for (position, word) in words.enumerated() {
                for name in list(word) {
                    let key = ByteKey(name)
                    if exact[key] == nil { exact[key] = position }
                    let foldedKey = foldedName(name)
                    if folded[foldedKey] == nil { folded[foldedKey] = position }
                }
            }
        }
        var groups: [Taxonomy.Group] = []
        if !definition.groups.isEmpty, definition.order == .listed {
            let present = Set(indices.map { files[$0].name })
            var start = 0
            var listed = definition.listed[...]
            for group in definition.groups {
                let count = Set(listed.prefix(group.count).map(\.value)).intersection(present).count
                listed = listed.dropFirst(group.count)
                groups.append(Taxonomy.Group(label: group.label, terms: start..<start + count))
                start += count
            }
        }
        self.exact = exact.map { (name: Array($0.bytes), term: $1) }.sorted { left, right in
            left.name.withUnsafeBytes { left in right.name.withUnsafeBytes { Self.precedes(left, $0) } }
        }
        self.folded = folded
        self.words = words
        labels = words.map(\.label)
        locations = order.map { files[$0].location }
        self.groups = groups
        self.isComplete = isComplete
        self.hasAllNumbers = hasAllNumbers
    }

    /// Returns the terms of all taxonomies.
    ///
    /// - Parameters:
    ///   - schema: The declared taxonomies.
    ///   - files: All checked files that are not cases.
    ///   - unreadable: The locations of files that could not be read as text.
    package static func all(_ schema: Schema, files: [ContentFile], unreadable: Set<String>) -> [TermIndex] {
        var indices = [[Int]](repeating: [], count: schema.taxonomies.count)
        for (index, file) in files.enumerated() {
            if case .term(let taxonomy) = file.role { indices[taxonomy].append(index) }
        }
        return schema.taxonomies.enumerated().map { index, definition in
            let prefix = definition.folder.value + "/"
            return TermIndex(
                definition, files: files, indices: indices[index],
                isComplete: !unreadable.contains { $0.hasPrefix(prefix) })
        }
    }

    /// Returns the same terms with ``order`` for a longer list of files.
    ///
    /// - Parameter indices: For each location, the index of the file in that list.
    func withOrder(by indices: [String: Int]) -> TermIndex {
        var index = self
        index.order = locations.compactMap { indices[$0] }
        return index
    }

    /// Returns the position in the order of the term whose file has a location.
    package func position(ofFile location: String) -> Int? { locations.firstIndex(of: location) }

    /// Returns the position in the order of the term with a name.
    package func term(named text: FieldText, in source: SourceText) -> Int? {
        let known =
            if var corrected = text.corrected {
                corrected.withUTF8 { exactTerm(UnsafeRawBufferPointer($0)) }
            } else {
                source.utf8[text.content].withUnsafeBytes { exactTerm($0) }
            }
        return known ?? folded[foldedName(text.string(in: source))]
    }

    /// Returns the position in the order of the term with a name.
    package func term(named name: String) -> Int? {
        var name = name
        return name.withUTF8 { exactTerm(UnsafeRawBufferPointer($0)) } ?? folded[foldedName(name)]
    }

    /// Returns the term whose name has exactly these bytes.
    private func exactTerm(_ name: UnsafeRawBufferPointer) -> Int? {
        let position = exact.indices.partitioningIndex { index in
            !exact[index].name.withUnsafeBytes { Self.precedes($0, name) }
        }
        guard position < exact.count, exact[position].name.withUnsafeBytes({ $0.hasSameBytes(as: name) }) else { return nil }
        return exact[position].term
    }

    private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count, let start = left.baseAddress, let otherStart = right.baseAddress else {
            return left.count < right.count
        }
        return memcmp(start, otherStart, left.count) < 0
    }

    /// The number of a term, or `nil` if its file has no valid number.
    package static func number(_ file: ContentFile) -> Int? {
        guard let text = file.record.text("number"), let number = Int(text.string(in: file.text)), number > 0 else {
            return nil
        }
        return number
    }
}

extension [Int] {
    /// Returns indices of files sorted by the 五十音 order of the files' `yomi`, then by their names.
    func sortedByYomi(of files: [ContentFile]) -> [Int] {
        let entries = self.map { (index: Int) -> (key: ReadingKey, name: String, index: Int) in
            let yomi = files[index].record.text("yomi")?.string(in: files[index].text) ?? ""
            return (ReadingKey(yomi), files[index].name, index)
        }
        return entries.sorted { $0.key == $1.key ? $0.name < $1.name : $0.key < $1.key }.map(\.index)
    }

    /// Returns indices of files in the alphabetical order of what a key of the files says, then by their names.
    func sorted(byLetters key: String, of files: [ContentFile]) -> [Int] {
        let entries = self.map { (index: Int) -> (key: LetterKey, name: String, index: Int) in
            let label = files[index].record.text(key)?.string(in: files[index].text) ?? files[index].name
            return (LetterKey(label), files[index].name, index)
        }
        return entries.sorted { ($0.key, $0.name) < ($1.key, $1.name) }.map(\.index)
    }
}
