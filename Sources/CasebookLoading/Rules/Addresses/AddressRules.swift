import Basics
import Diagnostics

extension Rules {
    static let aboutAddresses: [any CheckedRule.Type] = [
        BadAlias.self,
        TakenAddress.self,
    ]
}

/// No file can lead from an old address to a page (``OldAddress``).
struct BadAlias: FileRule, FixableRule {
    static let id = "bad-alias"
    static let guide = GuideEntry(
        meaning: "以前のアドレス（`aliases`）から、今のページへ案内できません。ファイルを置くだけのサーバーで案内できるのは、"
            + "`old/case1.html`、`Old/Case1.htm`、`old/case1/`、`事例/就労.html` のようなアドレスです。",
        remedy: "示された形に直します。`.php` で終わるものや「?」の付いたものは、ここから消し、サーバーの設定で転送します。")
    static let fixSummary = Message(ja: "以前のアドレスを、使える形に直しました", en: "Corrected the form of the old address")
    static let examples: [BadAlias] = [
        .whole, .notFromRoot, .query, .fragment, .steps, .ending("php"), .encoding, .character(":"), .name("con.html"), .wide,
        .length, .empty,
    ].map { BadAlias(value: "/Old.htm", problem: $0, meant: nil) }

    let value: String
    let problem: OldAddress.Problem
    let meant: String?

    var message: Message {
        let (ja, en) = reason
        return Message(
            ja: "以前のアドレス「\(value)」からは案内できません。\(ja)",
            en: "No page can lead on from the old address “\(value)”: \(en)")
    }

    private var reason: (ja: String, en: String) {
        switch problem {
        case .empty:
            ("「old/case1.html」のように書いてください", "write one like “old/case1.html”")
        case .notFromRoot:
            ("先頭の「/」や「./」を取り、「old/case1.html」のように書いてください", "leave out the slash at the start, as in “old/case1.html”")
        case .whole:
            (
                "「https://」とサーバーの名前を取り、その後だけを「old/case1.html」のように書いてください",
                "leave out “https://” and the name of the host, as in “old/case1.html”"
            )
        case .query:
            (
                "ファイルを置くだけのサーバーは「?」の後を見分けません。ここから消し、サーバーの設定で転送してください",
                "a host of plain files ignores what follows “?”: remove it here, and redirect it in the settings of the host"
            )
        case .fragment:
            (
                "「#」の後はサーバーに送られません。「#」から後を消してください",
                "what follows “#” is never sent to a host: leave it out"
            )
        case .steps:
            (
                "「..」「.」「//」を使わず、サイトの先頭から「old/case1.html」のように書いてください",
                "write it from the root of the site, without “..”, “.” and “//”, like “old/case1.html”"
            )
        case .ending(let ending):
            (
                "ファイルを置くだけのサーバーがページとして示すのは、「.html」「.htm」か、「old/」のようなフォルダーです。"
                    + "「.\(ending)」はここから消し、サーバーの設定で転送してください",
                "a host of plain files shows “.html”, “.htm” and folders like “old/” as pages: remove “.\(ending)” here, and redirect "
                    + "it in the settings of the host"
            )
        case .encoding:
            (
                "「%」の後が、UTF-8の文字になりません。日本語は「事例/就労.html」のように、そのまま書いてください",
                "what follows “%” is not a character in UTF-8: write the characters themselves"
            )
        case .character(let scalar):
            (
                "\(Self.named(scalar, "「", "」"))は、ファイルの名前に使えません。ここから消し、サーバーの設定で転送してください",
                "\(Self.named(scalar, "“", "”")) cannot be in the name of a file: remove it here, and redirect it in the settings of the host"
            )
        case .name(let name):
            (
                "「\(name)」は、ファイルやフォルダーの名前にできません。ここから消し、サーバーの設定で転送してください",
                "“\(name)” cannot be the name of a file or folder: remove it here, and redirect it in the settings of the host"
            )
        case .wide:
            ("全角の英数字や記号を、半角に直してください", "write letters, digits and signs in half width")
        case .length:
            (
                "長すぎて、置けないサーバーがあります（200バイトまで、漢字でおよそ60字）。ここから消し、サーバーの設定で転送してください",
                "it is too long for some hosts (up to 200 bytes): remove it here, and redirect it in the settings of the host"
            )
        }
    }

    private static func named(_ scalar: Unicode.Scalar, _ open: String, _ close: String) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
            "U+" + String(scalar.value, radix: 16, uppercase: true)
        default: open + String(scalar) + close
        }
    }

    var suggestions: [String] { meant.map { [$0] } ?? [] }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, _) in file.texts(.addresses) {
            let value = text.string(in: file.text)
            do throws(OldAddress.Problem) {
                _ = try OldAddress(value)
            } catch {
                let meant = OldAddress.meant(value)
                // A whole address may be one of another site, and an anchor may be why the address was written.
                let isCertain = error == .notFromRoot || error == .wide
                report.add(
                    BadAlias(value: value, problem: error, meant: meant), in: file.text, text.bytes,
                    replacement: isCertain ? meant : nil)
            }
        }
    }
}

/// Two pages have one address: files, old addresses or the site's own pages.
struct TakenAddress: ContentRule {
    static let id = "taken-address"
    static let guide = GuideEntry(
        meaning: "二つのページのアドレスが同じになります。大文字と小文字だけが違うアドレスも、区別しないサーバーでは同じです。",
        remedy: "`aliases` などを見直します。")
    static let examples = [
        TakenAddress(address: "about.html", other: nil), TakenAddress(address: "Old.html", other: "old.html"),
    ]

    let address: String
    /// The address that differs only in capital letters.
    let other: String?

    var message: Message {
        guard let other else {
            return Message(
                ja: "アドレス「\(address)」は別のページのものです",
                en: "The address “\(address)” is already used by another page")
        }
        return Message(
            ja: "アドレス「\(address)」は「\(other)」と、大文字と小文字が違うだけです。区別しないサーバーでは同じになるため、どちらか一つにしてください",
            en:
                "The addresses “\(address)” and “\(other)” differ only in capital letters, and are the same on some hosts: keep one"
        )
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        checkPages(content, report: &report)
        var known = KnownAddresses()
        for (index, file) in content.files.enumerated() where isPage(file) {
            for alias in file.record.list("aliases", in: file.text) {
                guard let path = try? OldAddress(alias.value).path else { continue }
                let place = Place(file: index, bytes: alias.bytes, path: path, written: alias.value)
                if let other = known.other(than: place) {
                    let note = Diagnostic.Note(otherMessage, in: content.files[other.file].text, other.bytes)
                    add(alias, place.path == other.path ? nil : other.written, file, [note], report: &report)
                } else if let (owner, taken) = owner(of: path, in: content) {
                    let notes = owner.map { [Diagnostic.Note(otherMessage, path: $0)] } ?? []
                    add(alias, taken == path ? nil : taken, file, notes, report: &report)
                } else {
                    known.add(place)
                }
            }
        }
    }

    private static let otherMessage = Message(ja: "このアドレスを使っているもう1つはこれです", en: "This is the other page at the address")

    /// Whether the file's aliases are addresses. Those of terms are names.
    private static func isPage(_ file: ContentFile) -> Bool {
        file.role == .caseFile || file.role == .page
    }

    /// Checks `about.html` against `about/`: they are two files, but not on every host.
    private static func checkPages(_ content: ContentFiles, report: inout Report) {
        for taxonomy in content.schema.taxonomies {
            let folder = taxonomy.folder
            guard let index = content.fileIndices["pages/\(folder.value).md"] else { continue }
            report.add(
                TakenAddress(address: folder.value, other: nil), path: content.files[index].text.path,
                notes: [.init(otherMessage, in: content.schema.source, folder.bytes)])
        }
    }

    private static func add(
        _ alias: Located<String>, _ other: String?, _ file: ContentFile, _ notes: [Diagnostic.Note], report: inout Report
    ) {
        report.add(TakenAddress(address: alias.value, other: other), in: file.text, alias.bytes, notes: notes)
    }

    /// Returns the file whose page is at a path, nil for a page of the site's own, and the path of the page; nil if the path is free.
    private static func owner(of path: String, in content: ContentFiles) -> (file: String?, path: String)? {
        let folded = OldAddress.withoutCase(path)
        let stem = folded.hasSuffix(".html") ? String(folded.dropLast(5)) : folded
        let parts = stem.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let folder = parts.first, let name = parts.last else { return nil }
        if parts.count > 1, folder != "cases", folder != "pages", ReservedNames.folders.contains(folder) {
            return (nil, folded)
        }
        guard folded.hasSuffix(".html") else { return nil }
        if parts.count == 1 {
            if let index = content.fileIndices["pages/\(stem).md"] { return (content.files[index].text.path, folded) }
            return ReservedNames.isReservedID(stem) || ReservedNames.isRootPage(stem) ? (nil, folded) : nil
        }
        guard parts.count == 2, folder == "cases" || content.schema.taxonomy(folder: folder) != nil else { return nil }
        if ReservedNames.isReservedID(name) { return (nil, folded) }
        let base = folder == "cases" ? nil : ReservedNames.pageBase(name)
        let index = content.fileIndices["\(stem).md"] ?? base.flatMap { content.fileIndices["\(folder)/\($0).md"] }
        return index.map { (content.files[$0].text.path, folded) }
    }
}

extension TakenAddress {
    /// An old address in front matter.
    private struct Place {
        let file: Int
        let bytes: Range<Int>
        let path: String
        let written: String
    }

    /// The old addresses so far.
    private struct KnownAddresses {
        private var places: [String: Place] = [:]

        mutating func add(_ place: Place) {
            places[OldAddress.withoutCase(place.path)] = place
        }

        /// Returns the known address that has the same file as another one. The same page may name a folder and its `index.html`.
        func other(than place: Place) -> Place? {
            guard let other = places[OldAddress.withoutCase(place.path)] else { return nil }
            return other.file == place.file && other.path == place.path && other.written != place.written ? nil : other
        }
    }
}
