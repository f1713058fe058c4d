import Basics
import Diagnostics
import Foundation

extension Rules {
    static let aboutFileNames: [any CheckedRule.Type] = [
        UnfitID.self,
        ReservedID.self,
        LongID.self,
        PageNumberID.self,
        DuplicateID.self,
    ]
}

/// A file name cannot be an address.
struct UnfitID: FileRule {
    static let id = "unfit-id"
    static let guide = GuideEntry(
        meaning: "ファイルの名前に、使えない文字があります。",
        remedy: "半角の英小文字、数字、ハイフンだけにします。")
    static let examples = [UnfitID(name: "C001", fit: "c001.md")]

    let name: String
    let fit: String?

    var message: Message {
        Message(
            ja: "ファイル名「\(name)」はアドレスに使えません。半角の小文字の英数字とハイフンだけにしてください",
            en: "The file name “\(name)” cannot be an address: use lower-case ASCII letters, digits and hyphens only")
    }

    var suggestions: [String] { fit.map { [$0] } ?? [] }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role != .settings, !ReservedNames.isFitID(file.name) else { return }
        let fit = fit(file.name)
        report.add(UnfitID(name: file.name, fit: fit.map { $0 + ".md" }), path: file.text.path)
    }

    /// The name in half-width lower case, with hyphens for blanks and underscores, if that will do.
    private static func fit(_ name: String) -> String? {
        let folded = name.precomposedStringWithCompatibilityMapping.lowercased()
        let mapped = String(folded.map { $0.isWhitespace || "_.".contains($0) ? "-" : $0 })
        return ReservedNames.isFitID(mapped) ? mapped : nil
    }
}

/// A file name is one that the site or Windows reserves.
struct ReservedID: FileRule {
    static let id = "reserved-id"
    static let guide = GuideEntry(
        meaning: "その名前は、サイトの別のページなどに使われます。",
        remedy: "別の名前にします。")
    static let examples = [ReservedID(name: "index")]

    let name: String

    var message: Message {
        Message(
            ja: "ファイル名「\(name)」は使えません。別の名前にしてください",
            en: "The file name “\(name)” cannot be used: choose another")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role != .settings else { return }
        let isRoot = file.role == .page
        let isTaken = isRoot && (ReservedNames.isRootPage(file.name) || ReservedNames.folders.contains(file.name))
        guard ReservedNames.isReservedID(file.name) || isTaken else { return }
        report.add(ReservedID(name: file.name), path: file.text.path)
    }
}

/// A file name is too long for an address or a file system, with endings and page numbers added.
struct LongID: FileRule {
    static let id = "long-id"
    static let guide = GuideEntry(meaning: "ファイルの名前が長すぎます。", remedy: "短くします。")
    static let examples = [LongID()]

    var message: Message {
        Message(
            ja: "ファイル名が長すぎます。\(Self.limit)文字までにしてください",
            en: "The file name is too long: use at most \(Self.limit) characters")
    }

    /// In characters, all of which are ASCII in a fit name.
    static let limit = 64

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role != .settings, file.name.utf8.count > limit, file.name.count > limit else { return }
        report.add(LongID(), path: file.text.path)
    }
}

/// A term's file name looks like a further page of another term: `x-2` next to `x`.
struct PageNumberID: ContentRule {
    static let id = "page-number-id"
    static let guide = GuideEntry(
        meaning: "ファイルの名前が、別の一覧の2ページ目以降のアドレスと紛れます。",
        remedy: "終わりの `-` と数字を除くなど、別の名前にします。")
    static let examples = [PageNumberID(name: "visual-2", base: "visual")]

    let name: String
    let base: String

    var message: Message {
        Message(
            ja: "ファイル名「\(name)」は「\(base)」の2ページ目以降と紛れます。別の名前にしてください",
            en: "The file name “\(name)” would be taken for a further page of “\(base)”: choose another")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        for (taxonomy, terms) in content.terms.enumerated() {
            let folder = content.schema.taxonomies[taxonomy].folder.value
            for index in terms.order {
                let file = content.files[index]
                guard let base = ReservedNames.pageBase(file.name),
                    let other = content.fileIndices["\(folder)/\(base).md"]
                else { continue }
                let message = Message(ja: "紛れるのはこのファイルです", en: "This is the file it would be taken for")
                report.add(
                    PageNumberID(name: file.name, base: base), path: file.text.path,
                    notes: [Diagnostic.Note(message, path: content.files[other].text.path)])
            }
        }
    }
}

/// Two file names of a folder differ in case or width only: many file systems take them for one.
struct DuplicateID: ContentRule {
    static let id = "duplicate-id"
    static let guide = GuideEntry(
        meaning: "大文字と小文字、全角と半角だけが違う名前のファイルがあります。",
        remedy: "どちらかの名前を変えます。")
    static let examples = [DuplicateID(name: "C001")]

    let name: String

    var message: Message {
        Message(
            ja: "同じ名前のファイルがあります（大文字と小文字、全角と半角は区別できません）: \(name)",
            en: "Another file has the same name (upper and lower case, full and half width make no difference): \(name)")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        var first: [String: Int] = [:]
        first.reserveCapacity(content.files.count)
        for (index, file) in content.files.enumerated() {
            let isFit = ReservedNames.isFitID(file.name)
            let key = isFit ? file.location : file.folder + "/" + foldedName(file.name) + ".md"
            guard let other = first[key] else {
                first[key] = index
                continue
            }
            // The file with a valid name is the one to keep.
            let (keeper, duplicate) = isFit ? (file, content.files[other]) : (content.files[other], file)
            let message = Message(ja: "もう1つのファイルはこれです", en: "This is the other file")
            report.add(
                DuplicateID(name: duplicate.name), path: duplicate.text.path,
                notes: [Diagnostic.Note(message, path: keeper.text.path)])
        }
    }
}
