import Diagnostics

extension Rules {
    static let aboutTaxonomies: [any CheckedRule.Type] = [
        UnknownTaxonomy.self,
        UnsuitableTaxonomy.self,
        SameTaxonomy.self,
    ]
}

/// `primary`, `secondary` or `stages` names an unknown taxonomy.
struct UnknownTaxonomy: SettingsRule, FixableRule {
    static let id = "unknown-taxonomy"
    static let guide = GuideEntry(
        meaning: "`primary`、`secondary`、`stages` のどれかに書いた分類がありません。",
        remedy: "分類の `folder` の名前を書きます。")
    static let fixSummary = Message(ja: "分類をフォルダーの名前に直しました", en: "Replaced the taxonomy's name with its folder")
    static let examples = [UnknownTaxonomy(key: "primary", name: "x", folders: ["categories"])]

    let key: String
    let name: String
    let folders: [String]

    var message: Message {
        Message(ja: "「\(key)」の「\(name)」という分類はありません", en: "“\(key)” names the unknown taxonomy “\(name)”")
    }

    var allowed: [String] { folders }

    var suggestions: [String] { nearest(to: name, among: folders) }

    static func check(_ schema: Schema, report: inout Report) {
        // Where the taxonomies were not understood, none is known.
        guard schema.isUsable else { return }
        for key in ["primary", "secondary", "stages"] {
            guard let name = schema.record.located(key, in: schema.source), schema.taxonomy(folder: name.value) == nil else {
                continue
            }
            let meant = schema.taxonomies.first { $0.key.value == name.value || $0.label.value == name.value }
            report.add(
                UnknownTaxonomy(key: key, name: name.value, folders: schema.taxonomies.map(\.folder.value)),
                in: schema.source, name.bytes, replacement: meant?.folder.value)
        }
    }
}

/// `primary` or `secondary` names a taxonomy of which a case may have no term, or several.
struct UnsuitableTaxonomy: SettingsRule {
    static let id = "unsuitable-taxonomy"
    static let guide = GuideEntry(
        meaning: "`primary` か `secondary` に、一つだけ必ず選ぶ分類ではないものが書いてあります。",
        remedy: "`required: true`、`multiple: false` の分類にします。")
    static let examples = [UnsuitableTaxonomy(key: "primary", folder: "actors")]

    let key: String
    let folder: String

    var message: Message {
        Message(
            ja: "「\(key)」に「\(folder)」は使えません。必須で1つだけ選ぶ分類（required: true、multiple: false）にしてください",
            en: "“\(folder)” cannot be “\(key)”: it takes a taxonomy with “required: true” and “multiple: false”")
    }

    static func check(_ schema: Schema, report: inout Report) {
        // Where the taxonomies were not understood, nothing is known about them.
        guard schema.isUsable else { return }
        for key in ["primary", "secondary"] {
            guard let name = schema.record.located(key, in: schema.source), let index = schema.taxonomy(folder: name.value)
            else { continue }
            let taxonomy = schema.taxonomies[index]
            guard taxonomy.isMultiple || !taxonomy.isRequired else { continue }
            let message = Message(ja: "この分類です", en: "This is the taxonomy")
            report.add(
                UnsuitableTaxonomy(key: key, folder: name.value), in: schema.source, name.bytes,
                notes: [.init(message, in: schema.source, taxonomy.folder.bytes)])
        }
    }
}

/// Two of `primary`, `secondary` and `stages` name the same taxonomy.
struct SameTaxonomy: SettingsRule {
    static let id = "same-taxonomy"
    static let guide = GuideEntry(
        meaning: "`primary`、`secondary`、`stages` のうち二つが同じです。",
        remedy: "別の分類にします。")
    static let examples = [SameTaxonomy(key: "secondary", other: "primary")]

    let key: String
    let other: String

    var message: Message {
        Message(
            ja: "「\(other)」と「\(key)」が同じ分類です。別の分類にしてください",
            en: "“\(other)” and “\(key)” are the same taxonomy: choose another")
    }

    static func check(_ schema: Schema, report: inout Report) {
        let named = ["primary", "secondary", "stages"].compactMap { key in
            schema.record.located(key, in: schema.source).map { (key: key, name: $0) }
        }
        for (index, each) in named.enumerated() {
            guard let other = named[..<index].first(where: { $0.name.value == each.name.value }) else { continue }
            report.add(SameTaxonomy(key: each.key, other: other.key), in: schema.source, each.name.bytes)
        }
    }
}
