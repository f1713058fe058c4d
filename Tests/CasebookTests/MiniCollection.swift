import Diagnostics
import Foundation

@testable import Casebook

/// A small sound collection, to change one thing in.
struct MiniCollection {
    /// Texts by their location below the content folder.
    var files: [String: [UInt8]]
    var images = [ImageFile(path: "images/map.png")]
    var links: [String] = []

    init() {
        files = Self.texts.mapValues { Array($0.utf8) }
    }

    /// The collection with a file of its own.
    func adding(_ location: String, _ text: String) -> Self {
        var copy = self
        copy.files[location] = Array(text.utf8)
        return copy
    }

    /// The collection with a file of these bytes.
    func adding(_ location: String, bytes: [UInt8]) -> Self {
        var copy = self
        copy.files[location] = bytes
        return copy
    }

    /// The collection without a file.
    func removing(_ location: String) -> Self {
        var copy = self
        copy.files[location] = nil
        return copy
    }

    /// The collection with the first occurrence of a text in a file replaced; unchanged, and so no test's friend, without one.
    func replacing(_ old: String, with new: String, in location: String) -> Self {
        var copy = self
        let text = String(decoding: files[location] ?? [], as: UTF8.self)
        if let range = text.range(of: old) {
            copy.files[location] = Array(text.replacingCharacters(in: range, with: new).utf8)
        }
        return copy
    }

    func withImages(_ paths: [String]) -> Self {
        var copy = self
        copy.images = paths.map { ImageFile(path: $0) }
        return copy
    }

    /// The collection with one image, of these bytes.
    func withImage(_ path: String, bytes: [UInt8]) -> Self {
        var copy = self
        copy.images = [ImageFile(path: path) { Array(bytes.prefix($0)) }]
        return copy
    }

    func withLinks(_ links: [String]) -> Self {
        var copy = self
        copy.links = links
        return copy
    }

    /// Everything that the reader says.
    func read(includingDrafts: Bool = false, jobs: Int = 1) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        let sources = files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CasebookReader.read(
            files: sources, images: images, links: links, includingDrafts: includingDrafts, jobs: jobs)
    }

    /// What is told, in a form to compare.
    func told(includingDrafts: Bool = false) -> [Told] {
        read(includingDrafts: includingDrafts).diagnostics.map(Told.init)
    }
}
