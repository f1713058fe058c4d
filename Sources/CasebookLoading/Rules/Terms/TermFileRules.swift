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
            for index in content.terms[taxonomy].order where !listed.contains(content.files[index].name) {
                let file = content.files[index]
                let message = Message(ja: "この分類の並びに加えてください", en: "Add it to this taxonomy's list")
                report.add(
                    UnlistedTerm(slug: file.name, folder: definition.folder.value), path: file.text.path,
                    notes: [.init(message, in: content.schema.source, definition.folder.bytes)])
            }
        }
    }
}

/// A term that `casebook.yml` lists has no file.
struct MissingTermFile: ContentRule {
    static let id = "missing-term-file"
    static let guide = GuideEntry(
        meaning: "`casebook.yml` の並びに書かれていますが、ファイルがありません。",
        remedy: "ファイルを作るか、並びから消します。")
    static let examples = [MissingTermFile(slug: "visual", folder: "disabilities", slugs: [])]

    let slug: String
    let folder: String
    let slugs: [String]

    var message: Message {
        let message = Message(
            ja: "「\(slug)」のファイル「\(folder)/\(slug).md」がありません",
            en: "The file “\(folder)/\(slug).md” for “\(slug)” is missing")
        guard suggestions.isEmpty else { return message }
        return Message(
            ja: message.ja + "。「---」「label: 名前」「---」の3行を書いたファイルを作ってください",
            en: message.en + ": create it with the three lines “---”, “label: NAME” and “---”")
    }

    var suggestions: [String] { nearest(to: slug, among: slugs) }

    static func check(_ content: ContentFiles, report: inout Report) {
        for definition in content.schema.taxonomies {
            let folder = definition.folder.value
            for slug in definition.listed {
                let location = "\(folder)/\(slug.value).md"
                guard content.fileIndices[location] == nil, !content.unreadable.contains(location) else { continue }
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
