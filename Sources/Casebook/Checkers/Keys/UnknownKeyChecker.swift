import Diagnostics

/// A file has no keys but those that its kind may have.
enum UnknownKeyChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for record in file.records {
            var taken: [String] = []
            for entry in record.entries where entry.field < 0 {
                let keys = record.fields.map(\.key)
                let known = meant(entry.name, schema: schema).flatMap { keys.contains($0) ? $0 : nil }
                let isFree = known.map { record.value($0) == nil && !taken.contains($0) } ?? false
                if let known { taken.append(known) }
                report.tell(
                    .unknownKey(name: entry.name, allowed: keys, meant: known), in: file.text, entry.key,
                    replacement: isFree ? known : nil)
            }
        }
    }

    /// The key that a name stands for beyond doubt: in another case, a taxonomy's label, or the Japanese word.
    private static func meant(_ name: String, schema: Schema?) -> String? {
        let folded = foldedName(name)
        if let taxonomy = schema?.taxonomies.first(where: { foldedName($0.label.value) == folded }) {
            return taxonomy.key.value
        }
        return japaneseNames[folded] ?? (folded == name ? nil : folded)
    }

    private static let japaneseNames = [
        "題名": "title", "タイトル": "title", "件名": "title", "要約": "summary", "状態": "status", "公開日": "published",
        "更新日": "updated", "見直し日": "review_by", "読み": "yomi", "よみ": "yomi", "よみがな": "yomi", "関連": "related",
        "別名": "aliases", "非公開": "private", "説明": "description", "名前": "label", "名称": "label", "ラベル": "label",
        "番号": "number",
    ]
}
