import Algorithms
import Basics
import CasebookModel
import Diagnostics
import Foundation

/// The terms of a taxonomy in order, found by every name they have.
package struct TermIndex: Sendable {
    /// The terms' files in the taxonomy's order, as indices into the files that the index was built from.
    package private(set) var order: [Int]
    /// In order; the slug where a file has no label.
    package let labels: [String]
    package let groups: [Taxonomy.Group]
    /// The locations of the terms' files, in order.
    private let locations: [String]
    /// Whether every file could be read and has a label, so that a name that is not found is wrong.
    package let isComplete: Bool
    /// Whether every term has the number it must have, so that a number that is not found is wrong.
    package let hasAllNumbers: Bool
    /// Every name as it is written, sorted by length and bytes, with its term.
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
        }
        var exact: [ByteKey: Int] = [:]
        var folded: [String: Int] = [:]
        var labels: [String] = []
        var isComplete = isComplete
        var hasAllNumbers = true
        for index in order {
            let file = files[index]
            let label = file.record.text("label")?.string(in: file.text)
            if label == nil { isComplete = false }
            if definition.order == .number, Self.number(file) == nil { hasAllNumbers = false }
            labels.append(label ?? file.name)
        }
        // Labels go before aliases, aliases before slugs and numbers, so that no name hides a better one.
        let names: [(ContentFile, Int) -> [String]] = [
            { _, position in [labels[position]] },
            { file, _ in file.record.list("aliases", in: file.text).map(\.value) },
            { file, _ in
                definition.order == .number ? [file.name] + (Self.number(file).map { [String($0)] } ?? []) : [file.name]
            },
        ]
        for list in names {
            for (position, index) in order.enumerated() {
                for name in list(files[index], position) {
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
        self.labels = labels
        locations = order.map { files[$0].location }
        self.groups = groups
        self.isComplete = isComplete
        self.hasAllNumbers = hasAllNumbers
    }

    /// The terms of all taxonomies.
    ///
    /// - Parameter unreadable: The locations of files that could not be read as text.
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

    /// Returns the index for a longer list of files.
    ///
    /// - Parameter indices: For each location the index of the file in that list.
    package func withOrder(by indices: [String: Int]) -> TermIndex {
        var index = self
        index.order = locations.compactMap { indices[$0] }
        return index
    }

    /// The term with a name, by its position in the order.
    package func term(named text: FieldText, in source: SourceText) -> Int? {
        let known =
            if var mended = text.mended {
                mended.withUTF8 { exactTerm(UnsafeRawBufferPointer($0)) }
            } else {
                source.utf8[text.content].withUnsafeBytes { exactTerm($0) }
            }
        return known ?? folded[foldedName(text.string(in: source))]
    }

    /// The term with a name.
    package func term(named name: String) -> Int? {
        var name = name
        return name.withUTF8 { exactTerm(UnsafeRawBufferPointer($0)) } ?? folded[foldedName(name)]
    }

    /// The term with just this name.
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

    /// A term file's number, where it is one.
    package static func number(_ file: ContentFile) -> Int? {
        guard let text = file.record.text("number"), let number = Int(text.string(in: file.text)), number > 0 else {
            return nil
        }
        return number
    }
}

extension [Int] {
    /// Indices of files in the 五十音 order of the files' `yomi`, then of their names.
    package func sortedByYomi(of files: [ContentFile]) -> [Int] {
        let entries = self.map { (index: Int) -> (key: ReadingKey, name: String, index: Int) in
            let yomi = files[index].record.text("yomi")?.string(in: files[index].text) ?? ""
            return (ReadingKey(yomi), files[index].name, index)
        }
        return entries.sorted { $0.key == $1.key ? $0.name < $1.name : $0.key < $1.key }.map(\.index)
    }
}
