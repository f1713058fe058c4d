@testable import Images
@testable import CasebookModel
@testable import CasebookLoading
import Diagnostics
import Foundation

/// A small sound collection, to change one thing in.
package struct MiniCollection {
    /// Texts by their location below the content folder.
    package var files: [String: [UInt8]]
    package var images = [ImageFile(path: "images/map.png")]
    package var links: [String] = []

    package init() {
        files = Self.texts.mapValues { Array($0.utf8) }
    }

    /// The collection with a file of its own.
    package func adding(_ location: String, _ text: String) -> Self {
        var copy = self
        copy.files[location] = Array(text.utf8)
        return copy
    }

    /// The collection with a file of these bytes.
    package func adding(_ location: String, bytes: [UInt8]) -> Self {
        var copy = self
        copy.files[location] = bytes
        return copy
    }

    /// The collection without a file.
    package func removing(_ location: String) -> Self {
        var copy = self
        copy.files[location] = nil
        return copy
    }

    /// The collection with the first occurrence of a text in a file replaced; unchanged, and so no test's friend, without one.
    package func replacing(_ old: String, with new: String, in location: String) -> Self {
        var copy = self
        let text = String(decoding: files[location] ?? [], as: UTF8.self)
        if let range = text.range(of: old) {
            copy.files[location] = Array(text.replacingCharacters(in: range, with: new).utf8)
        }
        return copy
    }

    package func withImages(_ paths: [String]) -> Self {
        var copy = self
        copy.images = paths.map { ImageFile(path: $0) }
        return copy
    }

    /// The collection with one image, of these bytes.
    package func withImage(_ path: String, bytes: [UInt8]) -> Self {
        var copy = self
        copy.images = [ImageFile(path: path) { Array(bytes.prefix($0)) }]
        return copy
    }

    package func withLinks(_ links: [String]) -> Self {
        var copy = self
        copy.links = links
        return copy
    }

    /// Everything that the reader says.
    package func read(includingDrafts: Bool = false, jobs: Int = 1) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        let sources = files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CasebookReader.read(
            files: sources, images: images, links: links, includingDrafts: includingDrafts, jobs: jobs)
    }

    /// What is told, in a form to compare.
    package func told(includingDrafts: Bool = false) -> [Told] {
        read(includingDrafts: includingDrafts).diagnostics.map(Told.init)
    }
}
