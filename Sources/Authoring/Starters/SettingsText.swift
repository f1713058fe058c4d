import CasebookLoading
import Diagnostics

/// The `casebook.yml` of a new casebook: every key with an explanation, those without a value as comments.
struct SettingsText {
    /// A taxonomy as it is declared.
    struct Taxonomy {
        let folder: String
        let key: String
        let label: String
        var description: String?
        let isMultiple: Bool
        let isRequired: Bool
        /// The names of the terms' files.
        let terms: [String]
    }

    /// A section as it is declared.
    struct Section {
        let id: String
        let heading: String
        let isRequired: Bool
        var hint: String?
    }

    /// A field as it is declared.
    struct DeclaredField {
        let key: String
        let label: String
        let kind: String
        let unit: String?
    }

    let language: Language
    let title: String
    let description: String
    let publisher: String
    let source: String
    let notice: String
    let primary: String
    let secondary: String
    let footer: [String]
    let taxonomies: [Taxonomy]
    let sections: [Section]
    var fields: [DeclaredField] = []

    /// The text of the file.
    var text: String {
        var lines = [
            language == .ja
                ? "# 事例集全体の設定です。「#」で始まる行は説明です。使っていない項目は、行の先頭の「# 」を消して書きます。"
                : "# The settings of the casebook. Lines that start with “#” are explanations. To use a key that is not used yet, remove “# ”."
        ]
        for field in CasebookReader.settingsFields {
            lines.append("")
            lines += explanation(of: field, indentation: "")
            if let value = value(of: field.key) {
                lines.append("\(field.key):\(value)")
            } else {
                lines.append("# \(field.key): \(example(of: field))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What follows the colon of a key that has a value.
    private func value(of key: String) -> String? {
        switch key {
        case "title": " " + YAMLScalar.write(title)
        case "description": " " + YAMLScalar.write(description)
        case "language": " \(language.rawValue)"
        case "publisher": "\n  name: \(YAMLScalar.write(publisher))"
        case "source": "\n  title: \(YAMLScalar.write(source))"
        case "notice": " " + YAMLScalar.write(notice)
        case "primary": " \(primary)"
        case "secondary": " \(secondary)"
        case "footer": footer.isEmpty ? nil : " " + YAMLScalar.write(footer)
        case "taxonomies": "\n" + taxonomies.map(text).joined(separator: "\n\n")
        case "sections": "\n" + sections.map(text).joined(separator: "\n")
        case "fields": fields.isEmpty ? nil : "\n" + fields.map(text).joined(separator: "\n")
        default: nil
        }
    }

    private func example(of field: Field) -> String {
        field.example?.text(in: language) ?? ""
    }

    private func explanation(of field: Field, indentation: String) -> [String] {
        let name = language == .ja && indentation.isEmpty ? field.names.first ?? field.key : field.key
        let need: Message =
            field.isRequired ? Message(ja: "（必要）", en: " (required)") : Message(ja: "（任意）", en: " (optional)")
        let help = field.help?.hint.text(in: language) ?? ""
        var lines = ["# \(indentation)\(name)\(need.text(in: language)): \(help)"]
        for part in field.parts { lines += explanation(of: part, indentation: indentation + "  ") }
        if !field.switches.isEmpty { lines.append("# \(indentation)  \(field.switches.joined(separator: ", "))") }
        return lines
    }

    private func text(_ taxonomy: Taxonomy) -> String {
        var lines = [
            "  - folder: \(taxonomy.folder)", "    key: \(taxonomy.key)", "    label: \(YAMLScalar.write(taxonomy.label))",
        ]
        if let description = taxonomy.description { lines.append("    description: \(YAMLScalar.write(description))") }
        lines += [
            "    multiple: \(taxonomy.isMultiple)", "    required: \(taxonomy.isRequired)", "    order: listed",
            "    terms: \(YAMLScalar.write(taxonomy.terms))",
        ]
        return lines.joined(separator: "\n")
    }

    private func text(_ field: DeclaredField) -> String {
        var lines = ["  - key: \(field.key)", "    label: \(YAMLScalar.write(field.label))", "    type: \(field.kind)"]
        if let unit = field.unit { lines.append("    unit: \(YAMLScalar.write(unit))") }
        return lines.joined(separator: "\n")
    }

    private func text(_ section: Section) -> String {
        var lines = [
            "  - id: \(section.id)", "    heading: \(YAMLScalar.write(section.heading))", "    required: \(section.isRequired)",
        ]
        if let hint = section.hint { lines.append("    hint: \(YAMLScalar.write(hint))") }
        return lines.joined(separator: "\n")
    }
}

extension SettingsText {
    /// The settings of the casebook with two samples.
    static func ofSamples(in language: Language) -> SettingsText {
        let isJapanese = language == .ja
        func word(_ ja: String, _ en: String) -> String { isJapanese ? ja : en }
        return SettingsText(
            language: language, title: word("地域の取組の事例集", "Casebook of our neighbourhood"),
            description: word(
                "地域や職場で行われている取組や工夫を集めた事例集です。",
                "What people have done in their neighbourhood and at work, and what became better."),
            publisher: word("編集担当", "The editors"), source: word("この事例集のために集めた事例", "Cases collected for this casebook"),
            notice: word("事例は、参考のために示すものです。効果を証明するものではありません。", "The cases are examples. They do not prove an effect."),
            primary: "themes", secondary: "places", footer: ["about"],
            taxonomies: [
                Taxonomy(
                    folder: "themes", key: "theme", label: word("分野", "Theme"),
                    description: word("取組の内容による、事例の分け方です。", "What the cases are about."), isMultiple: false, isRequired: true,
                    terms: ["learning", "support", "environment"]),
                Taxonomy(
                    folder: "places", key: "place", label: word("取り組んだ場", "Place"),
                    description: word("取組を行った場の種類です。", "Where it was done."), isMultiple: false, isRequired: true,
                    terms: ["school", "workplace", "community"]),
            ],
            sections: [
                Section(
                    id: "background", heading: word("きっかけ", "Background"), isRequired: true,
                    hint: word("なぜ必要だったのか、何がきっかけだったのかを書きます。", "Why it was needed.")),
                Section(
                    id: "action", heading: word("取組", "What was done"), isRequired: true,
                    hint: word("何を、どのように行ったのかを書きます。", "What was done, and how.")),
                Section(
                    id: "effect", heading: word("結果", "What improved"), isRequired: true,
                    hint: word("何が、どのように良くなったのかを書きます。", "What has become better.")),
            ])
    }
}
