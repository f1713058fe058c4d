import Basics
import Diagnostics

extension Rules {
    static let aboutTermFiles: [any CheckedRule.Type] = [
        DuplicateTermName.self,
        DuplicateTermNumber.self,
        UnlistedTerm.self,
        MissingTermFile.self,
        RepeatedTerm.self,
    ]
}

/// Two terms of a taxonomy share a label or another name, compared after folding.
struct DuplicateTermName: ContentRule {
    static let id = "duplicate-term-name"
    static let guide = GuideEntry(
        meaning: "二つの分野や機関などに、同じ名前（`label` や `aliases`）があります。",
        remedy: "どちらかを変えます。")
    static let examples = [DuplicateTermName(name: "A型")]

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」は別の語の名前としても使われています。どちらかを変えてください",
            en: "“\(name)” is also the name of another term: change one of them")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for terms in content.terms {
            report.addSharedNames(of: terms.order, in: content, key: "label") { DuplicateTermName(name: $0) }
        }
    }
}

extension Report {
    /// Adds a problem for each name that an earlier file has too, compared as names are compared.
    ///
    /// - Parameters:
    ///   - files: The indices of the files, in order.
    ///   - content: All files.
    ///   - key: The key of the main name; `aliases` has the others.
    ///   - problem: Returns the problem of a name.
    mutating func addSharedNames(
        of files: [Int], in content: ContentFiles, key: String, problem: (String) -> some Problem
    ) {
        var first: [String: (file: Int, bytes: Range<Int>)] = [:]
        for index in files {
            let file = content.files[index]
            let main = file.record.located(key, in: file.text).map { [$0] } ?? []
            for name in main + file.record.list("aliases", in: file.text) {
                let folded = foldedName(name.value)
                guard let other = first[folded] else {
                    first[folded] = (index, name.bytes)
                    continue
                }
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                add(
                    problem(name.value), in: file.text, name.bytes,
                    notes: [.init(message, in: content.files[other.file].text, other.bytes)])
            }
        }
    }
}

/// Two terms of a taxonomy have the same number.
struct DuplicateTermNumber: ContentRule {
    static let id = "duplicate-term-number"
    static let guide = GuideEntry(meaning: "二つの分野に、同じ番号があります。", remedy: "どちらかを変えます。")
    static let examples = [DuplicateTermNumber(number: 3)]

    let number: Int

    var message: Message {
        Message(
            ja: "番号\(number)は別の語にも付いています。どちらかを変えてください",
            en: "Another term also has the number \(number): change one of them")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for terms in content.terms {
            var first: [Int: (file: Int, bytes: Range<Int>)] = [:]
            for index in terms.order {
                let file = content.files[index]
                guard let number = TermIndex.number(file), let bytes = file.record.text("number")?.bytes else { continue }
                guard let other = first[number] else {
                    first[number] = (index, bytes)
                    continue
                }
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.add(
                    DuplicateTermNumber(number: number), in: file.text, bytes,
                    notes: [.init(message, in: content.files[other.file].text, other.bytes)])
            }
        }
    }
}

/// `casebook.yml` does not list a term that has a file, though the list orders the taxonomy.
struct UnlistedTerm: ContentRule {
    static let id = "unlisted-term"
    static let guide = GuideEntry(
        meaning: "ファイルはありますが、`casebook.yml` の並びに書かれていません。",
        remedy: "並びに加えます。")
    static let examples = [UnlistedTerm(slug: "visual", folder: "disabilities")]

    let slug: String
    let folder: String

    var message: Message {
        Message(
            ja: "「\(slug)」がcasebook.ymlの「\(folder)」の並びにありません。並びに加えてください",
            en: "“\(slug)” is not in the list of “\(folder)” in casebook.yml: add it there")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for (taxonomy, definition) in content.schema.taxonomies.enumerated() {
            guard definition.order == .listed, !definition.listed.isEmpty else { continue }
            let listed = Set(definition.listed.map(\.value))
            for (index, label) in zip(content.terms[taxonomy].order, content.terms[taxonomy].labels)
            where !listed.contains(content.files[index].name) {
                let file = content.files[index]
                // A list with labels in place of names, or that is no list, is reported as that.
                if listed.contains(label) { continue }
                if definition.listed.contains(where: { $0.value.contains { ",、，".contains($0) } }) { continue }
                let message = Message(ja: "この分類の並びに加えてください", en: "Add it to this taxonomy's list")
                report.add(
                    UnlistedTerm(slug: file.name, folder: definition.folder.value), path: file.text.path,
                    notes: [.init(message, in: content.schema.source, definition.folder.bytes)])
            }
        }
    }
}

/// A term that `casebook.yml` lists has no file.
struct MissingTermFile: ContentRule, FixableRule {
    static let id = "missing-term-file"
    static let guide = GuideEntry(
        meaning: "`casebook.yml` の並びに書かれていますが、ファイルがありません。",
        remedy: "ファイルを作るか、並びから消します。")
    static let fixSummary = Message(ja: "分類の項目を、ファイルの名前で書きました", en: "Wrote the name of the file of a term")
    static let examples = [
        MissingTermFile(slug: "visual", folder: "disabilities", slugs: []),
        MissingTermFile(slug: "視覚障害", folder: "disabilities", slugs: [], labelled: "visual"),
    ]

    let slug: String
    let folder: String
    let slugs: [String]
    /// The name of the file whose label is written instead of it.
    var labelled: String?

    var message: Message {
        if let labelled {
            return Message(
                ja: "「\(slug)」は、ファイル「\(folder)/\(labelled).md」の「label」です。ファイルの名前「\(labelled)」を書いてください",
                en: "“\(slug)” is the label in the file “\(folder)/\(labelled).md”: write the name of the file, “\(labelled)”")
        }
        let message = Message(
            ja: "「\(slug)」のファイル「\(folder)/\(slug).md」がありません",
            en: "The file “\(folder)/\(slug).md” for “\(slug)” is missing")
        guard suggestions.isEmpty else { return message }
        return Message(
            ja: message.ja + "。「---」「label: 名前」「---」の3行を書いたファイルを作ってください",
            en: message.en + ": create it with the three lines “---”, “label: NAME” and “---”")
    }

    var suggestions: [String] { labelled.map { [$0] } ?? nearest(to: slug, among: slugs) }

    static func check(_ content: ContentFiles, report: inout Report) {
        for (taxonomy, definition) in content.schema.taxonomies.enumerated() {
            let folder = definition.folder.value
            let terms = content.terms[taxonomy]
            for slug in definition.listed {
                let location = "\(folder)/\(slug.value).md"
                guard content.fileIndices[location] == nil, !content.unreadable.contains(location),
                    // A list that is no list is reported as that.
                    !slug.value.contains(where: { ",、，".contains($0) })
                else { continue }
                if let position = terms.labels.firstIndex(of: slug.value) {
                    let file = content.files[terms.order[position]]
                    let problem = MissingTermFile(slug: slug.value, folder: folder, slugs: [], labelled: file.name)
                    report.add(problem, in: content.schema.source, slug.bytes, replacement: file.name)
                    continue
                }
                let slugs = content.names(near: slug.value, in: folder)
                report.add(
                    MissingTermFile(slug: slug.value, folder: folder, slugs: slugs), in: content.schema.source,
                    slug.bytes)
            }
        }
    }
}

/// `casebook.yml` lists a term twice.
struct RepeatedTerm: SettingsRule {
    static let id = "repeated-term"
    static let guide = GuideEntry(meaning: "`casebook.yml` の並びに、同じものが2回あります。", remedy: "一つにします。")
    static let examples = [RepeatedTerm(slug: "visual")]

    let slug: String

    var message: Message {
        Message(ja: "「\(slug)」が並びに2回あります。1つにしてください", en: "“\(slug)” is listed twice: keep one")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            var first: [String: Range<Int>] = [:]
            for slug in taxonomy.listed {
                if let other = first[slug.value] {
                    let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                    report.add(
                        RepeatedTerm(slug: slug.value), in: schema.source, slug.bytes,
                        notes: [.init(message, in: schema.source, other)])
                } else {
                    first[slug.value] = slug.bytes
                }
            }
        }
    }
}
