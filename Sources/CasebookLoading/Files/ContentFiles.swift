import Basics
import CasebookModel
import Images
import Diagnostics

/// All checked files of a content folder, with indices by location and name.
package struct ContentFiles: Sendable {
    /// The content folder as messages show it.
    package let root: String
    package let schema: Schema
    /// The files, sorted by location.
    package private(set) var files: [ContentFile]
    /// The list of readings, if there is one.
    let readings: ReadingList?
    /// Locations of files that could not be read as text.
    package let unreadable: Set<String>
    /// The images, sorted by path.
    package let images: [ImageFile]
    let includingDrafts: Bool
    /// Whether there are drafts, and they are not included.
    let leavesOutDrafts: Bool
    /// How many easy-language versions of cases the site has.
    let easyCount: Int
    /// The address of the site, which ends in a slash; `nil` if it is unknown.
    let baseURL: String?

    /// The index of each file by its location, such as `cases/c001.md`.
    let fileIndices: [String: Int]
    /// The index of each image by its path.
    let imageIndices: [String: Int]
    /// For each file, its index in the casebook's cases, pages or glossary, or among its taxonomy's terms. `nil` if it is not in the model.
    let modelIndices: [Int?]
    /// The terms of each taxonomy.
    package let terms: [TermIndex]
    /// The indices of the files of the glossary, in 五十音 order.
    package let glossary: [Int]
    /// The words of the glossary, for easy-language versions.
    let hardWords: Deferred<HardWords>
    /// The names of the files of each folder, sorted.
    package let names: [String: [String]]

    package init(
        root: String, schema: Schema, files: [ContentFile], terms: [TermIndex], readings: ReadingList? = nil,
        unreadable: Set<String>, images: [ImageFile], includingDrafts: Bool, baseURL: String? = nil
    ) {
        self.root = root
        self.schema = schema
        self.files = files
        self.readings = readings
        self.unreadable = unreadable
        self.images = images
        self.includingDrafts = includingDrafts
        self.baseURL = baseURL ?? schema.record.located("base_url", in: schema.source).flatMap { BaseURL($0.value)?.text }
        imageIndices = Dictionary(images.enumerated().map { ($1.path, $0) }) { first, _ in first }
        var fileIndices: [String: Int] = [:]
        fileIndices.reserveCapacity(files.count)
        var names: [String: [String]] = [:]
        var modelIndices = [Int?](repeating: nil, count: files.count)
        var (caseCount, pageCount) = (0, 0)
        var leavesOutDrafts = false
        var words: [Int] = []
        for (index, file) in files.enumerated() {
            fileIndices[file.location] = index
            switch file.role {
            case .caseFile:
                names["cases", default: []].append(file.name)
                guard includingDrafts || file.status != .draft else {
                    leavesOutDrafts = true
                    continue
                }
                modelIndices[index] = caseCount
                caseCount += 1
            case .easyText: names["easy", default: []].append(file.name)
            case .page:
                names["pages", default: []].append(file.name)
                modelIndices[index] = pageCount
                pageCount += 1
            case .term(let taxonomy):
                names[schema.taxonomies[taxonomy].folder.value, default: []].append(file.name)
            case .glossary:
                names["glossary", default: []].append(file.name)
                words.append(index)
            case .settings: break
            }
        }
        self.leavesOutDrafts = leavesOutDrafts
        // A text is in the model while its case is, and that shows its text.
        var easyCount = 0
        for (index, file) in files.enumerated() where file.role == .easyText {
            guard let entry = fileIndices["cases/\(file.name).md"], modelIndices[entry] != nil,
                files[entry].status != .withdrawn
            else { continue }
            modelIndices[index] = easyCount
            easyCount += 1
        }
        self.easyCount = easyCount
        self.terms = terms.map { $0.withOrder(by: fileIndices) }
        for index in self.terms {
            for (position, file) in index.order.enumerated() { modelIndices[file] = position }
        }
        glossary = schema.isJapanese ? words.sortedByYomi(of: files) : words.sorted(byLetters: "term", of: files)
        for (position, file) in glossary.enumerated() { modelIndices[file] = position }
        hardWords = .made { [glossary] in HardWords(glossary.map { files[$0] }) }
        self.fileIndices = fileIndices
        self.modelIndices = modelIndices
        self.names = names.mapValues { $0.sorted() }
    }

    /// Returns the index of the case of an easy-language version; `nil` if there is none.
    func caseIndex(ofEasyText file: ContentFile) -> Int? { fileIndices["cases/\(file.name).md"] }

    /// Returns a copy in which some cases are replaced by cases with the same `CaseFacts`.
    package func replacing(_ files: [Int: ContentFile]) -> ContentFiles {
        var content = self
        for (index, file) in files { content.files[index] = file }
        return content
    }

    /// Returns the names of files in a folder that are near a name in alphabetical order: at most 100, so that each can be compared.
    package func names(near name: String, in folder: String) -> [String] {
        guard let names = names[folder] else { return [] }
        return window(around: name, in: names)
    }

    /// Returns the images whose paths are near a path in alphabetical order.
    package func images(near path: String) -> [String] {
        window(around: path, in: images.map(\.path))
    }

    private func window(around word: String, in sorted: [String]) -> [String] {
        let position = sorted.partitioningIndex { $0 >= word }
        return Array(sorted[max(0, position - 50)..<min(sorted.count, position + 50)])
    }
}
