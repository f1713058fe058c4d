import Diagnostics

extension Rules {
    static let aboutTermLists: [any CheckedRule.Type] = [
        TermsAndGroups.self,
        MissingTermList.self,
        UselessTermList.self,
    ]
}

/// A taxonomy has both `terms` and `groups`.
struct TermsAndGroups: SettingsRule {
    static let id = "terms-and-groups"
    static let guide = GuideEntry(
        meaning: "一つの分類に、`terms` と `groups` の両方があります。",
        remedy: "どちらかにします。")
    static let examples = [TermsAndGroups()]

    var message: Message {
        Message(
            ja: "「terms」と「groups」の両方があります。どちらか1つにしてください",
            en: "There are both “terms” and “groups”: keep one")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            guard let groups = taxonomy.record.entries.first(where: { $0.name == "groups" }),
                let terms = taxonomy.record.entries.first(where: { $0.name == "terms" })
            else { continue }
            let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
            let (first, second) = groups.key.lowerBound < terms.key.lowerBound ? (groups, terms) : (terms, groups)
            report.add(
                TermsAndGroups(), in: schema.source, second.key, notes: [.init(message, in: schema.source, first.key)])
        }
    }
}

/// A taxonomy with `order: listed` has no list.
struct MissingTermList: SettingsRule {
    static let id = "missing-term-list"
    static let guide = GuideEntry(
        meaning: "`order: listed` なのに、並びがありません。",
        remedy: "`terms` か `groups` を書きます。")
    static let examples = [MissingTermList(folder: "actors")]

    let folder: String

    var message: Message {
        Message(
            ja: "「\(folder)」は「order: listed」なので、「terms」か「groups」に並びを書いてください",
            en: "“\(folder)” has “order: listed”: list its terms in “terms” or “groups”")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where taxonomy.order == .listed {
            // An unknown order is reported by another rule.
            let order = taxonomy.record.located("order", in: schema.source)?.value
            guard order == nil || order == taxonomy.order.rawValue else { continue }
            // So is an unknown key, which may be meant as the order or the list.
            guard taxonomy.record.entries.allSatisfy({ taxonomy.record.field(of: $0) != nil }) else { continue }
            let groups = taxonomy.record.entries.first { $0.name == "groups" && !$0.value.isEmpty }
            let terms = taxonomy.record.entries.first { $0.name == "terms" && !$0.value.isEmpty }
            if groups == nil, terms == nil {
                report.add(
                    MissingTermList(folder: taxonomy.folder.value), in: schema.source, taxonomy.folder.bytes)
            }
        }
    }
}

/// A taxonomy of another order than `listed` has a list.
struct UselessTermList: SettingsRule {
    static let id = "useless-term-list"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "並びを使わない分類に、`terms` か `groups` があります。",
        remedy: "消すか、`order: listed` にします。")
    static let examples = [UselessTermList(key: "terms", order: "number")]

    let key: String
    let order: String

    var message: Message {
        Message(
            ja: "「order: \(order)」では「\(key)」を使いません。取り除くか「order: listed」にしてください",
            en: "“order: \(order)” does not use “\(key)”: remove it, or write “order: listed”")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where taxonomy.order != .listed {
            for entry in taxonomy.record.entries where entry.name == "terms" || entry.name == "groups" {
                report.add(
                    UselessTermList(key: entry.name, order: taxonomy.order.rawValue), in: schema.source, entry.key)
            }
        }
    }
}
