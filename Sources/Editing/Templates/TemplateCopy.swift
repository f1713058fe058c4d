import Basics
import Diagnostics
import Publishing

/// A copy of the templates inside the program, for people who change how the site looks.
public enum TemplateCopy {
    /// The file that says from which version of each template a copy was made, so that ``OldTemplates`` can compare.
    static let record = ".knowhow-templates"

    /// Copies the templates inside the program into a folder.
    ///
    /// - Parameter folder: The path of the folder, which must not hold files.
    /// - Returns: How many files were copied.
    /// - Throws: `folderInUse`; `taken`; `notFolder`; `unwritable`.
    @discardableResult
    public static func write(to folder: String) throws(PublishingError) -> Int {
        let files = BuiltInTemplates.files
        let record = (path: record, bytes: Array(CopyRecord.ofThisProgram.text.utf8))
        try NewFolder(folder).write(files + [record])
        return files.count
    }
}

/// Which version of each template a copy was made from.
///
/// ```
/// # knowhow 0.1.0
/// 0011223344556677 assets/booklet.css
/// ```
struct CopyRecord {
    /// The version of the program that wrote the copy.
    let version: String
    /// The hash of each file by its path.
    let hashes: [String: UInt64]

    static var ofThisProgram: CopyRecord { CopyRecord(version: Program.version, hashes: BuiltInTemplates.hashes) }

    private static let start = "# knowhow "

    init(version: String, hashes: [String: UInt64]) {
        self.version = version
        self.hashes = hashes
    }

    /// Reads the text of a record; nil if it is none.
    init?(_ text: String) {
        var lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first, first.hasPrefix(Self.start) else { return nil }
        lines.removeFirst()
        var hashes: [String: UInt64] = [:]
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let hash = UInt64(parts[0], radix: 16) else { return nil }
            hashes[String(parts[1])] = hash
        }
        self.init(version: String(first.dropFirst(Self.start.count)), hashes: hashes)
    }

    var text: String {
        let lines = hashes.sorted { $0.key < $1.key }.map { path, hash in
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits + " " + path
        }
        return ([Self.start + version] + lines).joined(separator: "\n") + "\n"
    }
}

/// A copy of the templates was made from older templates than those inside the program.
///
/// A template that its user has changed is not old, as long as the original is the same. Nor is one that has been replaced with the new
/// original since.
public struct OldTemplates: ExplainedProblem {
    /// How many files a message names.
    private static let shown = 8

    let version: String
    let changed: [String]
    let added: [String]
    let removed: [String]

    public var id: String { "old-templates" }
    public var severity: Severity { .warning }

    public var message: Message {
        let ja = list(changed: "変わったもの", added: "増えたもの", removed: "なくなったもの", mark: "：", comma: "、", more: { "ほか\($0)件" })
        let en = list(
            changed: "changed", added: "added", removed: "removed", mark: ": ", comma: ", ", more: { "and \($0) more" })
        return Message(
            ja: "このテンプレートは knowhow「\(version)」から写したもので、今の knowhow のものより古くなっています（\(ja.joined(separator: "。"))）。"
                + "「knowhow templates 新しいフォルダー」で写し、見比べて移してください",
            en: "These templates were copied from knowhow “\(version)” and are older than those of this knowhow"
                + " (\(en.joined(separator: "; "))). Copy the new ones with “knowhow templates NEW-FOLDER” and merge")
    }

    private func list(
        changed changedName: String, added addedName: String, removed removedName: String, mark: String, comma: String,
        more: (Int) -> String
    ) -> [String] {
        [(changedName, changed), (addedName, added), (removedName, removed)].filter { !$0.1.isEmpty }.map { name, paths in
            let rest = paths.count - Self.shown
            let quoted = paths.prefix(Self.shown).map { "`\($0)`" } + (rest > 0 ? [more(rest)] : [])
            return name + mark + quoted.joined(separator: comma)
        }
    }

    public var guide: GuideEntry {
        GuideEntry(
            meaning: "写したテンプレートの元が、新しい knowhow で変わりました。サイトは今のテンプレートのまま作れます。",
            remedy: "新しい knowhow で別のフォルダーに写し、示されたファイルを見比べて、自分の変更を新しいほうへ移します。")
    }

    public static let examples = [
        OldTemplates(version: "0.1.0", changed: ["layouts/case.mustache"], added: ["assets/new.css"], removed: []),
        OldTemplates(version: "0.1.0", changed: [], added: [], removed: (1...9).map { "partials/\($0).mustache" }),
    ]

    /// Compares a copy of the templates with those inside the program.
    ///
    /// - Parameter folder: The path of the template folder; nil for the templates inside the program.
    /// - Returns: Nothing if the folder is no copy, or not older.
    public static func find(in folder: String?) -> [Diagnostic] {
        folder.flatMap { find(in: $0, current: .ofThisProgram) } ?? []
    }

    static func find(in folder: String, current: CopyRecord) -> [Diagnostic]? {
        let path = "\(folder)/\(TemplateCopy.record)"
        guard let bytes = try? Disk.bytes(of: path), let copied = CopyRecord(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        var (changed, added, removed): ([String], [String], [String]) = ([], [], [])
        for file in Set(copied.hashes.keys).union(current.hashes.keys).sorted() {
            let (old, new) = (copied.hashes[file], current.hashes[file])
            guard old != new else { continue }
            let own = (try? Disk.bytes(of: "\(folder)/\(file)")).map { ContentHash($0).value }
            guard own != new else { continue }
            switch (old, new) {
            case (nil, _): added.append(file)
            case (_, nil): removed.append(file)
            default: changed.append(file)
            }
        }
        guard !(changed + added + removed).isEmpty else { return nil }
        let problem = OldTemplates(version: copied.version, changed: changed, added: added, removed: removed)
        return [Diagnostic(problem, path: path)]
    }
}
