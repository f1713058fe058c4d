import Diagnostics

/// `primary`, `secondary` or `stages` names an unknown taxonomy.
package struct UnknownTaxonomy: SettingsRule, FixableRule {
    package static let id = "unknown-taxonomy"
    package static let guide = GuideEntry(
        meaning: "`primary`、`secondary`、`stages` のどれかに書いた分類がありません。",
        remedy: "分類の `folder` の名前を書きます。")
    package static let fixSummary = Message(ja: "分類をフォルダーの名前に直しました", en: "Replaced the taxonomy's name with its folder")
    package static let examples = [UnknownTaxonomy(key: "primary", name: "x", folders: ["categories"])]

    package let key: String
    package let name: String
    package let folders: [String]

    package var message: Message {
        Message(ja: "「\(key)」の「\(name)」という分類はありません", en: "“\(key)” names the unknown taxonomy “\(name)”")
    }

    package var allowed: [String] { folders }

    package var suggestions: [String] { nearest(to: name, among: folders) }

    package static func check(_ schema: Schema, report: inout Report) {
        // Where the taxonomies were not understood, none is known.
        guard schema.isUsable else { return }
        for key in ["primary", "secondary", "stages"] {
            guard let name = schema.record.placed(key, in: schema.source), schema.taxonomy(folder: name.value) == nil else {
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
package struct UnsuitableTaxonomy: SettingsRule {
    package static let id = "unsuitable-taxonomy"
    package static let guide = GuideEntry(
        meaning: "`primary` か `secondary` に、一つだけ必ず選ぶ分類ではないものが書いてあります。",
        remedy: "`required: true`、`multiple: false` の分類にします。")
    package static let examples = [UnsuitableTaxonomy(key: "primary", folder: "actors")]

    package let key: String
    package let folder: String

    package var message: Message {
        Message(
            ja: "「\(key)」に「\(folder)」は使えません。必須で1つだけ選ぶ分類（required: true、multiple: false）にしてください",
            en: "“\(folder)” cannot be “\(key)”: it takes a taxonomy with “required: true” and “multiple: false”")
    }

    package static func check(_ schema: Schema, report: inout Report) {
        // Where the taxonomies were not understood, nothing is known about them.
        guard schema.isUsable else { return }
        for key in ["primary", "secondary"] {
            guard let name = schema.record.placed(key, in: schema.source), let index = schema.taxonomy(folder: name.value)
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
package struct SameTaxonomy: SettingsRule {
    package static let id = "same-taxonomy"
    package static let guide = GuideEntry(
        meaning: "`primary`、`secondary`、`stages` のうち二つが同じです。",
        remedy: "別の分類にします。")
    package static let examples = [SameTaxonomy(key: "secondary", other: "primary")]

    package let key: String
    package let other: String

    package var message: Message {
        Message(
            ja: "「\(other)」と「\(key)」が同じ分類です。別の分類にしてください",
            en: "“\(other)” and “\(key)” are the same taxonomy: choose another")
    }

    package static func check(_ schema: Schema, report: inout Report) {
        let named = ["primary", "secondary", "stages"].compactMap { key in
            schema.record.placed(key, in: schema.source).map { (key: key, name: $0) }
        }
        for (index, each) in named.enumerated() {
            guard let other = named[..<index].first(where: { $0.name.value == each.name.value }) else { continue }
            report.add(SameTaxonomy(key: each.key, other: other.key), in: schema.source, each.name.bytes)
        }
    }
}
