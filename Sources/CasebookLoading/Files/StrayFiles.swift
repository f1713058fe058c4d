import Foundation

/// Names that operating systems, editors and file services give to their own files. Nobody wrote these files, so they are passed over
/// without a word.
package enum SystemFiles {
    private static let files: Set<String> = [
        "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", ".ds_store", "thumbs.db:encryptable",
    ]
    private static let folders: Set<String> = [
        "@eadir", "#recycle", "$recycle.bin", "__macosx", "system volume information", "lost+found", "network trash folder",
        "temporary items",
    ]
    private static let endings = [
        "~", ".tmp", ".temp", ".swp", ".swo", ".swx", ".bak", ".part", ".partial", ".crdownload", ".download",
    ]

    /// Whether a file has such a name: `Thumbs.db`, `desktop.ini`, `~$…`, `*.tmp`, a backup such as `*~` and `*.bak`, a hidden file.
    package static func isFile(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return true }
        if first == UInt8(ascii: "."), name != ".", name != ".." { return true }
        // Nearly all names end here.
        if name.utf8.suffix(3).elementsEqual(".md".utf8), first != UInt8(ascii: "~"), first != UInt8(ascii: "#") {
            return false
        }
        let folded = name.lowercased()
        if files.contains(folded) || folded.hasPrefix("~$") || folded.hasPrefix(".~lock.") { return true }
        if folded.hasPrefix("#"), folded.hasSuffix("#") { return true }
        if endings.contains(where: { folded.hasSuffix($0) }) { return true }
        // `c001.md.bak1`
        return folded.dropLast().hasSuffix(".bak")
    }

    /// Whether a folder has such a name: `@eaDir`, `__MACOSX`, a hidden folder.
    package static func isFolder(_ name: String) -> Bool {
        name.utf8.first == UInt8(ascii: ".") || folders.contains(name.lowercased())
    }
}

/// Names that file services and file managers give to copies: of two versions that could not be joined, or by hand.
///
/// A name is that of a copy only if the original is next to it. These forms are known, with any extension:
///
/// ```
/// c001 (1)   c001（2）   c001 のコピー   c001 - コピー (2)   コピー ～ c001   c001 copy 2   Copy of c001   c001 2
/// c001 (conflicted copy 2026-01-01)   c001 (山田の競合コピー 2026-04-01)   c001 (Case Conflict)
/// c001.sync-conflict-20260401-101010-ABCDEFG   c001-DESKTOP-1A2B3C (OneDrive adds the name of the computer)
/// ```
package enum CopyName {
    /// Returns the name of the original of a copy; nil if the file is none.
    ///
    /// - Parameters:
    ///   - name: The name of the file, with its extension.
    ///   - isStrict: Whether only names of computers that nobody else would write count, such as `DESKTOP-1A2B3C`.
    ///   - exists: Whether there is a file with a name in the same folder.
    package static func original(of name: String, isStrict: Bool, exists: (String) -> Bool) -> String? {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let (stem, ending) = (String(name[..<dot]), String(name[dot...]))
        guard !ReservedNames.isFitID(stem) else { return nil }
        var bases = [stem]
        // A copy of a copy has both marks.
        for _ in 0..<3 {
            bases = bases.flatMap { self.bases(of: $0, isStrict: isStrict) }
            if let base = bases.first(where: { exists($0 + ending) }) { return base + ending }
        }
        return nil
    }

    private static let marks = ["のコピー", "コピー", "の写し", "copy", "の競合コピー", "conflict"]

    /// Returns what a name may be a copy of.
    private static func bases(of stem: String, isStrict: Bool) -> [String] {
        var bases: [String] = []
        func add(_ base: some StringProtocol) {
            let trimmed = trim(base)
            if !trimmed.isEmpty, trimmed.count < stem.count { bases.append(trimmed) }
        }
        for (open, close) in [("(", ")"), ("（", "）"), ("[", "]")] where stem.hasSuffix(close) {
            guard let start = stem.range(of: open, options: .backwards) else { continue }
            let inner = stem[start.upperBound...].dropLast().lowercased()
            if inner.allSatisfy(\.isNumber) || ["conflict", "copy", "競合", "コピー"].contains(where: { inner.contains($0) }) {
                add(stem[..<start.lowerBound])
            }
        }
        let words = trim(String(stem.reversed().drop { $0.isNumber }.reversed()))
        if words.count < stem.count, stem.dropLast().contains(where: \.isWhitespace) { add(words) }
        for mark in marks {
            if words.lowercased().hasSuffix(mark) { add(words.dropLast(mark.count)) }
            for start in [mark + " ～ ", mark + " ~ ", mark + " of ", mark + " "] where stem.lowercased().hasPrefix(start) {
                add(stem.dropFirst(start.count))
            }
        }
        if let sync = stem.range(of: ".sync-conflict-") { add(stem[..<sync.lowerBound]) }
        for index in stem.indices where stem[index] == "-" {
            let computer = stem[stem.index(after: index)...]
            if isStrict ? isComputer(computer) : !ReservedNames.isFitID(String(computer)) { add(stem[..<index]) }
        }
        return bases
    }

    private static func isComputer(_ name: Substring) -> Bool {
        let isUpper =
            name.count >= 4 && name.contains(where: \.isLetter)
            && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return isUpper || name.hasSuffix("-PC") || name.contains("MacBook") || name.contains("のMac")
    }

    private static func trim(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "-－_")))
    }
}
