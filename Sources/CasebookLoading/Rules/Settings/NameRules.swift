import Basics
import Diagnostics

extension Rules {
    static let aboutNames: [any CheckedRule.Type] = [
        UnfitName.self,
        DuplicateTaxonomy.self,
        DuplicateSectionDefinition.self,
        ReservedKey.self,
        ReservedFolder.self,
    ]
}

/// A folder, key or id is not lower-case ASCII.
struct UnfitName: SettingsRule {
    static let id = "unfit-name"
    static let guide = GuideEntry(
        meaning: "`folder`、`key`、`id` に使えない文字があります。",
        remedy: "半角の英小文字で始め、英小文字、数字、区切りの記号だけにします。")
    static let examples = [UnfitName(key: "folder", name: "Actors")]

    let key: String
    let name: String

    var message: Message {
        Message(
            ja: "「\(key)」の「\(name)」は使えません。半角の小文字の英字で始め、英数字と区切りの記号だけにしてください",
            en:
                "“\(name)” cannot be a “\(key)”: start with a lower-case ASCII letter, then use letters, digits and separators only"
        )
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            check(taxonomy.folder, "folder", separators: "-", in: schema, report: &report)
            check(taxonomy.key, "key", separators: "-_", in: schema, report: &report)
        }
        for field in schema.fields {
            check(Located(field.definition.key, field.key), "key", separators: "-_", in: schema, report: &report)
        }
        for section in schema.sections {
            check(Located(section.definition.id, section.id), "id", separators: "-", in: schema, report: &report)
        }
    }

    private static func check(
        _ name: Located<String>, _ key: String, separators: String, in schema: Schema, report: inout Report
    ) {
        let isFit =
            name.value.utf8.first.map { (0x61...0x7A).contains($0) } == true && name.value.utf8.count <= LongID.limit
            && name.value.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || separators.utf8.contains($0)
            }
        if !isFit { report.add(UnfitName(key: key, name: name.value), in: schema.source, name.bytes) }
    }
}

/// Two taxonomies have the same folder or key.
struct DuplicateTaxonomy: SettingsRule {
    static let id = "duplicate-taxonomy"
    static let guide = GuideEntry(meaning: "二つの分類の `folder` か `key` が同じです。", remedy: "どちらかを変えます。")
    static let examples = [DuplicateTaxonomy(key: "folder", name: "actors")]

    let key: String
    let name: String

    var message: Message {
        Message(ja: "「\(key)」の「\(name)」は別の分類と同じです", en: "Another taxonomy has the \(key) “\(name)”")
    }

    static func check(_ schema: Schema, report: inout Report) {
        check(schema.taxonomies.map(\.folder), "folder", in: schema, report: &report)
        check(schema.taxonomies.map(\.key), "key", in: schema, report: &report)
    }

    private static func check(_ names: [Located<String>], _ key: String, in schema: Schema, report: inout Report) {
        var first: [String: Range<Int>] = [:]
        for name in names {
            if let other = first[name.value] {
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.add(
                    DuplicateTaxonomy(key: key, name: name.value), in: schema.source, name.bytes,
                    notes: [.init(message, in: schema.source, other)])
            } else {
                first[name.value] = name.bytes
            }
        }
    }
}

/// Two sections have the same id or heading.
struct DuplicateSectionDefinition: SettingsRule {
    static let id = "duplicate-section-definition"
    static let guide = GuideEntry(meaning: "二つの見出しの `id` か `heading` が同じです。", remedy: "どちらかを変えます。")
    static let examples = [DuplicateSectionDefinition(key: "id", name: "effect")]

    let key: String
    let name: String

    var message: Message {
        Message(ja: "「\(key)」の「\(name)」は別の見出しと同じです", en: "Another section has the \(key) “\(name)”")
    }

    static func check(_ schema: Schema, report: inout Report) {
        check(schema.sections.map { Located($0.definition.id, $0.id) }, "id", in: schema, report: &report)
        check(schema.sections.map { Located($0.definition.heading, $0.heading) }, "heading", in: schema, report: &report)
    }

    private static func check(_ names: [Located<String>], _ key: String, in schema: Schema, report: inout Report) {
        var first: [String: Range<Int>] = [:]
        for name in names {
            let folded = foldedName(name.value)
            if let other = first[folded] {
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.add(
                    DuplicateSectionDefinition(key: key, name: name.value), in: schema.source, name.bytes,
                    notes: [.init(message, in: schema.source, other)])
            } else {
                first[folded] = name.bytes
            }
        }
    }
}

/// A taxonomy's key is reserved: for front matter, or for the addresses of searches.
struct ReservedKey: SettingsRule {
    static let id = "reserved-key"
    static let guide = GuideEntry(
        meaning: "分類の `key` に、`title` などほかの項目の名前と、検索のアドレスに使う `q`、`page` は使えません。",
        remedy: "別の名前にします。")
    static let examples = [ReservedKey(name: "title")]

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」はほかのことに使う名前なので、分類の「key」に使えません",
            en: "“\(name)” cannot be a taxonomy's key: it is reserved")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            let key = taxonomy.key.value
            guard ReservedNames.queryKeys.contains(key) || Field.ofCases.contains(where: { $0.key == key }) else { continue }
            report.add(ReservedKey(name: key), in: schema.source, taxonomy.key.bytes)
        }
    }
}

/// A taxonomy's folder is one that the site reserves.
struct ReservedFolder: SettingsRule {
    static let id = "reserved-folder"
    static let guide = GuideEntry(
        meaning: "分類の `folder` に、サイトがほかのことに使う名前は使えません。",
        remedy: "別の名前にします。")
    static let examples = [ReservedFolder(name: "assets")]

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」はサイトがほかのことに使うので、分類の「folder」に使えません",
            en: "“\(name)” cannot be a taxonomy's folder: the site reserves it")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            let name = taxonomy.folder.value
            guard ReservedNames.folders.contains(name) || ReservedNames.isReservedID(name) else { continue }
            report.add(ReservedFolder(name: name), in: schema.source, taxonomy.folder.bytes)
        }
    }
}
