import Basics
import CasebookModel
import Diagnostics
import Markdown

// The texts of a casebook that readers see, for the readings of their kanji. Drafts are not finished, so they are left out, and so is the body
// of a withdrawn case, which no page shows.

extension Schema {
    /// Calls `body` with each text of `casebook.yml` that pages show, and a function that returns where a range of it is in the file.
    func forEachReadableText(_ body: (ReadableText, (Range<Int>) -> Range<Int>) -> Void) {
        readableValues.forEach { $0.asReadable(in: source, body) }
    }

    /// The values of `casebook.yml` that pages show.
    private var readableValues: [FieldText] {
        func texts(_ keys: [String], of records: [Record]) -> [FieldText] {
            records.flatMap { record in keys.compactMap { record.text($0) } }
        }
        let taxonomies = record.records("taxonomies")
        return texts(["title", "description"], of: [record]) + texts(["name"], of: record.records("publisher"))
            + texts(["name", "department", "hours"], of: record.records("contact"))
            + texts(["title"], of: record.records("source")) + texts(["name"], of: record.records("license"))
            + texts(["notice"], of: [record])
            + taxonomies.flatMap { taxonomy in
                texts(["label", "description"], of: [taxonomy]) + texts(["label"], of: taxonomy.records("groups"))
                    + texts(["unstated"], of: [taxonomy])
            } + texts(["heading"], of: record.records("sections")) + texts(["label", "unit"], of: record.records("fields"))
            + record.records("fields").flatMap { ($0.value("choices")?.items ?? []).compactMap(\.text) }
    }
}

extension ParsedFile {
    /// Calls `body` with each text of the file that pages show, and a function that returns where a range of it is in the file.
    func forEachReadableText(_ schema: Schema, _ body: (ReadableText, (Range<Int>) -> Range<Int>) -> Void) {
        guard role != .caseFile || status != .draft else { return }
        readableValues(schema).forEach { $0.asReadable(in: text, body) }
        if status != .withdrawn { forEachBlock(body) }
    }

    /// The values of the front matter that pages show.
    private func readableValues(_ schema: Schema) -> [FieldText] {
        let keys: [String]
        switch role {
        case .caseFile:
            keys =
                ["title", "summary"] + (status == .withdrawn ? ["withdrawn"] : [])
                + schema.fields.filter { $0.definition.kind == .text }.map(\.definition.key)
        case .easyText, .page: keys = ["title"]
        case .term: keys = ["label"]
        case .glossary: keys = ["term"]
        case .settings: keys = []
        }
        let hasNames = ![.caseFile, .easyText, .page].contains(role)
        let names = !hasNames ? [] : (record.value("aliases")?.items ?? []).compactMap(\.text)
        return keys.compactMap { record.text($0) } + names
    }

    private func forEachBlock(_ found: (ReadableText, (Range<Int>) -> Range<Int>) -> Void) {
        let body = frontMatter.body
        var cursor = body.lowerBound
        for block in document.readableBlocks {
            // Where each run is in the file. Runs with escapes are not there as they are read.
            let starts = block.runs.map { run in
                let bytes = Array(run.text.utf8)
                cursor = max(cursor, min(run.after, body.upperBound))
                guard let start = text.utf8.firstRange(of: bytes, from: cursor, to: body.upperBound) else {
                    return (at: cursor, isExact: false)
                }
                cursor = start + bytes.count
                return (at: start, isExact: true)
            }
            found(block.text) { range in
                let index = block.runs.lastIndex { $0.start <= range.lowerBound } ?? 0
                guard starts[index].isExact else { return starts[index].at..<starts[index].at }
                let start = starts[index].at + block.text.byteCount(block.runs[index].start..<range.lowerBound)
                return start..<start + block.text.byteCount(range)
            }
        }
    }
}

extension FieldText {
    fileprivate func asReadable(in source: SourceText, _ body: (ReadableText, (Range<Int>) -> Range<Int>) -> Void) {
        let text = ReadableText(string(in: source))
        body(text) { range in
            guard corrected == nil else { return bytes }
            let start = content.lowerBound + text.byteCount(0..<range.lowerBound)
            return start..<start + text.byteCount(range)
        }
    }
}

extension [UInt8] {
    /// The offset of the first range that is equal to some bytes; `nil` if there is none.
    fileprivate func firstRange(of bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard let first = bytes.first else { return start }
        var index = start
        while index + bytes.count <= end {
            if self[index] == first, self[index..<index + bytes.count].elementsEqual(bytes) { return index }
            index += 1
        }
        return nil
    }
}
