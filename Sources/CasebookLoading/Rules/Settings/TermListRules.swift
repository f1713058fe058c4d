import Diagnostics

/// A taxonomy has both `terms` and `groups`.
package struct TermsAndGroups: SettingsRule {
    package static let id = "terms-and-groups"
    package static let guide = GuideEntry(
        meaning: "一つの分類に、`terms` と `groups` の両方があります。",
        remedy: "どちらかにします。")
    package static let examples = [TermsAndGroups()]

    package var message: Message {
        Message(
            ja: "「terms」と「groups」の両方があります。どちらか1つにしてください",
            en: "There are both “terms” and “groups”: keep one")
    }

    package static func check(_ schema: Schema, report: inout Report) {
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
package struct MissingTermList: SettingsRule {
    package static let id = "missing-term-list"
    package static let guide = GuideEntry(
        meaning: "`order: listed` なのに、並びがありません。",
        remedy: "`terms` か `groups` を書きます。")
    package static let examples = [MissingTermList(folder: "actors")]

    package let folder: String

    package var message: Message {
        Message(
            ja: "「\(folder)」は「order: listed」なので、「terms」か「groups」に並びを書いてください",
            en: "“\(folder)” has “order: listed”: list its terms in “terms” or “groups”")
    }

    package static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where taxonomy.order == .listed {
            // An unknown order is reported by another rule.
            let order = taxonomy.record.placed("order", in: schema.source)?.value
            guard order == nil || order == taxonomy.order.rawValue else { continue }
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
package struct UselessTermList: SettingsRule {
    package static let id = "useless-term-list"
    package static let severity = Severity.warning
    package static let guide = GuideEntry(
        meaning: "並びを使わない分類に、`terms` か `groups` があります。",
        remedy: "消すか、`order: listed` にします。")
    package static let examples = [UselessTermList(key: "terms", order: "number")]

    package let key: String
    package let order: String

    package var message: Message {
        Message(
            ja: "「order: \(order)」では「\(key)」を使いません。取り除くか「order: listed」にしてください",
            en: "“order: \(order)” does not use “\(key)”: remove it, or write “order: listed”")
    }

    package static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where taxonomy.order != .listed {
            for entry in taxonomy.record.entries where entry.name == "terms" || entry.name == "groups" {
                report.add(
                    UselessTermList(key: entry.name, order: taxonomy.order.rawValue), in: schema.source, entry.key)
            }
        }
    }
}

/// `casebook.yml` lists a term twice.
package struct RepeatedTerm: SettingsRule {
    package static let id = "repeated-term"
    package static let guide = GuideEntry(meaning: "`casebook.yml` の並びに、同じものが2回あります。", remedy: "一つにします。")
    package static let examples = [RepeatedTerm(slug: "visual")]

    package let slug: String

    package var message: Message {
        Message(ja: "「\(slug)」が並びに2回あります。1つにしてください", en: "“\(slug)” is listed twice: keep one")
    }

    package static func check(_ schema: Schema, report: inout Report) {
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
