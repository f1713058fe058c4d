import Authoring
import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation
import Images

/// A small valid content folder in memory. Tests change one thing in it and read it.
package struct SmallCasebook {
    /// The bytes of the files by their paths relative to the content folder.
    package var files: [String: [UInt8]]
    package var images: [ImageFile] = []
    package var links: [String] = []

    package init() {
        files = Self.texts.mapValues { Array($0.utf8) }
    }

    /// Returns a copy with another file, or with other text in a file.
    package func adding(_ location: String, _ text: String) -> Self {
        var copy = self
        copy.files[location] = Array(text.utf8)
        return copy
    }

    /// Returns a copy with another file, or with other bytes in a file.
    package func adding(_ location: String, bytes: [UInt8]) -> Self {
        var copy = self
        copy.files[location] = bytes
        return copy
    }

    /// Returns a copy without a file.
    package func removing(_ location: String) -> Self {
        var copy = self
        copy.files[location] = nil
        return copy
    }

    /// Returns a copy with the first occurrence of a text in a file replaced. Nothing changes if the file does not contain it.
    package func replacing(_ old: String, with new: String, in location: String) -> Self {
        var copy = self
        let text = String(decoding: files[location] ?? [], as: UTF8.self)
        if let range = text.range(of: old) {
            copy.files[location] = Array(text.replacingCharacters(in: range, with: new).utf8)
        }
        return copy
    }

    /// Returns a copy that declares another language.
    package func `in`(_ language: Language) -> Self {
        replacing("language: ja", with: "language: \(language.rawValue)", in: "casebook.yml")
    }

    /// Returns a copy with other images, which have no bytes.
    package func withImages(_ paths: [String]) -> Self {
        var copy = self
        copy.images = paths.map { ImageFile(path: $0) }
        return copy
    }

    /// Returns a copy with one image, which consists of these bytes.
    package func withImage(_ path: String, bytes: [UInt8]) -> Self {
        var copy = self
        copy.images = [ImageFile(path: path, byteCount: bytes.count) { Array(bytes.prefix($0)) }]
        return copy
    }

    /// A copy with the image `images/map.png`, which a page shows.
    package var withMap: Self {
        replacing("募集しています。", with: "募集しています。![地図](../images/map.png)", in: "pages/call.md").withImages(["images/map.png"])
    }

    /// Returns a copy with other symbolic links.
    package func withLinks(_ links: [String]) -> Self {
        var copy = self
        copy.links = links
        return copy
    }

    /// Reads the content with ``CasebookReader``.
    package func read(includingDrafts: Bool = false, jobs: Int = 1) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        let sources = files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CasebookReader.read(
            files: sources, images: images, links: links, includingDrafts: includingDrafts, jobs: jobs)
    }

    /// Reads the content and returns what is reported.
    package func problems(includingDrafts: Bool = false) -> [ReportedProblem] {
        read(includingDrafts: includingDrafts).diagnostics.map(ReportedProblem.init)
    }

    /// Reads the parts of the content that new cases refer to. The form is `nil` if these parts have errors.
    package func readForm() -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CaseForm.read(paths: sources.map(\.path), root: "content", readsTitles: true) { sources[$0].bytes }
    }
}
